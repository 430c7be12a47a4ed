import { describe, expect, it } from 'vitest';
import { shared } from '../../../src/corpus/run/shared.js';
import { exportToString, mergeTmx } from '../../../src/index.js';
import { createMemoryChoice, indexMemories, type KnownMemory } from '../../../src/merge/memory/memories-by-key.js';
import { passMemory, toMemoryIndex } from '../../../src/merge/memory/memory-index.js';
import { sourceKeysOf } from '../../../src/merge/memory/open-pairs.js';
import { textOf } from '../../../src/xml/document-text.js';
import { articleOf, pair } from '../../support/pairs.js';

const count = 12;
/** Every third has a pair that others have, and the source of the last is literal in its memory. */
const articles = Array.from({ length: count }, (_, index) => {
  const common = index % 3 === 0 ? `\n\n${pair('1a2b3-102', 'Hinweis', 'Note')}` : '';
  const own = pair('1a2b3-101', `Ziel ${index} **fett**`, `Source  ${index} **bold**`);
  return articleOf(`---\nms.contentlocale: de-DE\n---\n${own}${common}`, `docs/${index}/index.md`);
});
const documents: readonly string[] = [
  ...articles.map((article) => exportToString([article], 'tmx').replaceAll('Ziel', 'Neu')),
  exportToString(articles.slice(-1), 'tmx', { inline: 'text' }).replaceAll('Source  ', 'Source\n'),
  exportToString(articles.slice(0, 1), 'tmx').replaceAll('de-DE', 'fr-FR'),
  exportToString(articles.slice(0, 1), 'tmx').replace('</body>', ''),
  exportToString([articleOf(pair('1a2b3-101', 'Weder', 'Neither'), 'x.md')], 'tmx', { trgLang: 'de-DE' }),
];
const [literal, french, damaged] = [count, count + 1, count + 2];
const memories: readonly KnownMemory[] = documents.map((document) => {
  const passed = passMemory(textOf(document), 'en-US');
  return 'code' in passed ? passed : shared(toMemoryIndex(passed));
});

describe('of many memories', () => {
  it('those have something for an article that have one of its sources, and those that are refused', () => {
    const choice = createMemoryChoice(memories, shared(indexMemories(memories)));
    articles.forEach((article, index) => {
      const others = articles.flatMap((_, other) =>
        index % 3 === 0 && other % 3 === 0 && other !== index ? other : [],
      );
      // What a memory without the language says is the same for all articles.
      const told = index === 0 ? [french] : [];
      const spelled = index === count - 1 ? [literal] : [];
      const expected = [index, ...others, ...spelled, ...told, damaged].sort((a, b) => a - b);
      expect(choice.for(sourceKeysOf(article), 'de-de')).toEqual(expected);
    });
  });

  it('the others have nothing, whoever asks them', () => {
    const choice = createMemoryChoice(memories, indexMemories(memories));
    for (const article of articles) {
      const asked = choice.for(sourceKeysOf(article), 'de-DE');
      documents.forEach((document, place) => {
        if (asked.includes(place)) return;
        const merged = mergeTmx(article, document);
        const codes = merged._tag === 'Right' ? [] : merged.left.map(({ code }) => code);
        expect(codes).toEqual([place === french ? 'merge/no-entry' : 'merge/no-match']);
      });
    }
  });

  it('one of which nothing is known is asked', () => {
    expect(createMemoryChoice([undefined], indexMemories([undefined])).for(new Set([1]), 'de')).toEqual([0]);
  });
});
