import type { Range } from '../../model/position.js';
import { asciiClass, BLANK, isAlphanumeric } from '../inline/characters.js';
import { DROPPED, EMPHASIS, type Form, half, join, type Mark, placeholder, STRIKE, STRONG } from '../inline/marks.js';

/** What an emphasis marker is spelled with. */
export type Family = '*' | '_' | '~';

/** The emphasis of the intact side: how many pairs of each form its markers make. */
export interface Emphasis {
  readonly strong: number;
  readonly emphasis: number;
}

/** A run of markers in the damaged text, escaped or not, with invisible characters between them or not. */
export interface Run {
  readonly start: number;
  readonly end: number;
  readonly markers: readonly Range[];
}

/** One marker of a pair, taken from a run. */
export interface Token {
  readonly run: Run;
  readonly form: Form;
  readonly start: number;
  readonly end: number;
}

const BETWEEN = '[\\u00ad\\u061c\\u200b-\\u200f\\u202a-\\u202e\\u2060-\\u2069\\ufeff]*';
const UNSEEN = /[\s\u00ad\u061c\u200b-\u200f\u202a-\u202e\u2060-\u2069\ufeff]/;
const runOf = (marker: string): RegExp => new RegExp(`(?:${marker})(?:${BETWEEN}(?:${marker}))*`, 'gi');
/** What a machine puts between two markers. */
const SPACES = /^(?:\r\n|[\s\u200b-\u200f]){1,2}$/;
const MARKERS: Readonly<Record<Family, { readonly one: RegExp; readonly run: RegExp }>> = {
  '*': family('\\\\?[*＊∗﹡⁎]|&ast;|&#42;|&#x2a;|&midast;'),
  _: family('\\\\?[_＿]|&lowbar;|&#95;|&#x5f;'),
  '~': family('\\\\?[~～]|&#126;|&#x7e;'),
};

function family(marker: string): { one: RegExp; run: RegExp } {
  return { one: new RegExp(marker, 'gi'), run: runOf(marker) };
}

/** The runs of a family outside of the masked ranges, which are in order. */
export function runsOf(markdown: string, family: Family, masked: readonly { start: number; end: number }[]): Run[] {
  const { one, run } = MARKERS[family];
  const runs: Run[] = [];
  let mask = 0;
  for (const match of markdown.matchAll(run)) {
    const start = match.index;
    const end = start + match[0].length;
    while (mask < masked.length && (masked[mask]?.end ?? 0) <= start) mask++;
    if ((masked[mask]?.start ?? Number.POSITIVE_INFINITY) < end) continue;
    // `\\*` is an escaped backslash before a marker, but here the backslashes before it count only as such.
    if (family === '_' && isInsideWord(markdown, start, end)) continue;
    const markers = [...match[0].matchAll(one)].map(({ 0: marker, index }) => ({
      start: start + index,
      end: start + index + marker.length,
    }));
    runs.push({ start, end, markers });
  }
  return runs;
}

/**
 * The runs with those as one between which a machine put a space (`* *A* *`); `undefined` when there are none. Where
 * one pair ends and another begins, the markers of both are one run then, and their number tells them apart.
 */
export function spacedRuns(markdown: string, runs: readonly Run[]): Run[] | undefined {
  const groups: [Run, ...Run[]][] = [];
  for (const run of runs) {
    const group = groups.at(-1);
    const last = group?.at(-1);
    if (last !== undefined && SPACES.test(markdown.slice(last.end, Math.min(run.start, last.end + 5))))
      group?.push(run);
    else groups.push([run]);
  }
  if (groups.length === runs.length) return undefined;
  return groups.map((group) => ({
    start: group[0].start,
    end: (group.at(-1) as Run).end,
    markers: group.flatMap(({ markers }) => markers),
  }));
}

function isInsideWord(markdown: string, start: number, end: number): boolean {
  return isAlphanumeric(markdown.charCodeAt(start - 1)) && isAlphanumeric(markdown.charCodeAt(end));
}

/** Reads all runs as markers that are whole, but perhaps escaped: just as many as the other side needs. */
export function readExactly(markdown: string, runs: readonly Run[], wanted: Emphasis): Mark[] | undefined {
  return pairTokens(markdown, tokensOf(runs, wanted.strong === 0, wanted.emphasis === 0), wanted);
}

/**
 * Reads all runs of a text as the markers of the emphasis that the other side has, when they are just as many: then
 * each kind of marker opens and closes by turns, wherever the spaces stand. Marks, or `undefined` when it does not
 * come out even.
 */
