/** Numbers that grow in number: 32-bit integers, 0 where none was set. */
export class Column {
  private values = new Int32Array(1024);

  at(index: number): number {
    return this.values[index] ?? 0;
  }

  set(index: number, value: number): void {
    if (index >= this.values.length) {
      const more = new Int32Array(Math.max(index + 1, this.values.length * 2));
      more.set(this.values);
      this.values = more;
    }
    this.values[index] = value;
  }
}

/** Finds the index of a record by two numbers that a hash made; there may be other records with these numbers. */
export class HashTable {
  private slots = new Int32Array(2048);
  private count = 0;
  private readonly low = new Column();
  private readonly high = new Column();

  /** The index of the first record with this hash that `isSame` accepts, or -1. */
  find(low: number, high: number, isSame: (index: number) => boolean): number {
    const mask = this.slots.length - 1;
    for (let slot = (low ^ (high << 7)) & mask; ; slot = (slot + 1) & mask) {
      const index = (this.slots[slot] ?? 0) - 1;
      if (index < 0) return -1;
      if (this.low.at(index) === low && this.high.at(index) === high && isSame(index)) return index;
    }
  }

  /** Adds a record, and gives its index: they are numbered from 0. */
  add(low: number, high: number): number {
    const index = this.count++;
    this.low.set(index, low);
    this.high.set(index, high);
    if (this.count * 2 > this.slots.length) this.grow();
    else this.put(index);
    return index;
  }

  lowOf(index: number): number {
    return this.low.at(index);
  }

  highOf(index: number): number {
    return this.high.at(index);
  }

  get size(): number {
    return this.count;
  }

  private grow(): void {
    this.slots = new Int32Array(this.slots.length * 2);
    for (let index = 0; index < this.count; index++) this.put(index);
  }

  private put(index: number): void {
    const mask = this.slots.length - 1;
    let slot = (this.low.at(index) ^ (this.high.at(index) << 7)) & mask;
    while (this.slots[slot] !== 0) slot = (slot + 1) & mask;
    this.slots[slot] = index + 1;
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
