import {
  NEIGHBOUR_CJK,
  NEIGHBOUR_PUNCTUATION,
  NEIGHBOUR_SPACE,
  neighbourAfter,
  neighbourBefore,
  TILDE,
  UNDERSCORE,
} from './characters.js';
import { EMPHASIS, half, join, type Mark, STRIKE, STRONG } from './marks.js';

/** A run of `*`, `_` or `~` that may still open or close emphasis; the runs of a segment are a doubly linked list. */
export interface Delimiter {
  readonly code: number;
  /** The number of markers in the run as written. */
  readonly length: number;
  readonly canOpen: boolean;
  readonly canClose: boolean;
  /** What no pair has used yet: markers are taken from the inner end, so an opener shrinks from its end. */
  start: number;
  end: number;
  previous: Delimiter | undefined;
  next: Delimiter | undefined;
}

/**
 * Reads what a run can do by CommonMark 6.2, with the rules amended for text that is written without spaces: a marker
 * beside a Chinese, Japanese or Korean character may open before, and close after, any punctuation
 * (`**設定:**を`). Strikethrough takes runs of exactly two.
 */
export function delimiter(text: string, start: number, end: number, previous: Delimiter | undefined): Delimiter {
  const code = text.charCodeAt(start);
  const before = neighbourBefore(text, start);
  const after = neighbourAfter(text, end);
  const spaceBefore = (before & NEIGHBOUR_SPACE) !== 0;
  const spaceAfter = (after & NEIGHBOUR_SPACE) !== 0;
  const pointBefore = (before & (NEIGHBOUR_PUNCTUATION | NEIGHBOUR_CJK)) === NEIGHBOUR_PUNCTUATION;
  const pointAfter = (after & (NEIGHBOUR_PUNCTUATION | NEIGHBOUR_CJK)) === NEIGHBOUR_PUNCTUATION;
  const leftFlanking = !spaceAfter && (!pointAfter || spaceBefore || pointBefore || (before & NEIGHBOUR_CJK) !== 0);
  const rightFlanking = !spaceBefore && (!pointBefore || spaceAfter || pointAfter || (after & NEIGHBOUR_CJK) !== 0);
  let canOpen = leftFlanking;
  let canClose = rightFlanking;
  if (code === UNDERSCORE) {
    canOpen = leftFlanking && (!rightFlanking || (before & NEIGHBOUR_PUNCTUATION) !== 0);
    canClose = rightFlanking && (!leftFlanking || (after & NEIGHBOUR_PUNCTUATION) !== 0);
  }
  return { code, length: end - start, canOpen, canClose, start, end, previous, next: undefined };
}

/** One slot for each kind of closer that a fruitless search for an opener says something about. */
const KINDS = 18;

function closerKind(closer: Delimiter): number {
  const marker = closer.code === TILDE ? 2 : closer.code === UNDERSCORE ? 1 : 0;
  return marker * 6 + (closer.canOpen ? 3 : 0) + (closer.length % 3);
}

/**
 * Pairs the runs after `bottom` (all, without it) up to `last`, by the algorithm of CommonMark (appendix, "process
 * emphasis"), and adds a mark for each half. A search for an opener that found none is remembered as an offset before
 * which no closer of that kind need look again, so the work stays linear.
 */
export function pairDelimiters(last: Delimiter | undefined, bottom: Delimiter | undefined, marks: Mark[]): void {
  let closer = last;
  while (closer !== undefined && closer.previous !== bottom) closer = closer.previous;
  const floors: number[] = new Array(KINDS).fill(-1);
  while (closer !== undefined) {
    const next: Delimiter | undefined = closer.next;
    if (!closer.canClose) {
      closer = next;
      continue;
    }
    const kind = closerKind(closer);
    const floor = floors[kind] as number;
    let opener = closer.previous;
    while (opener !== undefined && opener !== bottom && opener.start > floor && !matches(opener, closer)) {
      opener = opener.previous;
    }
    if (opener === undefined || opener === bottom || opener.start <= floor) {
      floors[kind] = closer.previous?.start ?? -1;
      if (!closer.canOpen) unlink(closer);
      closer = next;
      continue;
    }
    pair(opener, closer, marks);
    opener.next = closer;
    closer.previous = opener;
    if (opener.start === opener.end) unlink(opener);
    if (closer.start === closer.end) {
      unlink(closer);
      closer = next;
    }
  }
}

function matches(opener: Delimiter, closer: Delimiter): boolean {
  if (opener.code !== closer.code || !opener.canOpen) return false;
  // A run that can do both must not pair with one that makes their lengths a multiple of three (rules 9 and 10).
  return !(
    (opener.canClose || closer.canOpen) &&
    closer.length % 3 !== 0 &&
    (opener.length + closer.length) % 3 === 0 &&
    closer.code !== TILDE
  );
}

function pair(opener: Delimiter, closer: Delimiter, marks: Mark[]): void {
  const count = opener.end - opener.start > 1 && closer.end - closer.start > 1 ? 2 : 1;
  const form = opener.code === TILDE ? STRIKE : count === 2 ? STRONG : EMPHASIS;
  const start = half('sc', form, opener.end - count, opener.end);
  const end = half('ec', form, closer.start, closer.start + count);
  join(start, end);
  marks.push(start, end);
  opener.end -= count;
  closer.start += count;
}

function unlink(delimiter: Delimiter): void {
  if (delimiter.previous !== undefined) delimiter.previous.next = delimiter.next;
  if (delimiter.next !== undefined) delimiter.next.previous = delimiter.previous;
}
