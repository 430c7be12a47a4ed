import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';
import fc from 'fast-check';
import { expect, it } from 'vitest';
import { ownText } from '../../../src/model/compact/own-text.js';

it('is the same text', () => {
  fc.assert(fc.property(fc.string({ unit: 'binary' }), (text) => ownText(text) === text));
});

it('keeps nothing of the text that it was cut out of', () => {
  setFlagsFromString('--expose-gc');
  const collect = runInNewContext('gc') as () => void;
  const megabytes = (make: (part: string) => string): number => {
    collect();
    const before = process.memoryUsage().heapUsed;
    const kept = Array.from({ length: 40 }, (_, index) =>
      make(
        'x'
          .repeat(1 << 20)
          .concat(`${index}`)
          .slice(9, 99),
      ),
    );
    collect();
    const grown = (process.memoryUsage().heapUsed - before) / (1 << 20);
    expect(kept).toHaveLength(40);
    return grown;
  };
  // Parts of texts of a megabyte each.
  expect(megabytes((part) => part)).toBeGreaterThan(30);
  expect(megabytes(ownText)).toBeLessThan(10);
});
