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
    chains ??= chain(keys.subarray(0, count));
    let at = (from === undefined ? chains.first[slotOf(key, chains.first.length)] : chains.next[from - 1]) ?? 0;
    while (at > 0 && keys[at - 1] !== key) at = chains.next[at - 1] ?? 0;
    return at;
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
      ...(chains ?? chain(keys.subarray(0, count))),
    }),
  };
}

function grown<T extends Float64Array | Uint32Array | Uint16Array>(from: T, to: T): T {
  to.set(from);
  return to;
}

/** A hash table with chains: numbers of units from 1, so that 0 is none. */
interface Chains {
  readonly first: Uint32Array;
  readonly next: Uint32Array;
}

function chain(keys: Float64Array): Chains {
  let size = 64;
  while (size < keys.length) size *= 2;
  const first = new Uint32Array(size);
  const next = new Uint32Array(keys.length);
  for (let index = keys.length - 1; index >= 0; index--) {
    const slot = slotOf(keys[index] ?? 0, size);
    next[index] = first[slot] ?? 0;
    first[slot] = index + 1;
  }
  return { first, next };
}

function slotOf(key: number, size: number): number {
  return key % size;
}
