import { type Chains, chainKeys, nextOf } from './chains.js';

/** Where units stand in a document, in its order, and what is looked for in each. Some thirty bytes for a unit. */
export interface Ranges {
  readonly count: number;
  add(start: number, end: number, surroundings: number, key: number): void;
  startOf(index: number): number;
  endOf(index: number): number;
  surroundingsOf(index: number): number;
  /** The units with a key, in order. */
  withKey(key: number): readonly number[];
  /** The first of them. */
  firstWithKey(key: number): number | undefined;
  /** What they are made of, for another thread. */
  toData(): RangesData;
}

/** What ranges are made of. Plain data. */
export interface RangesData extends Chains {
  readonly starts: Float64Array;
  readonly keys: Float64Array;
  readonly lengths: Uint32Array;
  readonly surroundings: Uint16Array;
}

/** `known`: what others are made of; none are added to these. */
export function createRanges(known?: RangesData): Ranges {
  let count = known?.starts.length ?? 0;
  let starts = known?.starts ?? new Float64Array(64);
  let keys = known?.keys ?? new Float64Array(64);
  let lengths = known?.lengths ?? new Uint32Array(64);
  let surroundings = known?.surroundings ?? new Uint16Array(64);
  let chains: Chains | undefined = known;
  /** From one unit with a key to the next, in order; numbers count from 1. */
  const next = (key: number, from?: number): number => {
    chains ??= chainKeys(keys.subarray(0, count));
    return nextOf(key, keys, chains, from);
  };
  return {
    get count() {
      return count;
    },
    add(start, end, around, key) {
      if (count === starts.length) {
        starts = grown(starts, new Float64Array(count * 2));
        keys = grown(keys, new Float64Array(count * 2));
        lengths = grown(lengths, new Uint32Array(count * 2));
        surroundings = grown(surroundings, new Uint16Array(count * 2));
      }
      starts[count] = start;
      keys[count] = key;
      lengths[count] = end - start;
      surroundings[count] = around;
      count++;
      chains = undefined;
    },
    startOf: (index) => starts[index] ?? 0,
    endOf: (index) => (starts[index] ?? 0) + (lengths[index] ?? 0),
    surroundingsOf: (index) => surroundings[index] ?? 0,
    withKey(key) {
      const found: number[] = [];
      for (let at = next(key); at > 0; at = next(key, at)) found.push(at - 1);
      return found;
    },
    firstWithKey(key) {
      const at = next(key);
      return at > 0 ? at - 1 : undefined;
    },
    toData: () => ({
      starts: starts.subarray(0, count),
      keys: keys.subarray(0, count),
      lengths: lengths.subarray(0, count),
      surroundings: surroundings.subarray(0, count),
      ...(chains ?? chainKeys(keys.subarray(0, count))),
    }),
  };
}

function grown<T extends Float64Array | Uint32Array | Uint16Array>(from: T, to: T): T {
  to.set(from);
  return to;
}
