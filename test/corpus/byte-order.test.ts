import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { compareBytes } from '../../src/corpus/byte-order.js';

/** Few characters, from all the ranges whose order differs between UTF-8 and UTF-16. */
const text = fc.string({ unit: fc.constantFrom('a', 'b', 'é', '\u{ff5e}', '\u{1f600}', '\u{10ffff}'), maxLength: 4 });

describe('the order of paths', () => {
  it('is that of their bytes', () => {
    fc.assert(
      fc.property(text, text, (a, b) => {
        expect(Math.sign(compareBytes(a, b))).toBe(Buffer.compare(Buffer.from(a), Buffer.from(b)));
      }),
    );
    expect(compareBytes('\u{ff5e}', '\u{1f600}')).toBe(-1);
  });
});
