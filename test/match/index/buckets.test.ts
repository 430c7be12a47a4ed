import fc from 'fast-check';
import { expect, it } from 'vitest';
import { Buckets } from '../../../src/match/index/buckets.js';

const hashes = fc.array(fc.oneof(fc.integer(), fc.integer({ min: -40, max: 40 })), { maxLength: 300 });

it('has all items of a hash, in the order in which they came, and says of none that it is not there', () => {
  fc.assert(
    fc.property(hashes, fc.constantFrom(1, 2, 8), (all, load) => {
      const items = Int32Array.from(all, (_, at) => at);
      const buckets = new Buckets(Int32Array.from(all), items, { count: all.length, load, keepsHashes: true });
      for (const hash of [...all, 41]) {
        const found: number[] = [];
        for (let at = buckets.startOf(hash); at < buckets.endOf(hash); at++) {
          if (buckets.hashes?.[at] === hash) found.push(buckets.items[at] as number);
        }
        expect(found).toEqual([...all.keys()].filter((at) => all[at] === hash));
        if (found.length > 0) expect(buckets.mayHave(hash)).toBe(true);
      }
      expect([...buckets.itemsFrom(0)]).toHaveLength(all.length);
    }),
  );
});

it('takes the first of longer arrays only, and says of most others that they are not there', () => {
  const given = Int32Array.from({ length: 4000 }, (_, at) => Math.imul(at, 0x85ebca6b) ^ (at << 7));
  const buckets = new Buckets(given, given, { count: 1000, load: 2 });
  expect(buckets.items).toHaveLength(1000);
  expect(given.subarray(0, 1000).every((hash) => buckets.mayHave(hash))).toBe(true);
  expect(given.subarray(1000).filter((hash) => buckets.mayHave(hash)).length).toBeLessThan(600);
});
