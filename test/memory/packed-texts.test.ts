import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type Content, parseInline, toMarkdown } from '../../src/index.js';
import { packPair, unpackPair } from '../../src/memory/packed-texts.js';
import type { EntryText } from '../../src/model/memory/entry.js';
import { keyOf, textFor } from '../../src/model/memory/text-key.js';

const textOf = (markdown: string): EntryText => ({ text: markdown, content: parseInline(markdown) });
const withoutRanges = (content: Content): unknown =>
  content.map((inline) => (inline.kind === 'text' ? inline : { ...inline, range: undefined, recovered: undefined }));

describe('packed texts', () => {
  it.each([
    ['plain', 'einfach'],
    ['Click **Next** &amp; read `a.md`<br>', '*Weiter* <b>und</b> [los](a.md "t")'],
    ['', '![alt](i.png)'],
    ['&#1; a&#2;**b**', 'x\u0001y **\u0003**'],
    ['a **b', '</b> ~~c~~ <!-- d --> $x$'],
  ])('%j and %j come back', (source, target) => {
    const back = unpackPair(packPair(textOf(source), textOf(target)));
    expect(back.source.text).toBe(source);
    expect(back.target.text).toBe(target);
    expect(withoutRanges(back.source.content)).toEqual(withoutRanges(parseInline(source)));
    expect(withoutRanges(back.target.content)).toEqual(withoutRanges(parseInline(target)));
  });

  it('come back whatever they are', () => {
    const markdown = fc.array(
      fc.constantFrom(
        'a',
        ' ',
        '**',
        '_',
        '`',
        '[',
        '](b)',
        '<b>',
        '</b>',
        '\\*',
        '&lt;',
        '&#1;',
        '\u0001',
        '\u0002',
        '\u0003',
        '\u0004',
        '日本',
        '\u{1f600}',
      ),
      { maxLength: 12 },
    );
    fc.assert(
      fc.property(markdown, markdown, (one, other) => {
        const [source, target] = [textOf(one.join('')), textOf(other.join(''))];
        const back = unpackPair(packPair(source, target));
        expect(back.source.text).toBe(source.text);
        expect(back.target.text).toBe(target.text);
        expect(withoutRanges(back.target.content)).toEqual(withoutRanges(target.content));
      }),
    );
  });
});

describe('keys', () => {
  const key = (markdown: string): string => keyOf(textFor(textOf(markdown), 'codes'));

  it('are the same for other spellings of one text, white space at the ends apart', () => {
    expect(key(' a * b ')).toBe(key('a \\* b'));
    expect(key('a &lt; b')).toBe(key('a < b'));
    expect(key('a\u00a0')).not.toBe(key('a'));
  });

  it('tell codes from texts, and from each other', () => {
    expect(new Set(['**a**', '__a__', '*a*', '`a`', '<b>a</b>', 'a', '\\*\\*a\\*\\*'].map(key)).size).toBe(7);
    expect(key('[a](b)')).not.toBe(key('[a](c)'));
  });

  it('are of the text that the mode of the markup gives', () => {
    expect(textFor(textOf(' **a**&lt; '), 'text').text).toBe('**a**&lt;');
    expect(textFor(textOf(' **a**&lt; '), 'strip').text).toBe('a<');
    expect(toMarkdown(textFor(textOf('**a** b'), 'codes').content)).toBe('**a** b');
  });
});
