import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type Content, codesOf, toMarkdown } from '../../../src/model/content.js';
import { readContents } from '../../../src/read/contents.js';
import { parseInline } from '../../../src/read/inline/inline.js';

/** Markdown as fast-check would not come upon it: markers, brackets and what they stand beside. */
const markdown = fc
  .array(
    fc.oneof(
      fc.constantFrom(...'*_~`[]()<>!\\$&@#;:"\' \n^|=/-'),
      fc.constantFrom(
        '**',
        '***',
        '``',
        '](',
        '![',
        '[!INCLUDE[',
        '[!NOTE]',
        '<xref:',
        '<b>',
        '</b>',
        '<a b="',
        '<!--',
        '-->',
      ),
      fc.constantFrom(
        '&amp;',
        '&#42;',
        '&#xD800;',
        '\\*',
        '  \n',
        '\\\n',
        '\r\n',
        '$x$',
        '$$',
        '[^1]',
        '@"a.b"',
        '@A.B',
        '<https://a.b>',
      ),
      fc.constantFrom(
        'a',
        'B',
        '1',
        'を',
        '「',
        '、',
        '\u00a0',
        '\u200f',
        '😀',
        '\ud83d',
        '\udc00',
        '\u0000',
        '＊＊',
        '］（',
      ),
      fc.string({ unit: 'binary', maxLength: 3 }),
    ),
    { maxLength: 40 },
  )
  .map((parts) => parts.join(''));

function expectSound(content: Content, text: string, offset: number): void {
  expect(toMarkdown(content)).toBe(text);
  const article = ' '.repeat(offset) + text;
  let previous: string | undefined;
  for (const inline of content) {
    if (inline.kind === 'text') {
      expect(inline.text).not.toBe('');
      expect(previous).not.toBe('text');
      expect(inline.markdown).not.toBe(inline.text);
    } else {
      expect(article.slice(inline.range.start, inline.range.end)).toBe(inline.data);
      expect(inline.data).not.toBe('');
    }
    previous = inline.kind;
  }
  const halves = new Map<string, string[]>();
  for (const code of codesOf(content)) {
    const isolated = code.kind !== 'ph' && code.isolated ? ' isolated' : '';
    halves.set(code.id, [...(halves.get(code.id) ?? []), code.kind + isolated]);
  }
  for (const kinds of halves.values()) expect(['ph', 'sc isolated', 'ec isolated', 'sc,ec']).toContain(kinds.join());
}

describe('parseInline', () => {
  it('gives every byte of every string back, in pieces that are sound', () => {
    fc.assert(
      fc.property(markdown, fc.nat(5), fc.boolean(), (text, offset, defined) => {
        const content = parseInline(text, { offset, isDefined: () => defined });
        expectSound(content, text, offset);
        const ids = [...new Set(codesOf(content).map(({ id }) => id))];
        expect(ids).toEqual(ids.map((_, index) => String(index + 1)));
      }),
      { numRuns: 5000 },
    );
  });
});

describe('readContents', () => {
  it('gives both sides back, with ids that name one code or pair each', () => {
    fc.assert(
      fc.property(markdown, markdown, fc.boolean(), (left, right, same) => {
        const target = same ? left + right : right;
        const contents = readContents(left, target, { sourceOffset: 2, targetOffset: 3 });
        expectSound(contents.source, left, 2);
        expectSound(contents.target, target, 3);
        const shape = (content: Content): Map<string, string> =>
          new Map(codesOf(content).map(({ id, kind, type, subType }) => [kind + id, `${type} ${subType}`]));
        const sources = shape(contents.source);
        const unmatched = new Set(contents.unmatched.target.map(({ range }) => range.start));
        for (const code of codesOf(contents.target)) {
          if (unmatched.has(code.range.start)) expect(sources.has(code.kind + code.id)).toBe(false);
          else expect(sources.get(code.kind + code.id)).toBe(`${code.type} ${code.subType}`);
        }
      }),
      { numRuns: 3000 },
    );
  });
});
