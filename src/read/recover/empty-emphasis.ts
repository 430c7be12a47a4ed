import type { Range } from '../../model/position.js';
import { EMPHASIS, type Form, type Mark, STRONG } from '../inline/marks.js';
import { type Emphasis, isEmpty, pairTokens, type Run, recoveredPair, spacedRuns, tokensOf } from './emphasis.js';

/**
 * Machines lose the text of emphasis, and escape what is left of it: `“Save”\*\*\*\*`. The four marks are bold without
 * content, two are italics; within other emphasis they are its end and the start of the next: `**A\*\*\*\*B**`.
 *
 * Reads all runs of a text so, when they are just as many as the other side needs. Marks, or `undefined`.
 * `escaped`: marks that are not escaped do not count as such; else they do where nothing separates them (`****`).
 */
export function readEvenlyWithEmpty(
  markdown: string,
  runs: readonly Run[],
  wanted: Emphasis,
  escaped: boolean,
): Mark[] | undefined {
  const { strong, emphasis } = wanted;
  if (strong + emphasis === 0) return undefined;
  const mayBeEmpty = (run: Run): boolean => isEscaped(markdown, run) || (!escaped && isTight(run));
  const spaced = spacedRuns(markdown, runs);
  const together = spaced === undefined ? [runs] : [runs, spaced];
  for (const all of [...together, ...together.map((reading) => apart(markdown, reading))]) {
    const marks = readWithEmpty(markdown, all, wanted, mayBeEmpty);
    if (marks !== undefined) return marks;
    if (emphasis > 0) continue;
    // A single `*` may be a character among the markers.
    const several = all.filter(({ markers }) => markers.length > 1);
    const some = several.length < all.length ? readWithEmpty(markdown, several, wanted, mayBeEmpty) : undefined;
    if (some !== undefined) return some;
  }
  return undefined;
}

function readWithEmpty(
  markdown: string,
  runs: readonly Run[],
  wanted: Emphasis,
  mayBeEmpty: (run: Run) => boolean,
): Mark[] | undefined {
  const { strong, emphasis } = wanted;
  const marks = pairTokens(markdown, tokensOf(runs, strong === 0, emphasis === 0), wanted, mayBeEmpty);
  if (marks !== undefined || strong === 0 || emphasis === 0) return marks;
  // Of two marks together those that are escaped are two of italics, where bold is whole.
  const cutRuns = runs.flatMap((run) =>
    run.markers.length % 4 === 2 && isEscaped(markdown, run) ? cutTwo(run) : [run],
  );
  const singles = new Set(cutRuns.filter((run) => run.markers.length === 2 && isEscaped(markdown, run)));
  return singles.size === 0
    ? undefined
    : pairTokens(markdown, tokensOf(cutRuns, false, false, singles), wanted, mayBeEmpty);
}

/** Four marks of bold and two of italics together: `\*\*\*\*\*\*` of `***A***`. */
function cutTwo(run: Run): Run[] {
  const [bold, italics] = [run.markers.slice(0, -2), run.markers.slice(-2)];
  const [first] = bold;
  if (first === undefined) return [run];
  return [
    { start: first.start, end: bold.at(-1)?.end ?? run.end, markers: bold },
    { start: italics[0]?.start ?? run.end, end: run.end, markers: italics },
  ];
}

/** A pair of emphasis that others may be cut out of. */
type Pair = readonly [start: Mark, end: Mark];

/**
 * Makes escaped marks that stand together pairs without content, at most as many as are `missing`, which is counted
 * down. `fixed` are the marks that stay: within a pair of the same form, the marks cut it in two.
 */
export function readEmpty(
  markdown: string,
  runs: readonly Run[],
  missing: Map<Form, number>,
  fixed: readonly Mark[],
): Mark[] {
  const found: Mark[] = [];
  const all = apart(markdown, spacedRuns(markdown, runs) ?? runs);
  for (const form of [STRONG, EMPHASIS]) {
    // Two marks may as well be half of a bold that is missing.
    if (form === EMPHASIS && (missing.get(STRONG) ?? 0) > 0) break;
    const width = form === STRONG ? 2 : 1;
    const pairs = pairsIn(fixed, form);
    for (const run of all) {
      const left = missing.get(form) ?? 0;
      const count = run.markers.length / (2 * width);
      if (left <= 0) break;
      if (!Number.isInteger(count) || (form === EMPHASIS && count > 1) || !isEscaped(markdown, run)) continue;
      const at = pairs.findIndex(([start, end]) => start.end <= run.start && run.end <= end.start);
      const outer = pairs[at];
      if (outer === undefined) {
        const most = Math.min(count, left);
        for (let number = 0; number < most; number++) {
          for (const mark of emptyPair(run, form, number * 2 * width, width)) found.push(mark);
        }
        missing.set(form, left - most);
      } else if (count === 1) {
        const halves = cut(markdown, outer, run, form, width);
        if (halves === undefined) continue;
        pairs.splice(at, 1, halves[0], halves[1]);
        missing.set(form, left - 1);
      }
    }
    for (const [start, end] of pairs) if (start.recovered && !fixed.includes(start)) found.push(start, end);
  }
  return found.sort((a, b) => a.start - b.start);
}

function isEscaped(markdown: string, { markers }: Run): boolean {
  return markers.every((marker) => isEscapedMarker(markdown, marker));
}

/** Whether nothing separates the marks of a run. */
function isTight({ markers }: Run): boolean {
  return markers.every(({ start }, at) => at === 0 || start === markers[at - 1]?.end);
}

function isEscapedMarker(markdown: string, { start, end }: Range): boolean {
  return end - start > 1 && /[\\&]/.test(markdown.charAt(start));
}

/** The runs cut where escaped marks touch others, which are the end of something else: `*A*\*\*\*\*`. */
function apart(markdown: string, runs: readonly Run[]): Run[] {
  return runs.flatMap((run): Run[] => {
    const groups: [Range, ...Range[]][] = [];
    for (const marker of run.markers) {
      const group = groups.at(-1);
      if (group !== undefined && isEscapedMarker(markdown, group[0]) === isEscapedMarker(markdown, marker)) {
        group.push(marker);
      } else groups.push([marker]);
    }
    if (groups.length === 1) return [run];
    return groups.map((markers) => ({ start: markers[0].start, end: markers.at(-1)?.end ?? run.end, markers }));
  });
}

/** What separates the two belongs to the first. */
function emptyPair({ markers }: Run, form: Form, first: number, width: number): Mark[] {
  const start = markers[first]?.start ?? 0;
  const middle = markers[first + width]?.start ?? start;
  return recoveredPair(form, start, middle, middle, markers[first + 2 * width - 1]?.end ?? middle);
}

/** The two pairs that a run makes of one, if both have something in them. */
function cut(markdown: string, [start, end]: Pair, run: Run, form: Form, width: number): [Pair, Pair] | undefined {
  const { markers } = run;
  if (isEmpty(markdown, start.end, run.start) || isEmpty(markdown, run.end, end.start)) return undefined;
  const close = [run.start, markers[width - 1]?.end ?? run.end] as const;
  const open = [markers[width]?.start ?? run.start, run.end] as const;
  return [recoveredPair(form, start.start, start.end, ...close), recoveredPair(form, ...open, end.start, end.end)];
}

function pairsIn(marks: readonly Mark[], form: Form): Pair[] {
  return marks
    .flatMap((mark): Pair[] =>
      mark.form === form && mark.kind === 'sc' && mark.partner !== undefined ? [[mark, mark.partner]] : [],
    )
    .sort(([a], [b]) => b.start - a.start);
}
