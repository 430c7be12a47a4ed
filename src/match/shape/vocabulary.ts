import { roomFor } from './room.js';

/** The number of all numbers. */
export const anyNumber = 1;

/** Numbers of a slot: a word, and both its hashes, so that they stand together in memory. */
const width = 3;

/** Gives words numbers, by 64 bits of a hash of each: the words themselves are not kept. */
export class Vocabulary {
  private slots: Int32Array = roomFor(2048 * width);
  private mask = 2047;
  private count = 2;

  /** Numbers are smaller than this. */
  get size(): number {
    return this.count;
  }

  /** The number of a word; 0 where it has none. */
  find(first: number, second: number): number {
    return this.slots[this.slotFor(first, second)] as number;
  }

  /** The number of a word, a new one where it had none. */
  intern(first: number, second: number): number {
    const slot = this.slotFor(first, second);
    const known = this.slots[slot] as number;
    if (known !== 0) return known;
    const word = this.count++;
    this.put(slot, word, first, second);
    if (this.count * 2 > this.mask) this.grow();
    return word;
  }

  /** Where a word stands, or would stand. */
  private slotFor(first: number, second: number): number {
    const { slots, mask } = this;
    for (let number = slotOf(first, second) & mask; ; number = (number + 1) & mask) {
      const slot = number * width;
      if (slots[slot] === 0 || (slots[slot + 1] === first && slots[slot + 2] === second)) return slot;
    }
  }

  private grow(): void {
    const before = this.slots;
    this.mask = this.mask * 2 + 1;
    this.slots = roomFor((this.mask + 1) * width);
    for (let slot = 0; slot < before.length; slot += width) {
      const [word, first, second] = [before[slot] as number, before[slot + 1] as number, before[slot + 2] as number];
      if (word !== 0) this.put(this.slotFor(first, second), word, first, second);
    }
  }

  private put(slot: number, word: number, first: number, second: number): void {
    this.slots[slot] = word;
    this.slots[slot + 1] = first;
    this.slots[slot + 2] = second;
  }
}

/** Nobody who does not know it can make many words for one slot. No result depends on it. */
const seed = (Math.random() * 0x1_0000_0000) | 0;

function slotOf(first: number, second: number): number {
  const mixed = Math.imul(first ^ seed, 0x9e3779b1);
  const hash = Math.imul(mixed ^ (mixed >>> 16) ^ second, 0x85ebca6b);
  return hash ^ (hash >>> 15);
}
