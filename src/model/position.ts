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

/** UTF-16 code units between two marks of a line index: a look-up reads so many at most. */
const stride = 4096;

/**
 * The line index of a text. All look-ups in ascending order are one pass together; any other is a step to a mark, and a few
 * thousand characters. What is kept is a mark for each 4,096 characters, and nothing for a line.
 */
export function createLineIndex(text: string): LineIndex {
  const count = Math.floor(text.length / stride) + 1;
  /** Which line a mark is in, from 0, and where that starts; as far as the text was passed. */
  const lines = new Uint32Array(count);
  const starts = new Uint32Array(count);
  let lastMark = 0;
  /** Where the last stretch ended, and the line there: the next place is mostly not far. */
  let passed = 0;
  let line = 0;
  let start = 0;
  const pass = hasLoneReturn(text) ? passCharacters : passLineFeeds;
  return {
    pointAt(offset: number): Point {
      const at = Math.max(0, Math.min(offset, text.length));
      if (at < start || at > passed) goTo(at);
      return { offset: at, line: line + 1, column: at - start + 1 };
    },
  };

  function goTo(at: number): void {
    const mark = Math.floor(at / stride);
    const nearest = Math.min(mark, lastMark);
    if (at < passed || nearest * stride > passed) {
      passed = nearest * stride;
      line = lines[nearest] ?? 0;
      start = starts[nearest] ?? 0;
    }
    while (lastMark < mark) {
      pass(++lastMark * stride);
      lines[lastMark] = line;
      starts[lastMark] = start;
    }
    pass(at);
  }

  /** Goes on to the line that `to` is in; a line starts after a LF, and after a CR that no LF follows. */
  function passCharacters(to: number): void {
    for (let at = passed + 1; at <= to; at++) {
      const before = text.charCodeAt(at - 1);
      if (before !== 0x0a && (before !== 0x0d || text.charCodeAt(at) === 0x0a)) continue;
      line++;
      start = at;
    }
    passed = to;
  }

  /** The same where each CR has its LF. The stretch is cut out, so that no search goes on beyond it. */
  function passLineFeeds(to: number): void {
    const stretch = text.slice(passed, to);
    for (let end = stretch.indexOf('\n'); end >= 0; end = stretch.indexOf('\n', end + 1)) {
      line++;
      start = passed + end + 1;
    }
    passed = to;
  }
}

/** Whether a CR ends a line that no LF follows; hardly any text has one. */
function hasLoneReturn(text: string): boolean {
  for (let at = text.indexOf('\r'); at >= 0; at = text.indexOf('\r', at + 1)) {
    if (text.charCodeAt(at + 1) !== 0x0a) return true;
  }
  return false;
}

/** Counts the lines of a text: gives that of an offset, 1-based. Offsets come in ascending order; of an earlier one, the line of the last is given. */
export function createLineCounter(text: string): (offset: number) => number {
  let line = 1;
  let lone = nextLone(0);
  /** Where the next line starts. */
  let next = nextLine(0);
  return (offset) => {
    while (next <= offset) {
      line++;
      next = nextLine(next);
    }
    return line;
  };

  function nextLine(from: number): number {
    const feed = text.indexOf('\n', from);
    if (lone < from) lone = nextLone(from);
    return Math.min(feed < 0 ? Number.POSITIVE_INFINITY : feed, lone) + 1;
  }

  /** A CR that no LF follows. */
  function nextLone(from: number): number {
    for (let at = text.indexOf('\r', from); at >= 0; at = text.indexOf('\r', at + 1)) {
      if (text.charCodeAt(at + 1) !== 0x0a) return at;
    }
    return Number.POSITIVE_INFINITY;
  }
}

/**
 * The index of the last item that starts at or before an offset, of items in the order of their starts; 0 where none does.
 *
 * @example
 * lastStartingBy([0, 10, 20], 15, (start) => start) // 1
 */
export function lastStartingBy<T>(items: readonly T[], offset: number, startOf: (item: T) => number): number {
  let low = 0;
  let high = items.length - 1;
  while (low < high) {
    const middle = (low + high + 1) >> 1;
    if (startOf(items[middle] as T) <= offset) low = middle;
    else high = middle - 1;
  }
  return Math.max(low, 0);
}
