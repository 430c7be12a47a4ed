import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { CountedPlaces } from '../../../src/memory/store/counted-places.js';

describe('places that are counted', () => {
  it('are each new once, in whichever order paths come', () => {
    const place = fc.tuple(fc.nat(3), fc.nat(3), fc.nat(2), fc.nat(3));
    fc.assert(
      fc.property(fc.array(place, { maxLength: 60 }), (places) => {
        const counted = new CountedPlaces();
        const known = new Set<string>();
        for (const [index, path, idName, idNumber] of places) {
          const key = `${index} ${path} ${idName} ${idNumber}`;
          expect(counted.add(index, path, idName, idNumber)).toBe(!known.has(key));
          known.add(key);
        }
      }),
    );
  });

  it('are many of a path, of many paths, and of one that comes back', () => {
    const counted = new CountedPlaces();
    const addAll = (path: number, count: number): number => {
      let added = 0;
      for (let at = 0; at < count; at++) if (counted.add(at % 7, path, at % 11, at)) added++;
      return added;
    };
    expect(addAll(1, 100_000)).toBe(100_000);
    expect(addAll(2, 3)).toBe(3);
    expect(addAll(1, 100_100)).toBe(100);
    for (let path = 3; path < 2000; path++) expect(addAll(path, 2)).toBe(2);
    expect(addAll(2, 5)).toBe(2);
    expect(addAll(1, 100_101)).toBe(1);
  });
});
