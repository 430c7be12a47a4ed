/** The number of all numbers. */
export const anyNumber = 1;

/** Gives words numbers, by 64 bits of a hash of each: the words themselves are not kept. */
export class Vocabulary {
  private slots = new Int32Array(4096);
  private first = new Int32Array(1024);
  private second = new Int32Array(1024);
  private count = 2;

  /** Numbers are smaller than this. */
  get size(): number {
    return this.count;
  }

  /** The number of a word; 0 where it has none. */
  find(first: number, second: number): number {
    const { slots } = this;
    const mask = slots.length - 1;
    for (let slot = slotOf(first, second) & mask; ; slot = (slot + 1) & mask) {
      const word = slots[slot] as number;
      if (word === 0 || (this.first[word] === first && this.second[word] === second)) return word;
    }
  }

  /** The number of a word, a new one where it had none. */
  intern(first: number, second: number): number {
    const known = this.find(first, second);
    if (known !== 0) return known;
    const word = this.count++;
    if (word === this.first.length) {
      this.first = grown(this.first);
      this.second = grown(this.second);
    }
    this.first[word] = first;
    this.second[word] = second;
    if (this.count * 2 > this.slots.length) this.rehash();
    else this.put(word);
    return word;
  }

  private rehash(): void {
    this.slots = new Int32Array(this.slots.length * 2);
    for (let word = 2; word < this.count; word++) this.put(word);
  }

  private put(word: number): void {
    const mask = this.slots.length - 1;
    let slot = slotOf(this.first[word] as number, this.second[word] as number) & mask;
    while (this.slots[slot] !== 0) slot = (slot + 1) & mask;
    this.slots[slot] = word;
  }
}

/** Nobody who does not know it can make many words for one slot. No result depends on it. */
const seed = (Math.random() * 0x1_0000_0000) | 0;

function slotOf(first: number, second: number): number {
  const mixed = Math.imul(first ^ seed, 0x9e3779b1);
  const hash = Math.imul(mixed ^ (mixed >>> 16) ^ second, 0x85ebca6b);
  return hash ^ (hash >>> 15);
}

/** The same numbers, with room for more. */
export function grown(values: Int32Array<ArrayBuffer>): Int32Array<ArrayBuffer> {
  const more = new Int32Array(Math.ceil(values.length * 2));
  more.set(values);
  return more;
}
