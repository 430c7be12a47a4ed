import { fitted, grown, roomFor } from '../shape/room.js';
import { sizeFor } from './buckets.js';

/** Texts as numbers of words, each once, by number. */
export class Groups {
  /** The words of all of them, one after the other. */
  pool: Int32Array = new Int32Array(4096);
  private starts: Int32Array;
  private hashes: Int32Array;
  private slots: Int32Array;
  private count = 0;
  private readonly capacity: number;

  /** `capacity`: so many texts are expected. */
  constructor(capacity = 0) {
    this.capacity = Math.max(1024, capacity);
    this.starts = roomFor(this.capacity + 1);
    this.hashes = roomFor(this.capacity);
    this.slots = roomFor(sizeFor(this.capacity * 2));
  }

  get size(): number {
    return this.count;
  }

  startOf(group: number): number {
    return this.starts[group] as number;
  }

  /** How many words it has. */
  lengthOf(group: number): number {
    return (this.starts[group + 1] as number) - (this.starts[group] as number);
  }

  /** The number of the text with these words; -1: there is none. */
  find(words: Readonly<Int32Array>, length: number): number {
    return this.lookUp(words, length, hashOf(words, length));
  }

  /** The same; it is added where there is none. */
  add(words: Readonly<Int32Array>, length: number): number {
    const hash = hashOf(words, length);
    const known = this.lookUp(words, length, hash);
    if (known >= 0) return known;
    const group = this.count++;
    const start = this.starts[group] as number;
    if (start + length > this.pool.length) this.pool = grown(this.pool, this.expected(start + length));
    for (let at = 0; at < length; at++) this.pool[start + at] = words[at] as number;
    if (group + 2 > this.starts.length) this.starts = grown(this.starts);
    if (group === this.hashes.length) this.hashes = grown(this.hashes);
    this.starts[group + 1] = start + length;
    this.hashes[group] = hash;
    if (this.count * 2 > this.slots.length) {
      this.slots = roomFor(this.slots.length * 2);
      for (let each = 0; each < this.count; each++) this.put(each);
    } else this.put(group);
    return group;
  }

  /** Gives back the room that is not needed, where none comes any more. */
  trim(): void {
    this.pool = fitted(this.pool, this.starts[this.count] as number);
    this.starts = fitted(this.starts, this.count + 1);
    this.hashes = fitted(this.hashes, this.count);
  }

  /** How many words all texts will have, where those to come are as long as those that are there. */
  private expected(words: number): number {
    const all = Math.ceil((words / this.count) * this.capacity);
    return Math.max(words, Math.min(all + (all >>> 4), this.pool.length * 16));
  }

  private lookUp(words: Readonly<Int32Array>, length: number, hash: number): number {
    const mask = this.slots.length - 1;
    for (let slot = hash & mask; ; slot = (slot + 1) & mask) {
      const group = (this.slots[slot] as number) - 1;
      if (group < 0) return -1;
      if (this.hashes[group] === hash && this.isSame(group, words, length)) return group;
    }
  }

  private isSame(group: number, words: Readonly<Int32Array>, length: number): boolean {
    if (this.lengthOf(group) !== length) return false;
    const { pool } = this;
    const start = this.startOf(group);
    for (let at = 0; at < length; at++) if (pool[start + at] !== words[at]) return false;
    return true;
  }

  private put(group: number): void {
    const mask = this.slots.length - 1;
    let slot = (this.hashes[group] as number) & mask;
    while (this.slots[slot] !== 0) slot = (slot + 1) & mask;
    this.slots[slot] = group + 1;
  }
}

/** Nobody who does not know it can make many texts with one hash. No result depends on it. */
const seed = (Math.random() * 0x1_0000_0000) | 0;

function hashOf(words: Readonly<Int32Array>, length: number): number {
  let hash = seed ^ length;
  for (let at = 0; at < length; at++) {
    hash = Math.imul(hash ^ (words[at] as number), 0x9e3779b1);
    hash ^= hash >>> 15;
  }
  return hash;
}
