import type { Article } from '../model/article.js';
import { denseUnit, endsWord, startsWord } from '../model/terms/limits.js';
import { createTextIndex } from '../model/terms/text-index.js';
import { textsOf } from './candidates.js';
import type { TermTexts } from './table.js';
import { hashText, hashWord, wordsOf } from './text/words.js';

/**
 * What stands in the segments of an article, as numbers: for each two of a hash of its texts, how many sources, targets
 * and words follow; these, and after the targets the letters beside each.
 */
export type TermRows = Uint32Array;

/** Looks through articles for the texts of a table. */
export type TermFinder = (article: Article) => TermRows;

export function createTermFinder({ sources, targets }: TermTexts): TermFinder {
  const sourceIndex = createTextIndex(sources, startsWord, endsWord);
  const targetIndex = createTextIndex(targets, startsWord, endsWord);
  const row = { sources: new Set<number>(), targets: new Map<number, number>(), words: new Set<number>() };
  return (article) => {
    const rows: number[] = [];
    for (const { source, target } of textsOf(article)) {
      row.sources.clear();
      row.targets.clear();
      row.words.clear();
      const lower = source.toLowerCase();
      sourceIndex.find(lower, (number) => row.sources.add(number));
      const lowerTarget = target.toLowerCase();
      targetIndex.find(lowerTarget, (number, start, end) => {
        if (row.targets.has(number)) return;
        row.targets.set(number, denseUnit(lowerTarget, start - 1) * 0x10000 + denseUnit(lowerTarget, end));
      });
      for (const word of wordsOf(lower)) {
        if (row.words.size === mostWords) break;
        row.words.add(hashWord(word));
      }
      rows.push(hashText(source, 0x811c9dc5), hashText(target, 0x01000193 ^ source.length));
      rows.push(row.sources.size, row.targets.size, row.words.size);
      for (const number of row.sources) rows.push(number);
      for (const number of row.targets.keys()) rows.push(number);
      for (const neighbours of row.targets.values()) rows.push(neighbours);
      for (const number of row.words) rows.push(number);
    }
    return Uint32Array.from(rows);
  };
}

/** Words of a segment that are looked at: as few segments have more, so few sentences are as long. */
const mostWords = 200;
