/** From so many numbers on, they stand in memory that is shared. */
const leastShared = 1 << 13;

/**
 * Room for so many 32-bit integers, which are 0.
 *
 * Where there are many, it is memory that threads may share, though none does: V8 counts any other to what has it collect
 * garbage, and looked through all entries of a million four times while an index of them was made, a third of the time. So
 * it is for what lives as long as an index: what is dropped waits for a collection that something else asks for. Browsers
 * have such memory only for pages that are isolated from others.
 */
export function roomFor(count: number): Int32Array {
  if (count < leastShared || typeof SharedArrayBuffer === 'undefined') return new Int32Array(count);
  return new Int32Array(new SharedArrayBuffer(count * Int32Array.BYTES_PER_ELEMENT));
}

/** The same numbers, with room for twice as many, and for `least` of them. */
export function grown(values: Readonly<Int32Array>, least = 0): Int32Array {
  const more = roomFor(Math.max(values.length * 2, least));
  more.set(values);
  return more;
}

/** The first so many numbers, without the room behind them, where that is more than an eighth. */
export function fitted(values: Int32Array, count: number): Int32Array {
  if (values.length <= count + (count >>> 3)) return values;
  const own = roomFor(count);
  own.set(values.subarray(0, count));
  return own;
}
