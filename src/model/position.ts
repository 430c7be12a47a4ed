/** A stretch of text: 0-based UTF-16 code units, `end` exclusive, so `text.slice(start, end)` is what it names. */
export interface Range {
  readonly start: number;
  readonly end: number;
}

/** One place in a text. `offset` is a 0-based UTF-16 code unit; `line` and `column` are 1-based. */
export interface Point {
  readonly offset: number;
  readonly line: number;
  readonly column: number;
}

/** Finds lines and columns of offsets. LF, CRLF and a lone CR each end a line. */
export interface LineIndex {
  /** The point of an offset; offsets outside the text are moved to its nearest end. */
  pointAt(offset: number): Point;
}

/** Builds the line index of a text: one pass, then each look-up is a binary search. */
export function createLineIndex(text: string): LineIndex {
  const starts = [0];
  for (const match of text.matchAll(/\r\n?|\n/g)) starts.push(match.index + match[0].length);
  return {
    pointAt(offset: number): Point {
      const at = Math.max(0, Math.min(offset, text.length));
      let low = 0;
      let high = starts.length - 1;
      while (low < high) {
        const middle = (low + high + 1) >> 1;
        if ((starts[middle] ?? 0) <= at) low = middle;
        else high = middle - 1;
      }
      return { offset: at, line: low + 1, column: at - (starts[low] ?? 0) + 1 };
    },
  };
}
