import { attributesOf } from '../align/triple-colon.js';
import type { CodeUnit } from '../align/units.js';
import { CODE, EMPHASIS, type Form, half, join, MATH, type Mark, STRIKE, STRONG } from '../inline/marks.js';
import { lengthOf } from '../line-ends.js';
import { type Emphasis, type Family, familyOf, readEvenly, readExactly, readFreely, runsOf } from './emphasis.js';
import { readEmpty, readEvenlyWithEmpty } from './empty-emphasis.js';
import { findLiterals, type Wanted } from './literal.js';
import { isNested, type Side } from './side.js';
import { findTripleColons } from './triple-colon.js';

/** Beyond these a segment is no sentence: looking for each code in all of it would take too long. */
const LENGTH_LIMIT = 20_000;
const CODE_LIMIT = 400;

/**
 * Reads the damaged markup of one side by what the other side shows. Both are matched already; what may change is only
 * what has no partner, or has one by order alone. The marks that the damaged side should have instead, in any order;
 * `undefined` when there is nothing to recover.
 */
export function recoverMarks(damaged: Side, intact: Side): Mark[] | undefined {
  if (isTooLong(damaged.markdown) || isTooLong(intact.markdown)) return undefined;
  if (damaged.marks.length + intact.marks.length > CODE_LIMIT) return undefined;
  const literals = recoverLiterals(damaged, intact);
  const marks = recoverEmphasis(damaged, intact, literals ?? damaged.marks);
  return marks ?? literals;
}

function isTooLong(markdown: string): boolean {
  return markdown.length > LENGTH_LIMIT && lengthOf(markdown) > LENGTH_LIMIT;
}

const isEmphasis = ({ form }: Mark): boolean => form === STRONG || form === EMPHASIS || form === STRIKE;

/** Whether a mark that was found would break one that is whole, and means something else. */
function isInWay(whole: Mark, found: Mark): boolean {
  if (whole.start >= found.end || whole.end <= found.start) return false;
  // Half of a pair is another kind: `<b>` on one side is no partner of `<b>a</b>` on the other.
  if (found.kind !== 'ph' && found.partner === undefined) return true;
  // Quotes for backticks may be those of a title or an attribute.
  return found.form === CODE && whole.form !== CODE && whole.form !== MATH && !isEmphasis(whole);
}

/** The marks of a side whose reading is settled. */
function settledMarks(side: Side): Set<Mark> {
  const settled = new Set<Mark>();
  for (const unit of side.units) if (isSettled(unit)) for (const mark of side.marksOf(unit)) settled.add(mark);
  return settled;
}

function isSettled({ partner, byOrder, codes }: CodeUnit): boolean {
  return partner !== undefined && !(byOrder && codes.length === 1);
}

function recoverLiterals(damaged: Side, intact: Side): Mark[] | undefined {
  const wanted: Wanted[] = [];
  let missing = false;
  for (const unit of intact.units) {
    if (isSettled(unit)) continue;
    const marks = intact.marksOf(unit);
    if (isEmphasis(marks[0]) && !unit.codes[0].data.startsWith('<')) continue;
    wanted.push({ unit, marks });
    if (unit.partner === undefined) missing = true;
  }
  // A code too many was perhaps read of the markup of another: `` ` `a` ` ``.
  missing ||= damaged.units.some((unit) => unit.partner === undefined && !isEmphasis(damaged.marksOf(unit)[0]));
  if (!missing) return undefined;
  const settled = settledMarks(damaged);
  const masked = damaged.marks.filter((mark) => settled.has(mark));
  const forms = wanted.filter(({ unit }) => attributesOf(unit.data) !== undefined).map(({ unit }) => unit);
  const others = wanted.filter(({ unit }) => !forms.includes(unit));
  const literals = findLiterals(damaged.markdown, others, masked);
  const found = [...literals, ...findTripleColons(damaged.markdown, forms, [...masked, ...literals])].filter(
    (mark) => !damaged.marks.some((whole) => isInWay(whole, mark)),
  );
  return found.length === 0 ? undefined : replaceOverlapping(damaged.marks, found);
}

/** The marks with others in their places: a pair goes when one of its halves is in the way. */
function replaceOverlapping(marks: readonly Mark[], found: readonly Mark[]): Mark[] {
  const places = found.toSorted((a, b) => a.start - b.start);
  const gone = new Set<Mark>();
  let place = 0;
  for (const mark of marks) {
    while (place < places.length && (places[place] as Mark).end <= mark.start) place++;
    const next = places[place];
    if (next === undefined || next.start >= mark.end) continue;
    gone.add(mark);
    if (mark.partner !== undefined) gone.add(mark.partner);
  }
  return [...marks.filter((mark) => !gone.has(mark)), ...found];
}

