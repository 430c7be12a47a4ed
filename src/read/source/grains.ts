import type { Side } from '../../model/article.js';
import { lastStartingBy, type Range } from '../../model/position.js';
import type { SourceArticle, SourceUnit } from '../../model/source-article.js';
import { findDefinitions } from '../inline/definitions.js';
import type { Mark } from '../inline/marks.js';
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
  /** Whether a stretch of a unit has one half of a link, or of an image, and not the other: read alone, it is text. */
  isTorn(unit: SourceUnit, range: Range): boolean;
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
  let last: OpenedUnit | undefined;
  const open = (unit: SourceUnit): OpenedUnit => {
    // One is asked for several times, one after the other.
    if (last?.unit === unit) return last;
    const block = new BlockText(article.text, unit.lines, isDefined, noSentences);
    last = { unit, block, offsetOf: createOffsets(unit.lines) };
    return last;
  };
  return {
    of: (unit, isWanted = all) => grainsOf(unit, open, isWanted),
    sidesOf(unit, grains) {
      const opened = open(unit);
      return grains.map(({ range }) => opened.block.sideOf(partOf(opened, range)));
    },
    isTorn(unit, range) {
      const opened = open(unit);
      const { halves } = opened.block;
      const { start, end } = partOf(opened, range);
      for (let at = lastStartingBy(halves, start, (half) => half.start); at < halves.length; at++) {
        const { start: own, partner } = halves[at] as Mark;
        if (own >= end) break;
        const other = partner?.start ?? own;
        if (own >= start && (other < start || other >= end)) return true;
      }
      return false;
    },
  };
}

/** A unit whose text was read. */
interface OpenedUnit {
  readonly unit: SourceUnit;
  readonly block: BlockText;
  /** The offset in its text of a place in the article. */
  readonly offsetOf: (place: number) => number;
}

function partOf({ offsetOf }: OpenedUnit, { start, end }: Range): Range {
  return { start: offsetOf(start), end: offsetOf(end) };
}

/** At the top level: a generator within a function has a hidden class for each call of that. */
function* grainsOf(
  unit: SourceUnit,
  open: (unit: SourceUnit) => OpenedUnit,
  isWanted: IsWanted,
): Generator<Grain, void, undefined> {
  const { atoms } = unit;
  if (atoms.length === 0) return;
  const opened = open(unit);
  const { block } = opened;
  const parts = atoms.map(({ range }) => partOf(opened, range));
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
