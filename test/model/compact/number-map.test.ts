import { expect, it } from 'vitest';
import { createNumberMap } from '../../../src/model/compact/number-map.js';

it('a map of numbers holds what a Map holds', () => {
  const numbers = Array.from({ length: 5000 }, (_, index) => (index * 7919 * 104_729) % 2 ** 41);
  const own = createNumberMap();
  const other = new Map<number, number>();
  // Keys whose low bits are the same, and those that differ above 32 bits only.
  const keys = [0, 1, 63, 64, 128, 2 ** 32, 2 ** 32 + 1, 2 ** 53 - 1, ...numbers, ...numbers.slice(0, 100), 0, 64];
  for (const [value, key] of keys.entries()) {
    expect(own.get(key)).toBe(other.get(key));
    own.set(key, value);
    other.set(key, value);
  }
  own.set(1, 2 ** 31 - 2);
  other.set(1, 2 ** 31 - 2);
  for (const [key, value] of other) expect(own.get(key)).toBe(value);
  expect([2, 65, 2 ** 33, 4096 * 3 + 1].map((key) => own.get(key))).toEqual(Array(4).fill(undefined));
});
