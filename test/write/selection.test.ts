import { describe, expect, it } from 'vitest';
import { articleOf, createMemory, entriesToString, exportToString, parseArticle } from '../../src/index.js';
import { countPairs } from '../../src/write/selection.js';
import { pair } from '../support/pairs.js';

const article = articleOf(
  parseArticle(
    `${pair('1', '&#32;', 'Space')}\n\n${pair('2', 'Leer', '&#9;&NewLine;')}\n\n${pair('3', '&#32;x', 'Text')}\n`,
    {
      path: 'a.md',
    },
  ),
);

describe('a pair of which nothing is left but white space that stands there as references', () => {
  it('is skipped with codes and without markup, and is a text as Markdown', () => {
    if (article === undefined) throw new Error('no article');
    for (const inline of ['codes', 'strip'] as const) {
      const skipped = { 'pair/empty-source': 1, 'pair/empty-target': 1 };
      expect(countPairs(article, { inline })).toEqual({ found: 3, exported: 1, skipped });
      const options = { inline, trgLang: 'de-DE' };
      for (const format of ['tmx', 'xliff', 'xliff1.2', 'jsonl'] as const) {
        const text = exportToString([article], format, options);
        expect(text).toContain('Text');
        expect(text).not.toContain('Leer');
        expect(text).not.toContain('Space');
      }
    }
    expect(countPairs(article, { inline: 'text' })).toEqual({ found: 3, exported: 3, skipped: {} });
  });

  it('is in no memory, which is read again as it was written', () => {
    const memory = createMemory({ trgLang: 'de-DE' });
    if (article !== undefined) memory.add(article);
    expect(memory.count().leftOut).toEqual({ 'pair/empty-source': 1, 'pair/empty-target': 1 });
    const again = createMemory();
    const written = entriesToString(memory.entries(), 'tmx');
    expect(again.add(written)).toEqual([]);
    expect(again.count()).toMatchObject({ found: 1, entries: 1, leftOut: {} });
  });
});
