import fc from 'fast-check';
import { expect, it } from 'vitest';
import { Contexts } from '../../../src/memory/store/contexts.js';

it('keeps the four smallest, each once, in whatever order they come', () => {
  const pair = fc.tuple(fc.integer({ min: 0, max: 3 }), fc.constantFrom(0, 1, 0xffffffff, 0x80000000, 7));
  fc.assert(
    fc.property(fc.array(pair, { maxLength: 12 }), fc.integer({ min: 0, max: 5000 }), (pairs, index) => {
      const contexts = new Contexts();
      for (const [before, after] of pairs) {
        contexts.add(index, before, after);
        contexts.add(index + 1, after, before);
      }
      const wanted = [...new Set(pairs.filter(([a, b]) => a + b > 0).map(([a, b]) => `${a} ${b}`))]
        .map((each) => each.split(' ').map(Number) as [number, number])
        .sort(([a, b], [c, d]) => a - c || b - d);
      expect(contexts.of(index)).toEqual(wanted.slice(0, 4));
    }),
  );
});
