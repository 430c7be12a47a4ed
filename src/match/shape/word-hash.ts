/** Where the two hashes of a word begin. */
export const firstSeed: number = 0x811c9dc5 | 0;
export const secondSeed = 0x2545f491;

/** The first hash with one more code unit. */
export function addFirst(hash: number, unit: number): number {
  return Math.imul(hash ^ unit, 0x01000193);
}

/** The second one. */
export function addSecond(hash: number, unit: number): number {
  return (Math.imul(hash, 0x9e3779b1) + unit) | 0;
}

/** The spelling of words so far, with one more. */
export function addSpelling(hash: number, text: string, start: number, end: number): number {
  let spelling = hash;
  for (let at = start; at < end; at++) spelling = addFirst(spelling, text.charCodeAt(at));
  return addFirst(spelling, 0x20);
}

/** A word as it is compared: without case and width, composed, with the straight apostrophe. */
export function foldedPart(text: string, start: number, end: number): string {
  const word = text.slice(start, end);
  for (let at = start; at < end; at++) {
    if (text.charCodeAt(at) > 0x7f) return word.normalize('NFKC').toLowerCase().replaceAll('’', "'");
  }
  return word.toLowerCase();
}

/** A hash with two more numbers. */
export function mix(hash: number, one: number, other: number): number {
  const mixed = Math.imul(hash ^ Math.imul(one, 0xcc9e2d51), 0x85ebca6b) ^ Math.imul(other, 0xc2b2ae35);
  return Math.imul(mixed ^ (mixed >>> 15), 0x9e3779b1) ^ (hash >>> 13);
}
