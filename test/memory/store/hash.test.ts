import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { createTextHash } from '../../../src/memory/store/hash.js';
import { stableHash } from '../../../src/model/memory/text-key.js';

const hashOf = (text: string, salt: number, key: readonly [number, number] = [1, 2]): string => {
  const hash = createTextHash(key);
  hash.of(text, salt);
  return `${hash.low} ${hash.high}`;
};

describe('the hash of texts', () => {
  it('tells texts apart that differ in little: a character, their length, NULs, the salt, the key', () => {
    const texts = [
      '',
      '\0',
      '\0\0',
      '\0\0\0',
      'a',
      'a\0',
      'ab',
      'ba',
      'abc',
      'abd',
      '\u0100',
      '\u0001',
      'a'.repeat(65536),
    ];
    const hashes = [
      ...texts.map((text) => hashOf(text, 0)),
      hashOf('a', 1),
      hashOf('a', 0, [1, 3]),
      hashOf('a', 0, [3, 2]),
    ];
    expect(new Set(hashes).size).toBe(hashes.length);
  });

  it('is the same for one text', () => {
    fc.assert(fc.property(fc.string({ unit: 'binary' }), (text) => hashOf(text, 5) === hashOf(`${text}`, 5)));
  });

  it('spreads over all its bits', () => {
    const counts = new Array<number>(64).fill(0);
    const hash = createTextHash([11, 12]);
    for (let number = 0; number < 4000; number++) {
      hash.of(`text ${number}`, 3);
      for (let bit = 0; bit < 32; bit++) {
        counts[bit] = (counts[bit] ?? 0) + ((hash.low >>> bit) & 1);
        counts[bit + 32] = (counts[bit + 32] ?? 0) + ((hash.high >>> bit) & 1);
      }
    }
    for (const count of counts) expect(Math.abs(count - 2000)).toBeLessThan(200);
  });
});

it('the stable hash is FNV-1a, and never 0', () => {
  expect(stableHash('')).toBe(0x811c9dc5);
  expect(stableHash('a')).toBe(0xe40c292c);
});

it('the keyed hash gives the stable one, too', () => {
  const hash = createTextHash([5, 6]);
  fc.assert(
    fc.property(fc.string({ unit: 'binary' }), (text) => {
      hash.of(text, 3);
      expect(hash.stable >>> 0).toBe(stableHash(text));
    }),
  );
});
