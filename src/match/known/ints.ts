import { fitted, grown } from '../shape/room.js';

/** 32-bit integers by number, which grow in number; 0 where none was set. */
export class Ints {
  values: Int32Array;
  private readonly capacity: number;

  /** `capacity`: so many are expected. Where all of them are 0, they take no room. */
  constructor(capacity = 0) {
    this.capacity = Math.max(1024, capacity);
    this.values = new Int32Array(0);
  }

  at(index: number): number {
    return this.values[index] ?? 0;
  }

  set(index: number, value: number): void {
    if (index >= this.values.length) {
      if (value === 0) return;
      this.values = grown(this.values, Math.max(index + 1, this.capacity));
    }
    this.values[index] = value;
  }

  /** Gives back the room that is not needed, where there are so many. */
  trim(count: number): void {
    this.values = fitted(this.values, count);
  }
}
