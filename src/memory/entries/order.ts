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
  const byText = sortByNumber(others, (index) => startOf(store.textAt(index)));
  const compare = (a: number, b: number): number => compareRest(store, a, b);
  return Int32Array.from([...sortRuns(byPlace, compare), ...sortRuns(byText, compare)]);
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

/** The first characters of a text as a number that is in their order. */
function startOf(text: string): number {
  let number = 0;
  let taken = 0;
  for (const character of text) {
    number = number * 0x110000 + (character.codePointAt(0) ?? 0);
    if (++taken === 2) break;
  }
  return taken === 2 ? number : number * 0x110000 ** (2 - taken);
}

function compareRest(store: Store, a: number, b: number): number {
  const [one, other] = [store.at(a), store.at(b)];
  return (
    compareCodePoints(one.id, other.id) ||
    compareCodePoints(one.trgLang, other.trgLang) ||
    compareCodePoints(one.text(), other.text())
  );
}
