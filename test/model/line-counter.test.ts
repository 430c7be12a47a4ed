import fc from 'fast-check';
import { expect, it } from 'vitest';
import { createLineCounter, createLineIndex } from '../../src/model/position.js';

it('counts the lines that a line index finds', () => {
  const text = fc
    .array(fc.constantFrom('a', '\n', '\r', '\r\n', 'bc'), { maxLength: 30 })
    .map((parts) => parts.join(''));
  fc.assert(
    fc.property(text, fc.array(fc.nat(40), { maxLength: 10 }), (given, offsets) => {
      const lineAt = createLineCounter(given);
      const { pointAt } = createLineIndex(given);
      for (const offset of offsets.sort((a, b) => a - b)) {
        const at = Math.min(offset, given.length);
        expect(lineAt(at)).toBe(pointAt(at).line);
      }
    }),
  );
});