function recoverEmphasis(damaged: Side, intact: Side, marks: readonly Mark[]): Mark[] | undefined {
  const missing = new Map<Form, number>();
  const families = new Map<Family, Map<Form, number>>();
  const unsettled = new Set<Family>();
  for (const unit of intact.units) {
    const [mark] = intact.marksOf(unit);
    if (!isEmphasis(mark) || unit.codes.length < 2) continue;
    const isLonely = unit.partner === undefined;
    if (!isLonely && unit.codes[0].data.startsWith('<')) continue;
    const family = familyOf(mark, intact.markdown);
    if (isLonely) {
      missing.set(mark.form, (missing.get(mark.form) ?? 0) + 1);
      unsettled.add(family);
    }
    const forms = families.get(family) ?? new Map<Form, number>();
    families.set(family, forms.set(mark.form, (forms.get(mark.form) ?? 0) + 1));
  }
  for (const unit of damaged.units) {
    const [mark] = damaged.marksOf(unit);
    if (isEmphasis(mark) && unit.partner === undefined) unsettled.add(familyOf(mark, damaged.markdown));
  }
  for (const form of [STRONG, EMPHASIS]) {
    if (!isNested(damaged.marks, form) || isNested(intact.marks, form)) continue;
    for (const mark of damaged.marks) if (mark.form === form) unsettled.add(familyOf(mark, damaged.markdown));
  }
  if (unsettled.size === 0) return undefined;
  const masked = marks.filter((mark) => !isEmphasis(mark)).sort((a, b) => a.start - b.start);
  let current: readonly Mark[] = marks;
  let changed = false;
  for (const family of unsettled) {
    const wanted = families.get(family);
    if (wanted === undefined) continue;
    const even = evenly(damaged.markdown, family, wanted, masked);
    if (even === undefined) continue;
    const isOld = (mark: Mark): boolean =>
      isEmphasis(mark) && familyOf(mark, damaged.markdown) === family && !isTag(damaged, mark);
    current = [...current.filter((mark) => !isOld(mark)), ...keepNative(even, current)];
    changed = true;
    unsettled.delete(family);
  }
  if (changed) return [...current];
  if (missing.size === 0) return undefined;
  const settled = settledMarks(damaged);
  const fixed = current.filter((mark) => isEmphasis(mark) && settled.has(mark));
  const free = [...(['*', '_', '~'] as const)].flatMap((family) => {
    const wanted = [...missing].filter(([form]) => (form === STRIKE) === (family === '~'));
    if (wanted.length === 0) return [];
    const blocked = [...masked, ...fixed].sort((a, b) => a.start - b.start);
    const found = readFreely(damaged.markdown, runsOf(damaged.markdown, family, blocked), new Map(wanted), fixed);
    for (const { form, kind } of found) if (kind === 'sc') missing.set(form, (missing.get(form) ?? 0) - 1);
    if (family === '~') return found;
    const rest = [...blocked, ...found].sort((a, b) => a.start - b.start);
    const empty = readEmpty(damaged.markdown, runsOf(damaged.markdown, family, rest), missing, [...fixed, ...found]);
    return replaceOverlapping(found, empty);
  });
  return free.length === 0
    ? undefined
    : replaceOverlapping(
        current.toSorted((a, b) => a.start - b.start),
        free,
      );
}

function isTag(side: Side, mark: Mark): boolean {
  return side.markdown.charCodeAt(mark.start) === 60;
}

function evenly(
  markdown: string,
  family: Family,
  wanted: ReadonlyMap<Form, number>,
  masked: readonly Mark[],
): Mark[] | undefined {
  const counts: Emphasis = {
    strong: (wanted.get(STRONG) ?? 0) + (wanted.get(STRIKE) ?? 0),
    emphasis: wanted.get(EMPHASIS) ?? 0,
  };
  const runs = runsOf(markdown, family, masked);
  const marks =
    readExactly(markdown, runs, counts) ??
    readEvenlyWithEmpty(markdown, runs, counts, true) ??
    readEvenly(markdown, runs, counts) ??
    readEvenlyWithEmpty(markdown, runs, counts, false);
  return family === '~' ? marks && asStrike(marks) : marks;
}

function asStrike(marks: readonly Mark[]): Mark[] {
  const copies = new Map(
    marks.map((mark) => [
      mark,
      { ...half(mark.kind === 'sc' ? 'sc' : 'ec', STRIKE, mark.start, mark.end), recovered: true },
    ]),
  );
  for (const [mark, copy] of copies) {
    const partner = mark.partner === undefined ? undefined : copies.get(mark.partner);
    if (partner !== undefined) join(copy, partner);
  }
  return [...copies.values()];
}

/** What was read so without help is not recovered. */
function keepNative(marks: readonly Mark[], native: readonly Mark[]): Mark[] {
  const byStart = new Map(native.map((mark) => [mark.start, mark]));
  const same = (mark: Mark): Mark | undefined => {
    const other = byStart.get(mark.start);
    return other !== undefined && other.end === mark.end && other.kind === mark.kind && other.form === mark.form
      ? other
      : undefined;
  };
  return marks.map((mark) => {
    const other = same(mark);
    const partner = mark.partner === undefined ? undefined : same(mark.partner);
    return other !== undefined && other.partner === partner ? other : mark;
  });
}
