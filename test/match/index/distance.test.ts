import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { Pattern } from '../../../src/match/index/distance.js';
import { distanceOf } from '../../support/match-oracle.js';

/** Words 0 to 5; 0 is one that no other text has. */
const words = (maxLength: number) => fc.array(fc.integer({ min: 0, max: 5 }), { maxLength, size: 'max' });

/** The distance where it is within a limit; else one more than that. */
function expected(one: readonly number[], other: readonly number[], limit: number): number {
  const isNone = one.map((word, at) => (word === 0 ? -at - 1 : word));
  return Math.min(distanceOf(isNone, other), limit + 1);
}

describe('Pattern', () => {
  it.each([40, 150])('has the distance of the table, for texts of up to %i words', (length) => {
    const pattern = new Pattern(6);
    fc.assert(
      fc.property(
        words(length),
        fc.array(words(length), { maxLength: 3 }),
        fc.integer({ min: 0, max: 150 }),
        (one, others, limit) => {
          pattern.set(Int32Array.from(one), one.length);
          for (const other of others) {
            const known = other.filter((word) => word !== 0);
            const found = pattern.distanceTo(Int32Array.from(known), 0, known.length, limit);
            expect(Math.min(found, limit + 1)).toBe(expected(one, known, limit));
          }
        },
      ),
      { numRuns: 150 },
    );
  });

  it.each([31, 32, 33, 63, 64, 65, 96])('has it at the ends of blocks: %i words', (length) => {
    const pattern = new Pattern(1000);
    const one = Int32Array.from({ length }, (_, at) => at + 1);
    pattern.set(one, length);
    for (const at of [0, 30, 31, 32, length - 1]) {
      const other = one.map((word, place) => (place === Math.min(at, length - 1) ? 999 : word));
      expect(pattern.distanceTo(other, 0, length, 5)).toBe(1);
      expect(pattern.distanceTo(one, 1, length - 1, 5)).toBe(1);
      expect(pattern.distanceTo(one, 0, length - 2, 5)).toBe(2);
    }
  });
});
