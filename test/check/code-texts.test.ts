import { describe, expect, it } from 'vitest';
import { codeTexts } from '../../src/check/code-texts.js';
import { parseInline } from '../../src/index.js';

describe('texts of codes', () => {
  it('are between their halves, with a character for each code without content', () => {
    const markdown = 'a **b *c* `d`** e **f [g](h)**';
    const found = [...codeTexts(parseInline(markdown), ({ subType }) => subType === 'xlf:b').values()];
    expect(found.map(({ text, range }) => [text, markdown.slice(range.start, range.end)])).toEqual([
      ['b c \ufffc', '**b *c* `d`**'],
      ['f g', '**f [g](h)**'],
    ]);
  });

  it.each([
    ['bold', 'xlf:b', '**a ', ' a**'],
    ['elements', 'xlf:b', '<b>a ', ' a</b>'],
    ['links', 'md:html', '<a href="b">a ', ' a</a>'],
  ] as const)('of %s in each other are no longer than a name can be', (_, subType, open, close) => {
    const content = parseInline(`${open.repeat(5000)}x${close.repeat(5000)}`);
    const found = [...codeTexts(content, (code) => code.subType === subType).values()];
    const length = found.reduce((sum, { text }) => sum + text.length, 0);
    expect(found.every(({ text }) => text.length <= 1000)).toBe(true);
    expect(length).toBeLessThan(1000 * 1000);
  });
});
