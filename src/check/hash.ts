/** A number of 53 bits for a text: two texts of a tree with the same one are not to be expected. (After "cyrb53".) */
export function hashText(text: string, seed = 0): number {
  const { highFactor, lowFactor } = hashing;
  let high = hashing.high ^ seed;
  let low = hashing.low ^ seed;
  for (let index = 0; index < text.length; index++) {
    const unit = text.charCodeAt(index);
    high = Math.imul(high ^ unit, highFactor);
    low = Math.imul(low ^ unit, lowFactor);
  }
  return sumOf(high, low);
}

/**
 * What {@link hashText} starts with, and what it multiplies that by after each unit. (With a sign: V8 keeps larger numbers
 * as objects.)
 */
export const hashing: Readonly<Record<'high' | 'low' | 'highFactor' | 'lowFactor', number>> = {
  high: 0xdeadbeef | 0,
  low: 0x41c6ce57,
  highFactor: 2654435761 | 0,
  lowFactor: 1597334677,
};

/** What {@link hashText} makes of that in the end. */
export function sumOf(high: number, low: number): number {
  const first = mixed(high, low);
  return 4294967296 * (2097151 & mixed(low, first)) + (first >>> 0);
}

/** One half of such a number, by the other one. */
export function mixed(one: number, other: number): number {
  return Math.imul(one ^ (one >>> 16), 2246822507) ^ Math.imul(other ^ (other >>> 13), 3266489909);
}
