/** Finds which of many texts begin at a place of another text. */
export interface TextIndex {
  /** Calls `found` with the number of each text that stands in `text` between the limits of words, and where it does. */
  find(text: string, found: (number: number, start: number, end: number) => void): void;
}

/** Whether a place between two code units parts words there. */
export type Limit = (text: string, at: number) => boolean;

/**
 * An index of texts, which are in order and differ from each other. Numbers are their places in the list.
 *
 * The texts that begin at a place are the last one in order that is not after it, as far as it begins there, and those
 * that this one begins with.
 */
export function createTextIndex(texts: readonly string[], starts: Limit, ends: Limit): TextIndex {
  const shorter = beginnings(texts);
  const ranges = rangesByStart(texts);
  return {
    find(text, found) {
      for (let at = 0; at < text.length; at++) {
        const range = ranges.get(text.charCodeAt(at));
        if (range === undefined || !starts(text, at)) continue;
        const second = at + 1 < text.length ? range.second.get(text.charCodeAt(at + 1)) : undefined;
        if (second === undefined && range.single === undefined) continue;
        let number = second === undefined ? (range.single ?? -1) : longestAt(texts, text, at, second, shorter);
        while (number >= 0) {
          const { length } = texts[number] as string;
          if (ends(text, at + length)) found(number, at, at + length);
          number = shorter[number] as number;
        }
      }
    },
  };
}

/** For each text the number of the longest other one that it begins with, or -1. */
function beginnings(texts: readonly string[]): Int32Array {
  const shorter = new Int32Array(texts.length).fill(-1);
  for (let number = 1; number < texts.length; number++) {
    let before = number - 1;
    while (before >= 0 && !(texts[number] as string).startsWith(texts[before] as string)) {
      before = shorter[before] as number;
    }
    shorter[number] = before;
  }
  return shorter;
}

interface Starts {
  /** The number of the text that is the code unit alone. */
  single?: number;
  /** By the code unit after it: the first number, and that after the last. */
  readonly second: Map<number, Range>;
}

interface Range {
  readonly from: number;
  to: number;
}

/** Where texts stand in the order that begin with a code unit, and with two. */
function rangesByStart(texts: readonly string[]): Map<number, Starts> {
  const ranges = new Map<number, Starts>();
  for (let number = 0; number < texts.length; number++) {
    const text = texts[number] as string;
    let starts = ranges.get(text.charCodeAt(0));
    if (starts === undefined) {
      starts = { second: new Map() };
      ranges.set(text.charCodeAt(0), starts);
    }
    if (text.length === 1) {
      starts.single = number;
      continue;
    }
    const range = starts.second.get(text.charCodeAt(1));
    if (range === undefined) starts.second.set(text.charCodeAt(1), { from: number, to: number + 1 });
    else range.to = number + 1;
  }
  return ranges;
}

/** The number of the longest text that begins at a place of another text, or -1. `range`: those that two code units have in common. */
function longestAt(texts: readonly string[], text: string, at: number, range: Range, shorter: Int32Array): number {
  let low = range.from;
  let high = range.to;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (isAfter(texts[middle] as string, text, at)) high = middle;
    else low = middle + 1;
  }
  // The last one that is not after it, or one that this begins with.
  let number = low - 1;
  while (number >= 0 && !text.startsWith(texts[number] as string, at)) number = shorter[number] as number;
  return number;
}

/** Whether a text comes after what stands at a place in the order of code units; one that begins there does not. */
function isAfter(one: string, text: string, at: number): boolean {
  const length = Math.min(one.length, text.length - at);
  for (let index = 0; index < length; index++) {
    const difference = one.charCodeAt(index) - text.charCodeAt(at + index);
    if (difference !== 0) return difference > 0;
  }
  return one.length > text.length - at;
}
