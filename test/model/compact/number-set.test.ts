import { describe, expect, it } from 'vitest';
import { createNumberSet } from '../../../src/model/compact/number-set.js';

describe('a set of numbers', () => {
  it('holds what a Set holds', () => {
    const numbers = Array.from({ length: 5000 }, (_, index) => (index * 7919 * 104_729) % 2 ** 41);
    const own = createNumberSet();
    const other = new Set<number>();
    for (const number of [0, 1, 63, 64, 2 ** 53 - 2, 0, ...numbers, ...numbers.slice(0, 100)]) {
      expect(own.add(number)).toBe(!other.has(number));
      other.add(number);
    }
    expect(own.size).toBe(other.size);
    for (const number of other) expect(own.has(number)).toBe(true);
    expect([2, 65, 4096 * 3 + 1].map((number) => own.has(number))).toEqual([false, false, false]);
  });
});
