import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { createTagReader } from '../../src/xml/scan/known-tags.js';
import { readStartTag } from '../../src/xml/scan/plain-tag.js';
import type { XmlFault, XmlTag } from '../../src/xml/syntax.js';

/** Tags that begin alike, whole and damaged, some with a > in them. */
const part = fc.constantFrom(
  '<a',
  '<ab',
  ' x="1"',
  ' x="1>2"',
  " y='>'",
  ' xmlns:b="u"',
  '>',
  '/>',
  ' ',
  '"',
  '=',
  '字',
  '<',
);

function moved(found: XmlFault | XmlTag, by: number): XmlFault | XmlTag {
  return 'code' in found
    ? { ...found, offset: found.offset + by }
    : { ...found, start: found.start + by, end: found.end + by };
}

describe('tags that are known again', () => {
  it('are read as they are without that, with their own places', () => {
    fc.assert(
      fc.property(fc.array(fc.array(part, { maxLength: 6 }), { maxLength: 12 }), fc.nat(1000), (all, base) => {
        const tags = createTagReader();
        for (const parts of [...all, ...all]) {
          const text = `before<a${parts.join('')}>after`;
          const found = readStartTag(text, 6);
          expect(tags.read(text, 6, base)).toEqual(moved(found, base));
        }
      }),
    );
  });

  it('are not too many, nor too long', () => {
    const tags = createTagReader();
    for (let round = 0; round < 2; round++) {
      for (let number = 0; number < 2000; number++) {
        for (const text of [`<a i="${number}">`, `<a x="${'x'.repeat(100)}" i="${number}">`]) {
          expect(tags.read(text, 0, 7)).toEqual(moved(readStartTag(text, 0), 7));
        }
      }
    }
  });
});
