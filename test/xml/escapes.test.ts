import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { escapeAttribute, escapeText } from '../../src/xml/escapes.js';
import { readXml, textOf } from '../support/xml.js';

/** What XML 1.0 allows of a text. */
function allowed(text: string): string {
  return Array.from(text)
    .filter((character) => {
      const code = character.codePointAt(0) ?? 0;
      return (
        [9, 10, 13].includes(code) ||
        (code >= 0x20 && code <= 0xd7ff) ||
        (code >= 0xe000 && code <= 0xfffd) ||
        code >= 0x10000
      );
    })
    .join('');
}

const text = fc.string({
  unit: fc.oneof(
    fc.constantFrom('&', '<', '>', '"', '\r', '\n', '\t', ']]>', '\u0001', '\ud800', '\ufffe', '\u{1f600}', '&amp;'),
    fc.string({ unit: 'binary', maxLength: 1 }),
  ),
});

describe('escaping', () => {
  it('is undone by an XML parser, but for the characters that XML does not allow', () => {
    fc.assert(
      fc.property(text, (value) => {
        expect(textOf(readXml(`<a>x${escapeText(value)}</a>`))).toBe(`x${allowed(value)}`);
      }),
    );
  });

  it('keeps white space of attributes as references', () => {
    expect(escapeAttribute('a\tb\nc\rd"<>&\u0001\ud800')).toBe('a&#9;b&#10;c&#13;d&quot;&lt;&gt;&amp;');
  });

  it('writes a CR as a reference, which parsers do not fold', () => {
    expect(escapeText('a\r\nb')).toBe('a&#13;\nb');
  });
});
