import type { Shape } from './shape.js';

/** Counts the tags of units in a text that is not read otherwise. */
export interface UnitCounter {
  /** The next part of the text; how many have come with it. */
  add(piece: string): number;
}

export function createUnitCounter({ next, unit, longestName }: Shape): UnitCounter {
  /** The name of a tag may be cut, and what follows it tells it from longer names. */
  let before = '';
  return {
    add(piece) {
      const text = before + piece;
      let count = 0;
      let from = 0;
      next.lastIndex = 0;
      for (let match = next.exec(text); match !== null; match = next.exec(text)) {
        if (match[1] === unit) count++;
        from = next.lastIndex;
      }
      before = text.slice(Math.max(from, text.length - longestName));
      return count;
    },
  };
}
