import { roomFor } from '../shape/room.js';
import { bitsOf } from './elements.js';
import type { Groups } from './groups.js';

/** Signatures of 64 bits: a bit for each word of a text. They say at once that two texts have little in common. */
export class Signatures {
  private readonly values: Int32Array;
  private low = 0;
  private high = 0;
  private unknowns = 0;

  constructor(groups: Groups) {
    this.values = roomFor(groups.size * 2);
    for (let group = 0; group < groups.size; group++) {
      this.set(groups.pool, groups.startOf(group), groups.lengthOf(group));
      this.values[group * 2] = this.low;
      this.values[group * 2 + 1] = this.high;
    }
  }

  /** Takes the text that others are compared with. */
  set(words: Readonly<Int32Array>, start: number, count: number): void {
    this.low = this.high = this.unknowns = 0;
    for (let at = start; at < start + count; at++) {
      const word = words[at] as number;
      if (word === 0) this.unknowns++;
      else {
        const bit = Math.imul(word, 0x9e3779b1) >>> 26;
        if (bit < 32) this.low |= 1 << bit;
        else this.high |= 1 << (bit & 31);
      }
    }
  }

  /** Whether a group may have at most `most` words that the text has not, and the text at most `mostOwn`. */
  isNear(group: number, most: number, mostOwn: number): boolean {
    const low = this.values[group * 2] as number;
    const high = this.values[group * 2 + 1] as number;
    if (bitsOf(low & ~this.low) + bitsOf(high & ~this.high) > most) return false;
    return bitsOf(this.low & ~low) + bitsOf(this.high & ~high) <= mostOwn - this.unknowns;
  }
}
