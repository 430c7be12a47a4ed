import { compareCodePoints } from '../policy.js';
import type { Store } from '../store/store.js';

/** More than any number of an id. */
const ids = 2 ** 31;

/**
 * Sorts translations: by their first places, the path, then the number and the rest of the id; those of no known place
 * come last, by their texts. What is left is decided by language and text.
 */
export function sortByPlace(store: Store, indexes: readonly number[]): Int32Array {
  const placed: number[] = [];
  const others: number[] = [];
  for (const index of indexes) (store.pathNumberOf(index) === 0 ? others : placed).push(index);
  const ranks = store.rankPaths();
  const byPlace = sortByNumber(
    placed,
    (index) => (ranks[store.pathNumberOf(index)] ?? 0) * ids + store.idNumberOf(index),
  );
  const sorted = new Int32Array(indexes.length);
  let count = 0;
  for (const index of sortRuns(byPlace, (a, b) => compareRest(store, a, b))) sorted[count++] = index;
  for (const index of sortByText(store, others)) sorted[count++] = index;
  return sorted;
}

interface Sorted {
  readonly indexes: Uint32Array;
  readonly keys: Float64Array;
}

function sortByNumber(indexes: readonly number[], keyOf: (index: number) => number): Sorted {
  const all = Float64Array.from(indexes, keyOf);
  const order = Uint32Array.from(indexes.keys()).sort((a, b) => (all[a] ?? 0) - (all[b] ?? 0));
  return {
    indexes: order.map((at) => indexes[at] ?? 0),
    keys: Float64Array.from(order, (at) => all[at] ?? 0),
  };
}

/** Sorts what has one key: few at a time, so that not all texts have to be at hand. */
function* sortRuns({ indexes, keys }: Sorted, compare: (a: number, b: number) => number): Generator<number> {
  for (let start = 0; start < indexes.length; ) {
    let end = start + 1;
    while (end < indexes.length && keys[end] === keys[start]) end++;
    if (end === start + 1) yield indexes[start] ?? 0;
    else yield* Array.from(indexes.subarray(start, end)).sort(compare);
    start = end;
  }
}

/** Code units of texts that are sorted at once; more of them than that are sorted in parts, which are merged. */
const sortedAtOnce = 1 << 25;

/** A translation without a place, and what decides. */
interface Text {
  readonly index: number;
  readonly trgLang: string;
  readonly text: string;
}

/** Sorts translations by language and text. Each text is read at most twice: most of them may be in a file. */
function* sortByText(store: Store, indexes: readonly number[]): Generator<number> {
  const read = (index: number): Text => ({ index, trgLang: store.languageOf(index), text: store.textAt(index) });
  const parts: Int32Array[] = [];
  let part: Text[] = [];
  let length = 0;
  for (const [at, index] of indexes.entries()) {
    const text = read(index);
    part.push(text);
    length += text.text.length + partCost;
    if (length < sortedAtOnce && at < indexes.length - 1) continue;
    parts.push(Int32Array.from(part.sort(compareTexts), (each) => each.index));
    part = [];
    length = 0;
  }
  const [only] = parts;
  if (only !== undefined && parts.length === 1) yield* only;
  else yield* mergeSorted(parts, read);
}

/** What a text takes besides its characters. */
const partCost = 32;

function* mergeSorted(parts: readonly Int32Array[], read: (index: number) => Text): Generator<number> {
  const open = parts.map((part) => ({ part, at: 0, first: read(part[0] ?? 0) }));
  while (open.length > 0) {
    let least = 0;
    for (let at = 1; at < open.length; at++) {
      const [one, other] = [open[least], open[at]];
      if (one !== undefined && other !== undefined && compareTexts(other.first, one.first) < 0) least = at;
    }
    const taken = open[least];
    if (taken === undefined) return;
    yield taken.first.index;
    const next = taken.part[++taken.at];
    if (next === undefined) open.splice(least, 1);
    else taken.first = read(next);
  }
}

/** By the source, which comes first in the packed text; then as all translations. */
function compareTexts(a: Text, b: Text): number {
  return compareCodePoints(a.text, b.text) || compareCodePoints(a.trgLang, b.trgLang);
}

function compareRest(store: Store, a: number, b: number): number {
  const [one, other] = [store.at(a), store.at(b)];
  return (
    compareCodePoints(one.id, other.id) ||
    compareCodePoints(one.trgLang, other.trgLang) ||
    compareCodePoints(one.text(), other.text())
  );
}
