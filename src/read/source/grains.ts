import type { Side } from '../../model/article.js';
import { lastStartingBy, type Range } from '../../model/position.js';
import type { SourceArticle, SourceUnit } from '../../model/source-article.js';
import { findDefinitions } from '../inline/definitions.js';
import { type BlockText, readBlockText } from './block-text.js';
import type { SentenceRules } from './cut/sentences.js';

/** A run of the atoms of a block, as one text: a sentence, a part of one, sentences joined, or the whole block. */
export interface Grain {
  /** The index of its first atom. */
  readonly first: number;
  /** The index of its last atom. */
  readonly last: number;
  readonly source: Side;
}

const noSentences: SentenceRules = { ends: () => [] };

/** Runs of more atoms than these are not asked for, but for the whole block. */
const longestRun = 40;

/**
 * Looks at an article at all grains that a memory may know it at: gives the texts that each unit can be cut into, from its
 * first atom on, shorter ones first. Two grains may have the same atoms: a link that is all there is, is given as its label
 * and as a whole. Runs have 40 atoms at most, but for the whole unit. Units are those of the article.
 *
 * @example
 * const article = sourceArticleOf(readSource('One. Two.'));
 * const [unit] = article.units;
 * Array.from(createGrains(article)(unit), ({ source }) => source.text) // ['One.', 'One. Two.', 'Two.']
 */
export function createGrains(article: SourceArticle): (unit: SourceUnit) => Generator<Grain, void, undefined> {
  const definitions = findDefinitions(article.text);
  const isDefined = (label: string): boolean => definitions.has(label);
  return function* grainsOf({ lines, atoms }) {
    if (atoms.length === 0) return;
    const block = readBlockText(article.text, lines, isDefined, noSentences);
    const offsetOf = createOffsets(lines);
    const parts = atoms.map(({ range }): Range => ({ start: offsetOf(range.start), end: offsetOf(range.end) }));
    for (const [first, { start }] of parts.entries()) {
      for (let last = first; last < parts.length && last - first < longestRun; last++) {
        yield* grainsIn(block, first, last, { start, end: parts[last]?.end ?? start });
      }
    }
    if (parts.length > longestRun) {
      yield* grainsIn(block, 0, parts.length - 1, { start: parts[0]?.start ?? 0, end: parts.at(-1)?.end ?? 0 });
    }
  };
}

function* grainsIn(block: BlockText, first: number, last: number, run: Range): Generator<Grain, void, undefined> {
  const { trimmer, hasWords, sideOf } = block;
  const part = trimmer.trim(run);
  if (part !== undefined && hasWords(part)) yield { first, last, source: sideOf(part) };
  const whole = trimmer.trimSpace(run);
  if (whole === undefined || (whole.start === part?.start && whole.end === part.end)) return;
  yield { first, last, source: sideOf(whole) };
}

/** Finds the offset in a stretch of a place in the article. */
function createOffsets(lines: readonly Range[]): (place: number) => number {
  let length = 0;
  const starts = lines.map(({ start, end }) => {
    const line = { start, from: length };
    length += end - start + 1;
    return line;
  });
  return (place) => {
    const line = starts[lastStartingBy(starts, place, ({ start }) => start)];
    return line === undefined ? 0 : line.from + place - line.start;
  };
}
