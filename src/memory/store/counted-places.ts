import { firstSeed, mix } from './mix.js';
import { Records } from './records.js';

/** What a place is: a translation, and where it stands in the article of a path. */
const field = { index: 0, idName: 1, idNumber: 2 } as const;

/** Slots of the table at first, and the most that are emptied for another path. */
const leastSlots = 1 << 10;
const mostEmptied = 1 << 16;

/**
 * Places that were counted. Versions of an article mostly come one after the other: only the places of the last path are in a
 * table, which stays small; those of others stand in a row, and are put into the table again where their path comes back.
 */
export class CountedPlaces {
  private readonly places = new Records(3);
  private count = 0;
  /** Of paths that were left: where their places start and end. */
  private readonly parts = new Map<number, number[]>();
  private path = 0;
  /** Where the places of this path start that are not in `parts`. */
  private start = 0;
  /** Numbers of places, counted from 1. */
  private slots = new Int32Array(leastSlots);
  private used = 0;

  /** Whether a place was not counted before; it is from then on. */
  add(index: number, path: number, idName: number, idNumber: number): boolean {
    if (path !== this.path) this.turnTo(path);
    const slot = this.slotOf(index, idName, idNumber);
    if (this.slots[slot] !== 0) return false;
    const number = this.count++;
    const block = this.places.blockOf(number);
    const at = this.places.startOf(number);
    block[at + field.index] = index;
    block[at + field.idName] = idName;
    block[at + field.idNumber] = idNumber;
    this.slots[slot] = number + 1;
    if (++this.used * 2 > this.slots.length) this.grow();
    return true;
  }

  /** The slot that a place is in, or the empty one that it belongs in. */
  private slotOf(index: number, idName: number, idNumber: number): number {
    const { slots, places } = this;
    const mask = slots.length - 1;
    for (let slot = mix(firstSeed, index, idName, idNumber, 0) & mask; ; slot = (slot + 1) & mask) {
      const number = (slots[slot] ?? 0) - 1;
      if (number < 0) return slot;
      const block = places.blockOf(number);
      const at = places.startOf(number);
      if (
        block[at + field.index] === index &&
        block[at + field.idNumber] === idNumber &&
        block[at + field.idName] === idName
      )
        return slot;
    }
  }

  private turnTo(path: number): void {
    if (this.count > this.start) {
      const parts = this.parts.get(this.path) ?? [];
      parts.push(this.start, this.count);
      this.parts.set(this.path, parts);
    }
    this.start = this.count;
    this.path = path;
    this.used = 0;
    if (this.slots.length > mostEmptied) this.slots = new Int32Array(leastSlots);
    else this.slots.fill(0);
    const parts = this.parts.get(path) ?? [];
    for (let at = 0; at < parts.length; at += 2) {
      for (let number = parts[at] ?? 0; number < (parts[at + 1] ?? 0); number++) this.put(number);
    }
  }

  private put(number: number): void {
    const { places } = this;
    const slot = this.slotOf(
      places.at(number, field.index),
      places.at(number, field.idName),
      places.at(number, field.idNumber),
    );
    this.slots[slot] = number + 1;
    if (++this.used * 2 > this.slots.length) this.grow();
  }

  private grow(): void {
    const { slots } = this;
    this.slots = new Int32Array(slots.length * 2);
    this.used = 0;
    for (const number of slots) if (number > 0) this.put(number - 1);
  }
}
