import { grown } from '../shape/vocabulary.js';

/** 32-bit integers by number, which grow in number; 0 where none was set. */
export class Ints {
  values: Int32Array<ArrayBuffer> = new Int32Array(1024);

  at(index: number): number {
    return this.values[index] ?? 0;
  }

  set(index: number, value: number): void {
    while (index >= this.values.length) this.values = grown(this.values);
    this.values[index] = value;
  }

  /** Gives back the room that is not needed, where there are so many. */
  trim(count: number): void {
    this.values = this.values.slice(0, count);
  }
}
