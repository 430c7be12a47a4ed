import type { Side } from '../../model/article.js';
import { lastStartingBy, type Range } from '../../model/position.js';
import type { SourceArticle, SourceUnit } from '../../model/source-article.js';
import { findDefinitions } from '../inline/definitions.js';
import { BlockText } from './block-text.js';
import type { SentenceRules } from './cut/sentences.js';

/** A run of the atoms of a block, as one text: a sentence, a part of one, sentences joined, or the whole block. */
export interface Grain {
  /** The index of its first atom. */
  readonly first: number;
  /** The index of its last atom. */
  readonly last: number;
  /** Where it stands in the article. */
  readonly range: Range;
  /** What it reads, as the source of a segment would. */
  readonly text: string;
}

/** The texts of an article at all grains. */
export interface Grains {
  /**
   * The texts that a unit of the article can be cut into, from its first atom on, shorter ones first. Two may have the same
   * atoms: a link, or an image, that is all there is, is given as its label, and as a whole. Runs have 24 atoms at most, but
   * for the whole unit. `isWanted`: which of them; it is asked for each, in this order. Default: all.
   */
  of(unit: SourceUnit, isWanted?: IsWanted): Generator<Grain, void, undefined>;
  /** The source of a segment that a unit of the article has at some of its grains, or in place of them. */
  sidesOf(unit: SourceUnit, grains: readonly Grain[]): Side[];
}

/** Whether a text of the atoms from one up to another one is wanted. */
export type IsWanted = (first: number, last: number, text: string) => boolean;

const longestRun = 24;

/**
 * Looks at an article at all grains that a memory may know it at.
 *
 * @example
 * const article = sourceArticleOf(readSource('One. Two.'));
 * const [unit] = article?.units ?? [];
 * article && unit && Array.from(createGrains(article).of(unit), ({ text }) => text) // ['One.', 'One. Two.', 'Two.']
 */
export function createGrains(article: SourceArticle): Grains {
  const definitions = findDefinitions(article.text);
  const isDefined = (label: string): boolean => definitions.has(label);
  let last: { readonly unit: SourceUnit; readonly block: BlockText } | undefined;
  const read = (unit: SourceUnit): BlockText => {
    // One is asked for several times, one after the other.
    if (last?.unit !== unit) last = { unit, block: new BlockText(article.text, unit.lines, isDefined, noSentences) };
    return last.block;
  };
  return {
    of: (unit, isWanted = all) => grainsOf(unit, read, isWanted),
    sidesOf(unit, grains) {
      const block = read(unit);
      const offsetOf = createOffsets(unit.lines);
      return grains.map(({ range }) => block.sideOf({ start: offsetOf(range.start), end: offsetOf(range.end) }));
    },
  };
}

/** At the top level: a generator within a function has a hidden class for each call of that. */
function* grainsOf(
  unit: SourceUnit,
  read: (unit: SourceUnit) => BlockText,
  isWanted: IsWanted,
): Generator<Grain, void, undefined> {
  const { lines, atoms } = unit;
  if (atoms.length === 0) return;
  const block = read(unit);
  const offsetOf = createOffsets(lines);
  const parts = atoms.map(({ range }) => ({ start: offsetOf(range.start), end: offsetOf(range.end) }));
  for (const first of parts.keys()) {
    const end = Math.min(parts.length, first + longestRun);
    const grains: Grain[] = [];
    for (let last = first; last < end; last++) addGrains(block, parts, { first, last, isWanted, grains });
    yield* grains;
  }
  if (parts.length > longestRun) {
    const grains: Grain[] = [];
    addGrains(block, parts, { first: 0, last: parts.length - 1, isWanted, grains });
    yield* grains;
  }
}

/** Where these end is known. */
const noSentences: SentenceRules = { ends: () => [] };

const all: IsWanted = () => true;

/** A run of atoms, and where its grains go. */
interface AskedRun {
  readonly first: number;
  readonly last: number;
  readonly isWanted: IsWanted;
  readonly grains: Grain[];
}

function addGrains(block: BlockText, parts: readonly Range[], asked: AskedRun): void {
  const { trimmer } = block;
  const head = parts[asked.first] as Range;
  const tail = parts[asked.last] as Range;
  const run = { start: head.start, end: tail.end };
  const part = trimmer.trim(run);
  // Without its first or last atom, it is the grain of a shorter run.
  const isOwn = part !== undefined && part.start < head.end && part.end > tail.start;
  if (isOwn && block.hasWords(part)) offer(block, part, asked);
  const alternative = trimmer.trimImage(run);
  if (alternative !== undefined) offer(block, alternative, asked);
  if (part?.start !== run.start || part.end !== run.end) offer(block, run, asked);
}

function offer(block: BlockText, part: Range, { first, last, isWanted, grains }: AskedRun): void {
  const text = block.textOf(part);
  if (isWanted(first, last, text)) grains.push({ first, last, range: block.placeOf(part), text });
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
