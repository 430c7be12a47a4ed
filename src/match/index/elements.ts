/**
 * The words of a text as elements of a set: a hash of each word, and of how many of it stand before. Two elements with one
 * hash count as one, which finds more, and loses nothing.
 */
export class Elements {
  /** Their hashes, in no order that means anything. */
  hashes: Int32Array = new Int32Array(64);
  count = 0;
  /** How many are words that the index does not know; they are none of the hashes. */
  unknowns = 0;
  private sorted = new Int32Array(64);

  set(words: Readonly<Int32Array>, start: number, count: number): void {
    if (count > this.sorted.length) {
      this.sorted = new Int32Array(count * 2);
      this.hashes = new Int32Array(count * 2);
    }
    const own = this.sorted.subarray(0, count);
    for (let at = 0; at < count; at++) own[at] = words[start + at] as number;
    own.sort();
    this.count = 0;
    this.unknowns = 0;
    let before = 0;
    for (let at = 0; at < count; at++) {
      const word = own[at] as number;
      if (word === 0) this.unknowns++;
      else {
        before = at > 0 && own[at - 1] === word ? before + 1 : 0;
        this.hashes[this.count++] = elementHash(word, before);
      }
    }
  }
}

function elementHash(word: number, before: number): number {
  const hash = Math.imul(word ^ Math.imul(before, 0x85ebca6b), 0x9e3779b1);
  return Math.imul(hash ^ (hash >>> 15), 0xc2b2ae35);
}

/** Numbers of 32 bits in a signature. */
export const signatureWidth = 8;

/** Sets the bit of each element of a text in a signature of 256 bits, which begins at `at`. */
export function setSignature(signature: Int32Array, at: number, { hashes, count }: Elements): void {
  for (let element = 0; element < count; element++) {
    const bit = (hashes[element] as number) >>> 24;
    const place = at + (bit >>> 5);
    signature[place] = (signature[place] as number) | (1 << (bit & 31));
  }
}

/** Whether at most so many bits of one signature are not set in the other, and the other way round. */
export function areNear(
  one: Readonly<Int32Array>,
  other: Readonly<Int32Array>,
  at: number,
  most: number,
  mostOther: number,
): boolean {
  let only = 0;
  let onlyOther = 0;
  for (let place = 0; place < signatureWidth; place++) {
    const a = one[place] as number;
    const b = other[at + place] as number;
    only += bitsOf(a & ~b);
    onlyOther += bitsOf(b & ~a);
  }
  return only <= most && onlyOther <= mostOther;
}

/** How many bits are set. */
export function bitsOf(word: number): number {
  let bits = word - ((word >>> 1) & 0x5555_5555);
  bits = (bits & 0x3333_3333) + ((bits >>> 2) & 0x3333_3333);
  return Math.imul((bits + (bits >>> 4)) & 0x0f0f_0f0f, 0x0101_0101) >>> 24;
}
