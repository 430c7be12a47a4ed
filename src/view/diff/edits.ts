/** A stretch of two lists, their ends exclusive: what is the same in both, or what stands in place of what. */
export interface Edit {
  readonly isSame: boolean;
  readonly before: readonly [start: number, end: number];
  readonly after: readonly [start: number, end: number];
}

/** Tokens that differ from the first to the last; of more, all are taken for others. */
const mostTokens = 20_000;
/** Tokens that are removed and added at most; beyond that, two texts have hardly anything to do with each other. */
const mostEdits = 1_000;

/**
 * The fewest removed and added items that make one list of the other, found in the way of Myers (1986); items that are the
 * same have one number. Time and memory are bounded: where more than a thousand items differ, or the lists are very long
 * between what they begin and end with, all in between is one edit.
 */
export function editsOf(before: readonly number[], after: readonly number[]): readonly Edit[] {
  let start = 0;
  const shorter = Math.min(before.length, after.length);
  while (start < shorter && before[start] === after[start]) start++;
  let end = 0;
  while (end < shorter - start && before[before.length - 1 - end] === after[after.length - 1 - end]) end++;
  const middle = { before: before.length - end, after: after.length - end };
  const edits: Edit[] = [];
  const same = (length: number, at: number, other: number): void => {
    if (length > 0) edits.push({ isSame: true, before: [at, at + length], after: [other, other + length] });
  };
  same(start, 0, 0);
  let [at, other] = [start, start];
  for (const [x, y, length] of sharedRuns(before, after, start, middle)) {
    if (x > at || y > other) edits.push({ isSame: false, before: [at, x], after: [other, y] });
    same(length, x, y);
    [at, other] = [x + length, y + length];
  }
  if (middle.before > at || middle.after > other) {
    edits.push({ isSame: false, before: [at, middle.before], after: [other, middle.after] });
  }
  same(end, middle.before, middle.after);
  return edits;
}

type Run = readonly [before: number, after: number, length: number];

/** The runs of items that both lists have between their common starts and ends; none where they are not looked for. */
function sharedRuns(
  before: readonly number[],
  after: readonly number[],
  start: number,
  end: { readonly before: number; readonly after: number },
): readonly Run[] {
  const [rows, columns] = [end.before - start, end.after - start];
  if (rows === 0 || columns === 0 || rows + columns > mostTokens) return [];
  const most = Math.min(rows + columns, mostEdits);
  /** How far each diagonal leads, after each number of edits. */
  const reached: Int32Array[] = [];
  const last = new Int32Array(2 * most + 3);
  for (let edits = 0; edits <= most; edits++) {
    for (let diagonal = -edits; diagonal <= edits; diagonal += 2) {
      const place = diagonal + most + 1;
      const isDown = diagonal === -edits || (diagonal !== edits && (last[place - 1] ?? 0) < (last[place + 1] ?? 0));
      let x = isDown ? (last[place + 1] ?? 0) : (last[place - 1] ?? 0) + 1;
      let y = x - diagonal;
      while (x < rows && y < columns && before[start + x] === after[start + y]) {
        x++;
        y++;
      }
      last[place] = x;
      if (x >= rows && y >= columns) return runsBack(reached, edits, [rows, columns], start);
    }
    // Only the diagonals that this number of edits can have reached.
    reached.push(last.slice(most + 1 - edits, most + 2 + edits));
  }
  return [];
}

/** The runs on the way that led to the end, from its beginning. */
function runsBack(
  reached: readonly Int32Array[],
  edits: number,
  [rows, columns]: readonly [number, number],
  start: number,
): readonly Run[] {
  const runs: Run[] = [];
  let [x, y] = [rows, columns];
  for (let step = edits; step > 0; step--) {
    const before = reached[step - 1] ?? new Int32Array();
    const at = (diagonal: number): number => (Math.abs(diagonal) > step - 1 ? -1 : (before[diagonal + step - 1] ?? -1));
    const diagonal = x - y;
    const isDown = diagonal === -step || (diagonal !== step && at(diagonal - 1) < at(diagonal + 1));
    const from = isDown ? at(diagonal + 1) : at(diagonal - 1) + 1;
    const length = x - from;
    if (length > 0) runs.push([start + from, start + y - length, length]);
    x = isDown ? from : from - 1;
    y = isDown ? from - diagonal - 1 : from - diagonal;
  }
  if (x > 0) runs.push([start, start, x]);
  return runs.reverse();
}
