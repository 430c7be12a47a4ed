import fc from 'fast-check';
import { expect, it } from 'vitest';
import { createLargeMap } from '../../../src/model/compact/large-map.js';

const keys = fc.integer({ min: 0, max: 12 });

it('is as a map, however few entries one map takes', () => {
  const steps = fc.array(fc.tuple(fc.constantFrom('set', 'delete'), keys, fc.integer()), { maxLength: 60 });
  fc.assert(
    fc.property(steps, fc.integer({ min: 1, max: 5 }), (all, most) => {
      const large = createLargeMap<number, number>(most);
      const map = new Map<number, number>();
      for (const [step, key, value] of all) {
        if (step === 'set') {
          large.set(key, value);
          map.set(key, value);
        } else {
          large.delete(key);
          map.delete(key);
        }
        for (let each = 0; each <= 12; each++) expect(large.get(each)).toBe(map.get(each));
      }
    }),
  );
});
