/** A hash table of keys, with chains: their places count from 1, so that 0 is none. Plain data. */
export interface Chains {
  readonly first: Uint32Array;
  readonly next: Uint32Array;
}

export function chainKeys(keys: Float64Array): Chains {
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

/** From one place of a key to the next, in order; `from`: default, to the first. */
export function nextOf(key: number, keys: Float64Array, { first, next }: Chains, from?: number): number {
  let at = (from === undefined ? first[slotOf(key, first.length)] : next[from - 1]) ?? 0;
  while (at > 0 && keys[at - 1] !== key) at = next[at - 1] ?? 0;
  return at;
}

/** The rest of a division by a power of two, of which the processor makes less than of `%`. */
function slotOf(key: number, size: number): number {
  return (key >>> 0) & (size - 1);
}
