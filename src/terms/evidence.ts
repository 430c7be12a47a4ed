import type { TermRows } from './rows.js';
import type { TermTexts } from './table.js';

/** How often texts stand in segments, and with each other. Segments with the same texts count once. */
export interface TermEvidence {
  /** Segments with a source; with a target. */
  readonly sources: Uint32Array;
  readonly targets: Uint32Array;
  /** For each source and each of its partners, segments with both: in the order of {@link TermTexts.partners}. */
  readonly both: readonly Uint32Array[];
  /** As `both`, but segments with the same texts count each. */
  readonly places: readonly Uint32Array[];
  /** Segments with a word. */
  words(word: number): number;
  /**
   * The largest share of the segments with a target in which it has one and the same letter before it, or after it, in
   * a script without spaces between words.
   */
  besideLetter(target: number): number;
  /** The share of the segments with a target in which no such letter is beside it. */
  apart(target: number): number;
  /** How many of the segments with a source have a word, from 0 to 1. */
  wordShare(source: number, word: number): number;
  /** How the words of the segments with a target say what it is: pairs of word and share of the segments. */
  wordsBeside(target: number): Iterable<readonly [word: number, segments: number]>;
}

/** Counts what articles bring, in their order. */
export interface EvidenceBuilder extends TermEvidence {
  add(rows: TermRows): void;
}

/** Words are counted in so many segments of a target: more do not make it clearer. */
const mostSegments = 256;

export function createEvidence({ sources: sourceTexts, targets: targetTexts, partners }: TermTexts): EvidenceBuilder {
  const seen = new Set<number>();
  const sources = new Uint32Array(sourceTexts.length);
  const targets = new Uint32Array(targetTexts.length);
  const both = partners.map((list) => new Uint32Array(list.length));
  const words = new Map<number, number>();
  const besideTarget: Map<number, number>[] = [];
  const besideSource: Map<number, number>[] = [];
  const before: Map<number, number>[] = [];
  const after: Map<number, number>[] = [];
  const apart = new Uint32Array(targetTexts.length);
  const stamps = new Uint32Array(targetTexts.length);
  let stamp = 0;
  const places: Uint32Array[] = partners.map((list) => new Uint32Array(list.length));
  const placeOf = partners.map((list) =>
    list.length > 8 ? new Map(list.map((target, at) => [target, at])) : undefined,
  );
  /** Of sources with many partners, the targets that are there are looked up; of others, the partners. */
  const countBoth = (into: readonly Uint32Array[], rows: TermRows, from: number, to: number, end: number): void => {
    for (let at = from; at < to; at++) {
      const source = rows[at] as number;
      const counts = into[source] as Uint32Array;
      const map = placeOf[source];
      if (map === undefined) {
        const list = partners[source] as readonly number[];
        for (let index = 0; index < list.length; index++) {
          if (stamps[list[index] as number] === stamp) increase(counts, index);
        }
        continue;
      }
      for (let target = to; target < end; target++) {
        const place = map.get(rows[target] as number);
        if (place !== undefined) increase(counts, place);
      }
    }
  };
  const addRow = (rows: TermRows, at: number): number => {
    const firstTarget = at + 5 + (rows[at + 2] as number);
    const found = rows[at + 3] as number;
    const afterTargets = firstTarget + found;
    const firstWord = afterTargets + found;
    const end = firstWord + (rows[at + 4] as number);
    stamp++;
    for (let index = firstTarget; index < afterTargets; index++) stamps[rows[index] as number] = stamp;
    countBoth(places, rows, at + 5, firstTarget, afterTargets);
    const hash = (rows[at] as number) * 0x200000 + ((rows[at + 1] as number) & 0x1fffff);
    if (seen.has(hash)) return end;
    seen.add(hash);
    countBoth(both, rows, at + 5, firstTarget, afterTargets);
    for (let index = at + 5; index < firstTarget; index++) {
      const source = rows[index] as number;
      increase(sources, source);
      if ((sources[source] as number) <= mostSegments) countWords(besideSource, source, rows, firstWord, end);
    }
    for (let index = firstWord; index < end; index++) {
      const word = rows[index] as number;
      words.set(word, (words.get(word) ?? 0) + 1);
    }
    for (let index = firstTarget; index < afterTargets; index++) {
      const target = rows[index] as number;
      increase(targets, target);
      if ((targets[target] as number) > mostSegments) continue;
      const letters = rows[index + found] as number;
      if (letters === 0) increase(apart, target);
      countLetter(before, target, letters >>> 16);
      countLetter(after, target, letters & 0xffff);
      countWords(besideTarget, target, rows, firstWord, end);
    }
    return end;
  };
  return {
    sources,
    targets,
    both,
    places,
    words: (word) => words.get(word) ?? 0,
    besideLetter(target) {
      const all = Math.min(targets[target] as number, mostSegments);
      return Math.max(most(before[target]), most(after[target])) / Math.max(all, 1);
    },
    apart: (target) => (apart[target] as number) / Math.max(Math.min(targets[target] as number, mostSegments), 1),
    wordShare: (source, word) =>
      (besideSource[source]?.get(word) ?? 0) / Math.max(Math.min(sources[source] as number, mostSegments), 1),
    *wordsBeside(target) {
      const all = targets[target] as number;
      const scale = all > mostSegments ? all / mostSegments : 1;
      for (const [word, segments] of besideTarget[target] ?? []) yield [word, segments * scale];
    },
    add(rows) {
      for (let at = 0; at < rows.length; ) at = addRow(rows, at);
    },
  };
}

function increase(counts: Uint32Array, at: number): void {
  counts[at] = (counts[at] as number) + 1;
}

function countLetter(letters: Map<number, number>[], target: number, unit: number): void {
  if (unit === 0) return;
  let counts = letters[target];
  if (counts === undefined) {
    counts = new Map();
    letters[target] = counts;
  }
  counts.set(unit, (counts.get(unit) ?? 0) + 1);
}

function most(counts: ReadonlyMap<number, number> | undefined): number {
  let largest = 0;
  for (const times of counts?.values() ?? []) largest = Math.max(largest, times);
  return largest;
}

function countWords(beside: Map<number, number>[], text: number, rows: TermRows, from: number, to: number): void {
  let counts = beside[text];
  if (counts === undefined) {
    counts = new Map();
    beside[text] = counts;
  }
  for (let at = from; at < to; at++) {
    const word = rows[at] as number;
    counts.set(word, (counts.get(word) ?? 0) + 1);
  }
}
