import { Column } from './columns.js';

/** So many contexts of a translation are kept: those with the smallest numbers, so that their order changes nothing. */
const most = 4;
const width = most * 2;

/** The contexts of translations: hashes of the sources before and after them. Most have one, and need no more room. */
export class Contexts {
  private readonly before = new Column();
  private readonly after = new Column();
  /** Where those of a translation with several start in the pool, counted from 1. */
  private readonly places = new Column();
  private readonly pool = new Column();
  private pooled = 0;

  add(index: number, first: number, second: number): void {
    const before = first | 0;
    const after = second | 0;
    if (before === 0 && after === 0) return;
    const place = this.places.at(index);
    if (place > 0) {
      this.insert(place - 1, before, after);
      return;
    }
    const onlyBefore = this.before.at(index);
    const onlyAfter = this.after.at(index);
    if (onlyBefore === before && onlyAfter === after) return;
    if (onlyBefore === 0 && onlyAfter === 0) {
      this.before.set(index, before);
      this.after.set(index, after);
      return;
    }
    const start = this.pooled;
    this.pooled += width;
    this.pool.set(start + width - 1, 0);
    this.places.set(index, start + 1);
    this.insert(start, onlyBefore, onlyAfter);
    this.insert(start, before, after);
  }

  /** As pairs of numbers, the smallest first. */
  of(index: number): readonly (readonly [before: number, after: number])[] {
    const place = this.places.at(index);
    const found: [number, number][] = [];
    if (place === 0) {
      const [before, after] = [this.before.at(index), this.after.at(index)];
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
