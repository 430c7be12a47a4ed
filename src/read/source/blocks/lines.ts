import { lastStartingBy, type Range } from '../../../model/position.js';

/** A text that is one block, or a part of it: in lines, without what stands between those. */
export interface Stretch {
  readonly lines: readonly Range[];
  /** The lines, with a line feed between them. */
  readonly text: string;
}

export function stretchOf(text: string, lines: readonly Range[]): Stretch {
  return { lines, text: lines.map(({ start, end }) => text.slice(start, end)).join('\n') };
}

/** Finds the place in the article of a part of a stretch. A line feed between two lines is all that stands there. */
export function createPlaces(lines: readonly Range[]): (part: Range) => Range {
  let length = 0;
  const places = lines.map(({ start, end }) => {
    const place = { from: length, start, end };
    length += end - start + 1;
    return place;
  });
  const last = places.at(-1)?.end ?? 0;
  const startOf = (offset: number): number => {
    const place = places[lastStartingBy(places, offset, ({ from }) => from)];
    return place === undefined ? last : Math.min(place.end, place.start + offset - place.from);
  };
  return ({ start, end }) => {
    const from = startOf(start);
    return { start: from, end: Math.max(from, startOf(end)) };
  };
}

/** Cuts parts of a stretch out of its lines. Parts that are asked for ascend, and none is in another one. */
export function createCutter(lines: readonly Range[]): (part: Range) => Range[] {
  let index = 0;
  let before = 0;
  return ({ start: from, end: to }) => {
    const cut: Range[] = [];
    for (; index < lines.length; index++) {
      const { start, end } = lines[index] as Range;
      const width = end - start;
      if (before >= to) break;
      if (before + width > from) {
        cut.push({ start: start + Math.max(0, from - before), end: start + Math.min(width, to - before) });
      }
      if (before + width >= to) break;
      before += width + 1;
    }
    return cut;
  };
}