export function readEvenly(markdown: string, runs: readonly Run[], wanted: Emphasis): Mark[] | undefined {
  if (wanted.strong + wanted.emphasis === 0) return undefined;
  const spaced = spacedRuns(markdown, runs);
  const readings = spaced === undefined ? [runs] : [runs, spaced];
  for (const reading of readings) {
    const marks = readRuns(markdown, reading, wanted);
    if (marks !== undefined) return marks;
  }
  if (wanted.emphasis > 0) return undefined;
  for (const reading of readings) {
    // A single `*` may be a character among the markers: `*.txt`, a footnote.
    const strong = reading.filter(({ markers }) => markers.length > 1);
    const marks = strong.length < reading.length ? readRuns(markdown, strong, wanted) : undefined;
    if (marks !== undefined) return marks;
  }
  return undefined;
}

function readRuns(markdown: string, runs: readonly Run[], wanted: Emphasis): Mark[] | undefined {
  const { strong, emphasis } = wanted;
  const exact = tokensOf(runs, strong === 0, emphasis === 0);
  return (
    pairTokens(markdown, exact, wanted) ??
    // Markers doubled, tripled or halved: with one kind of emphasis each run can only be one marker of it.
    (strong === 0 || emphasis === 0 ? pairTokens(markdown, wholeTokens(runs, strong > 0), wanted) : undefined) ??
    pairTokens(markdown, mixedTokens(runs), wanted) ??
    (strong === 0 || emphasis === 0 ? readSplit(markdown, exact, wanted) : undefined)
  );
}

/** Runs two and two, each two as what the longer one of them is: `*a* … **b*`. */
function mixedTokens(runs: readonly Run[]): Token[] {
  return runs.map((run, at) => {
    const { start, end, markers } = run;
    const length = Math.max(markers.length, runs[at ^ 1]?.markers.length ?? 0);
    return { run, form: length > 1 ? STRONG : EMPHASIS, start, end };
  });
}

/**
 * Reads more pairs than there should be as parts of one where only white space is between them: `**A** **B**` for
 * `**A B**`. The markers between them belong to the text then.
 */
function readSplit(markdown: string, tokens: readonly Token[] | undefined, wanted: Emphasis): Mark[] | undefined {
  if (tokens === undefined) return undefined;
  const surplus = tokens.length - (wanted.strong + wanted.emphasis) * 2;
  if (surplus <= 0) return undefined;
  const dropped = new Set<Token>();
  for (let at = 1; at + 1 < tokens.length; at += 2) {
    const [closer, opener] = [tokens[at] as Token, tokens[at + 1] as Token];
    const isGap = opener.start > closer.end && isEmpty(markdown, closer.end, opener.start);
    if (isGap) dropped.add(closer).add(opener);
  }
  if (dropped.size !== surplus) return undefined;
  const marks = pairTokens(
    markdown,
    tokens.filter((token) => !dropped.has(token)),
    wanted,
  );
  return marks && [...marks, ...[...dropped].map(({ start, end }) => placeholder(DROPPED, start, end, '', ''))];
}

/** The markers of runs; each marker of `singles` is one of its own. `undefined` where they can only be doubled. */
export function tokensOf(
  runs: readonly Run[],
  noStrong: boolean,
  noEmphasis: boolean,
  singles?: ReadonlySet<Run>,
): Token[] | undefined {
  const tokens: Token[] = [];
  const opened = new Map<Form, boolean>();
  for (const run of runs) {
    const { markers } = run;
    const { length } = markers;
    const add = (form: Form, from: number, count: number): void => {
      tokens.push({ run, form, start: (markers[from] as Range).start, end: (markers[from + count - 1] as Range).end });
      opened.set(form, !opened.get(form));
    };
    if (noStrong || singles?.has(run)) for (let at = 0; at < length; at++) add(EMPHASIS, at, 1);
    else if (length % 2 === 0) for (let at = 0; at < length; at += 2) add(STRONG, at, 2);
    else if (noEmphasis || length > 3) return undefined;
    else if (length === 1) add(EMPHASIS, 0, 1);
    else if (opened.get(STRONG)) {
      // Of both kinds the inner one, which opened last, closes first.
      add(STRONG, 0, 2);
      add(EMPHASIS, 2, 1);
    } else {
      add(EMPHASIS, 0, 1);
      add(STRONG, 1, 2);
    }
  }
  return tokens;
}

function wholeTokens(runs: readonly Run[], isStrong: boolean): Token[] | undefined {
  for (let at = 0; at + 1 < runs.length; at += 2) {
    const one = runs[at]?.markers.length ?? 0;
    const other = runs[at + 1]?.markers.length ?? 0;
    // One of the two must be what is wanted: `*x*` is no bold, and `**x**` no italics.
    if (isStrong ? Math.max(one, other) < 2 : Math.min(one, other) > 1) return undefined;
  }
  return runs.map((run) => ({ run, form: isStrong ? STRONG : EMPHASIS, start: run.start, end: run.end }));
}

