import { Records } from './records.js';

/** Numbers of a column that has any. */
const leastLength = 1024;

/** Numbers that grow in number: 32-bit integers, 0 where none was set. */
export class Column {
  private values = new Int32Array(0);

  at(index: number): number {
    return this.values[index] ?? 0;
  }

  set(index: number, value: number): void {
    if (index >= this.values.length) {
      const more = new Int32Array(Math.max(index + 1, this.values.length * 2, leastLength));
      more.set(this.values);
      this.values = more;
    }
    this.values[index] = value;
  }

  /** Sets 0, which takes no room. */
  unset(index: number): void {
    if (index < this.values.length) this.values[index] = 0;
  }
}

/** Finds the index of a record by two numbers that a hash made; there may be other records with these numbers. */
export class HashTable {
  private slots: Int32Array;
  private count = 0;
  private readonly hashes = new Records(2);

  /** `capacity`: so many records are expected. */
  constructor(capacity = 0) {
    let length = 2048;
    while (length * 3 < capacity * 4) length *= 2;
    this.slots = new Int32Array(length);
  }

  /** The index of the first record with this hash that `isSame` accepts, or -1. Default: any is accepted. */
  find(low: number, high: number, isSame?: (index: number) => boolean): number {
    const { slots, hashes } = this;
    const mask = slots.length - 1;
    for (let slot = (low ^ (high << 7)) & mask; ; slot = (slot + 1) & mask) {
      const index = (slots[slot] ?? 0) - 1;
      if (index < 0) return -1;
      const block = hashes.blockOf(index);
      const at = hashes.startOf(index);
      if (block[at] === low && block[at + 1] === high && (isSame === undefined || isSame(index))) return index;
    }
  }

  /** Adds a record, and gives its index: they are numbered from 0. */
  add(low: number, high: number): number {
    const index = this.count++;
    const block = this.hashes.blockOf(index);
    const at = this.hashes.startOf(index);
    block[at] = low;
    block[at + 1] = high;
    if (this.count * 4 > this.slots.length * 3) this.grow();
    else this.put(index, low, high);
    return index;
  }

  lowOf(index: number): number {
    return this.hashes.at(index, 0);
  }

  highOf(index: number): number {
    return this.hashes.at(index, 1);
  }

  get size(): number {
    return this.count;
  }

  private grow(): void {
    this.slots = new Int32Array(this.slots.length * 2);
    for (let index = 0; index < this.count; index++) this.put(index, this.lowOf(index), this.highOf(index));
  }

  private put(index: number, low: number, high: number): void {
    const { slots } = this;
    const mask = slots.length - 1;
    let slot = (low ^ (high << 7)) & mask;
    while (slots[slot] !== 0) slot = (slot + 1) & mask;
    slots[slot] = index + 1;
  }
}

/** Texts by number, each kept once: 0 is the empty text, which stands for none. */
export class Names {
  private readonly numbers = new Map<string, number>([['', 0]]);
  private readonly names = [''];

  numberOf(name: string | undefined): number {
    if (name === undefined) return 0;
    const known = this.numbers.get(name);
    if (known !== undefined) return known;
    this.numbers.set(name, this.names.length);
    return this.names.push(name) - 1;
  }

  get size(): number {
    return this.names.length;
  }

  at(number: number): string {
    return this.names[number] ?? '';
  }
}
