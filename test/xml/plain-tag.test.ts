import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readPlainTag, readStartTag } from '../../src/xml/scan/plain-tag.js';
import { readAnyTag } from '../../src/xml/syntax.js';

const part = fc.oneof(
  fc.constantFrom(
    '<',
    '>',
    '/>',
    '/',
    ' ',
    '  ',
    '\n',
    '\t',
    '\r',
    '=',
    '"',
    "'",
    'a',
    'b:c',
    'x-1.y',
    '1',
    '-',
    '字',
    '<a',
  ),
  fc.constantFrom(
    ' i="1"',
    ' x="a b"',
    " y='1'",
    ' z="&lt;"',
    ' z="&no;"',
    ' w="<"',
    ' xml:lang="ja"',
    ' xmlns="u"',
    ' ü="1"',
    ' v = "1"',
  ),
  fc.constantFrom(' 1="2"', ' a="', ' q=1', ' i="2"', ' e=""', '\u00b7', '\u0001', '\ud83d'),
);

describe('a tag that is written plainly', () => {
  it('is read as any other: the same tag, or none', () => {
    let plain = 0;
    const property = fc.property(fc.array(part, { maxLength: 8 }), fc.constantFrom('', 'text'), (parts, before) => {
      const text = `${before}<t${parts.join('')}>after`;
      const read = readPlainTag(text, before.length);
      if (read === undefined) return;
      plain++;
      expect({ ...read, isPlain: undefined }).toEqual(readAnyTag(text, before.length));
      const keys = [read.name, ...read.attributes.filter((_, index) => index % 2 === 0)];
      const isPlain = keys.every((key) => /^xml:(?:lang|space)$/.test(key) || !/^xmlns$|:/.test(key));
      expect(read.isPlain).toBe(isPlain ? true : undefined);
    });
    fc.assert(property, { numRuns: 5000 });
    expect(plain).toBeGreaterThan(100);
  });

  it.each(['', '<', '<a', '<a ', '<a x', '<a x=', '<a x="', '<a x="1"', '<a x="1"/', '< a>', '<a x="1"y="2">'])(
    'is not known before it has ended: %j',
    (text) => {
      expect(readPlainTag(text, 0)).toBeUndefined();
      expect(readStartTag(text, 0)).toHaveProperty('code');
    },
  );

  it('has as many attributes as any other', () => {
    for (const count of [23, 24, 25, 1000, 1001]) {
      const text = `<a${Array.from({ length: count }, (_, index) => ` a${index}="${index}"`).join('')}/>`;
      expect({ ...readStartTag(text, 0), isPlain: undefined }).toEqual(readAnyTag(text, 0));
    }
  });
});