/**
 * Pairs tokens that open and close by turns. The two may be one run that `mayBeEmpty`; what separates its markers then
 * belongs to the first.
 */
export function pairTokens(
  markdown: string,
  tokens: readonly Token[] | undefined,
  wanted: Emphasis,
  mayBeEmpty?: (run: Run) => boolean,
): Mark[] | undefined {
  if (tokens === undefined) return undefined;
  const count = (form: Form): number => tokens.filter((token) => token.form === form).length;
  if (count(STRONG) !== wanted.strong * 2 || count(EMPHASIS) !== wanted.emphasis * 2) return undefined;
  const open = new Map<Form, Token>();
  const marks: Mark[] = [];
  for (const token of tokens) {
    const { form, start, end } = token;
    const opener = open.get(form);
    if (opener === undefined) {
      open.set(form, token);
      continue;
    }
    const isOne = opener.run === token.run && mayBeEmpty?.(token.run) === true;
    if (!isOne && isEmpty(markdown, opener.end, start)) return undefined;
    for (const mark of recoveredPair(form, opener.start, isOne ? start : opener.end, start, end)) marks.push(mark);
    open.delete(form);
  }
  return marks;
}

/** The two halves of a pair, by where the one and the other start and end. */
export function recoveredPair(form: Form, start: number, startEnd: number, end: number, endEnd: number): [Mark, Mark] {
  const sc = { ...half('sc', form, start, startEnd), recovered: true };
  const ec = { ...half('ec', form, end, endEnd), recovered: true };
  join(sc, ec);
  return [sc, ec];
}

export function isEmpty(markdown: string, start: number, end: number): boolean {
  for (let at = start; at < end; at++) {
    if ((asciiClass(markdown.charCodeAt(at)) & BLANK) === 0 && !UNSEEN.test(markdown.charAt(at))) return false;
  }
  return true;
}

/**
 * Pairs what runs are free, two and two, into at most as many pairs of each form as are missing; the pairs that look
 * most like emphasis first. `fixed` are the marks that stay: no pair may begin inside of one of its own form and end
 * outside.
 */
export function readFreely(
  markdown: string,
  runs: readonly Run[],
  missing: ReadonlyMap<Form, number>,
  fixed: readonly Mark[],
): Mark[] {
  const marks: Mark[] = [];
  const spaced = spacedRuns(markdown, runs);
  for (const [form, count] of missing) {
    const width = form === EMPHASIS ? 1 : 2;
    const used = [...marks];
    const isFree = ({ start, end, markers }: Run): boolean =>
      markers.length === width && !used.some((mark) => mark.start < end && mark.end > start);
    let free = runs.filter(isFree);
    if (free.length < 2 && spaced !== undefined) free = spaced.filter(isFree);
    const same = fixed.filter((mark) => mark.form === form);
    const candidates: { score: number; at: number }[] = [];
    for (let at = 0; at + 1 < free.length; at++) {
      const score = scoreOf(markdown, free[at] as Run, free[at + 1] as Run, same);
      if (score >= 0) candidates.push({ score, at });
    }
    candidates.sort((a, b) => b.score - a.score || a.at - b.at);
    const taken = new Set<number>();
    let left = count;
    for (const { at } of candidates) {
      if (left === 0) break;
      if (taken.has(at) || taken.has(at + 1)) continue;
      taken.add(at).add(at + 1);
      left--;
      const [first, second] = [free[at] as Run, free[at + 1] as Run];
      for (const mark of recoveredPair(form, first.start, first.end, second.start, second.end)) marks.push(mark);
    }
  }
  return marks;
}

function scoreOf(markdown: string, first: Run, second: Run, same: readonly Mark[]): number {
  if (isEmpty(markdown, first.end, second.start)) return -1;
  const inside = same.filter(({ start }) => start >= first.end && start < second.start);
  if (inside.length % 2 !== 0) return -1;
  const tightStart = !/\s/.test(markdown.charAt(first.end)) ? 2 : 0;
  const tightEnd = !/\s/.test(markdown.charAt(second.start - 1)) ? 2 : 0;
  const before = markdown.charAt(first.start - 1);
  const after = markdown.charAt(second.end);
  const apart =
    (before === '' || /[\s\p{P}]/u.test(before) ? 1 : 0) + (after === '' || /[\s\p{P}]/u.test(after) ? 1 : 0);
  return tightStart + tightEnd + apart;
}

/** The family that a code of emphasis is spelled with on the intact side; HTML counts as `*`. */
export function familyOf(mark: Mark, markdown: string): Family {
  if (mark.form === STRIKE) return '~';
  const char = markdown.slice(mark.start, mark.end).replace(/\\/g, '')[0];
  return char === '_' || char === '＿' ? '_' : '*';
}
