import { keyOfPacked } from '../packed-texts.js';
import { compareCodePoints } from '../policy.js';
import type { Store } from '../store/store.js';
import type { Steps } from './steps.js';

/**
 * Sorts translations: by their first places, the path, then the number and the rest of the id; those of no known place
 * come last, by their texts. What is left is decided by language and text.
 */
export function* sortByPlace(store: Store, indexes: Int32Array): Steps<Int32Array> {
  const sorted = new Int32Array(indexes.length);
  const others: number[] = [];
  // Those of one path are put together, in the order of the paths: there are few paths.
  const ranks = store.rankPaths();
  const ends = new Int32Array(ranks.length + 1);
  for (const index of indexes) {
    const path = store.pathNumberOf(index);
    if (path === 0) others.push(index);
    else ends[(ranks[path] ?? 0) + 1] = (ends[(ranks[path] ?? 0) + 1] ?? 0) + 1;
  }
  for (let rank = 1; rank < ends.length; rank++) ends[rank] = (ends[rank] ?? 0) + (ends[rank - 1] ?? 0);
  const starts = ends.slice();
  for (const index of indexes) {
    const path = store.pathNumberOf(index);
    if (path === 0) continue;
    const rank = ranks[path] ?? 0;
    const at = ends[rank] ?? 0;
    sorted[at] = index;
    ends[rank] = at + 1;
  }
  for (const [rank, start] of starts.entries()) {
    sortInPath(store, sorted.subarray(start, ends[rank]));
    yield;
  }
  let count = indexes.length - others.length;
  for (const index of sortByText(store, others)) {
    sorted[count++] = index;
    yield;
  }
  return sorted;
}

/** Sorts translations of one path in place: most are in order, as they came. */
function sortInPath(store: Store, indexes: Int32Array): void {
  for (let at = 1; at < indexes.length; at++) {
    if (compareInPath(store, indexes[at - 1] ?? 0, indexes[at] ?? 0) <= 0) continue;
    // That of arrays sees what is in order already.
    indexes.set(Array.from(indexes).sort((a, b) => compareInPath(store, a, b)));
    return;
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
  const read = (index: number): Text => ({
    index,
    trgLang: store.languageOf(index),
    text: keyOfPacked(store.textAt(index)),
  });
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

/** By the source, which comes first in the key; then as all translations. */
function compareTexts(a: Text, b: Text): number {
  return compareCodePoints(a.text, b.text) || compareCodePoints(a.trgLang, b.trgLang);
}

function compareInPath(store: Store, a: number, b: number): number {
  const byNumber = store.idNumberOf(a) - store.idNumberOf(b);
  return byNumber !== 0 ? byNumber : compareRest(store, a, b);
}

function compareRest(store: Store, a: number, b: number): number {
  const [one, other] = [store.at(a), store.at(b)];
  return (
    compareCodePoints(one.id, other.id) ||
    compareCodePoints(one.trgLang, other.trgLang) ||
    compareCodePoints(one.text(), other.text())
  );
}
