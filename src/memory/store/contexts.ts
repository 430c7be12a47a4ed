import { Column } from './columns.js';
import { Records } from './records.js';

/** So many contexts of a translation are kept: those with the smallest numbers, so that their order changes nothing. */
const most = 4;
const width = most * 2;

/** Of a translation: its only context, and where those of one with several start in the pool, counted from 1. */
const field = { before: 0, after: 1, place: 2 } as const;

/** The contexts of translations: hashes of the sources before and after them. Most have one, and need no more room. */
export class Contexts {
  private readonly records = new Records(3);
  private readonly pool = new Column();
  private pooled = 0;

  add(index: number, first: number, second: number): void {
    const before = first | 0;
    const after = second | 0;
    if (before === 0 && after === 0) return;
    const block = this.records.blockOf(index);
    const at = this.records.startOf(index);
    const place = block[at + field.place] ?? 0;
    if (place > 0) {
      this.insert(place - 1, before, after);
      return;
    }
    const onlyBefore = block[at + field.before] ?? 0;
    const onlyAfter = block[at + field.after] ?? 0;
    if (onlyBefore === before && onlyAfter === after) return;
    if (onlyBefore === 0 && onlyAfter === 0) {
      block[at + field.before] = before;
      block[at + field.after] = after;
      return;
    }
    const start = this.pooled;
    this.pooled += width;
    this.pool.set(start + width - 1, 0);
    block[at + field.place] = start + 1;
    this.insert(start, onlyBefore, onlyAfter);
    this.insert(start, before, after);
  }

  /** As pairs of numbers, the smallest first. */
  of(index: number): readonly (readonly [before: number, after: number])[] {
    const { records } = this;
    const place = records.at(index, field.place);
    const found: [number, number][] = [];
    if (place === 0) {
      const [before, after] = [records.at(index, field.before), records.at(index, field.after)];
      return before === 0 && after === 0 ? found : [[before >>> 0, after >>> 0]];
    }
    for (let at = place - 1; at < place - 1 + width; at += 2) {
      const [before, after] = [this.pool.at(at), this.pool.at(at + 1)];
      if (before !== 0 || after !== 0) found.push([before >>> 0, after >>> 0]);
    }
    return found;
  }

  private insert(start: number, before: number, after: number): void {
    const { pool } = this;
    let [low, high] = [before, after];
    for (let at = start; at < start + width; at += 2) {
      const [knownBefore, knownAfter] = [pool.at(at), pool.at(at + 1)];
      if (knownBefore === low && knownAfter === high) return;
      const isFree = knownBefore === 0 && knownAfter === 0;
      if (!isFree && (knownBefore >>> 0 < low >>> 0 || (knownBefore === low && knownAfter >>> 0 < high >>> 0)))
        continue;
      pool.set(at, low);
      pool.set(at + 1, high);
      if (isFree) return;
      [low, high] = [knownBefore, knownAfter];
    }
  }
}
