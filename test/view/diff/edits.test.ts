import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { editsOf } from '../../../src/view/diff/edits.js';

/** The length of the longest list that is in both, by the table that everybody knows. */
function commonLength(before: readonly number[], after: readonly number[]): number {
  let row = after.map(() => 0);
  for (const one of before) {
    const above = row;
    row = [];
    after.forEach((other, at) => {
      row.push(one === other ? (above[at - 1] ?? 0) + 1 : Math.max(above[at] ?? 0, row[at - 1] ?? 0));
    });
  }
  return row.at(-1) ?? 0;
}

const list = fc.array(fc.nat(4), { maxLength: 30 });

describe('the edits between two lists', () => {
  it('cover both, say what is the same, and are the fewest', () => {
    fc.assert(
      fc.property(list, list, (before, after) => {
        const edits = editsOf(before, after);
        let [at, other, same] = [0, 0, 0];
        for (const [index, edit] of edits.entries()) {
          expect([edit.before[0], edit.after[0]]).toEqual([at, other]);
          [at, other] = [edit.before[1], edit.after[1]];
          const [old, fresh] = [before.slice(...edit.before), after.slice(...edit.after)];
          if (edit.isSame) expect(old).toEqual(fresh);
          expect(old.length + fresh.length).toBeGreaterThan(0);
          if (edit.isSame) same += old.length;
          else expect(edits[index - 1]?.isSame ?? true).toBe(true);
        }
        expect([at, other]).toEqual([before.length, after.length]);
        expect(same).toBe(commonLength(before, after));
      }),
      { numRuns: 2000 },
    );
  });

  it('are bounded: of very long lists, all between their common ends is one edit', () => {
    const before = Array.from({ length: 100_000 }, (_, at) => at);
    const after = before.map((number) => (number === 0 || number === 99_999 ? number : number + 1_000_000));
    expect(editsOf(before, after)).toEqual([
      { isSame: true, before: [0, 1], after: [0, 1] },
      { isSame: false, before: [1, 99_999], after: [1, 99_999] },
      { isSame: true, before: [99_999, 100_000], after: [99_999, 100_000] },
    ]);
    // One item in the middle is found however long they are.
    const changed = before.toSpliced(50_000, 1, -1);
    expect(editsOf(before, changed).map(({ isSame }) => isSame)).toEqual([true, false, true]);
    // Lists of ten thousand items that have every tenth in common take no longer than a thousand edits do.
    const sparse = before.slice(0, 9_000).map((number) => (number % 10 === 0 ? number : -number));
    expect(editsOf(before.slice(0, 9_000), sparse).filter(({ isSame }) => !isSame)).toHaveLength(1);
  });
});
