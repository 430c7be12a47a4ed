import type { EditedPart, EditedUnit } from '../../read/edited/document.js';
import { encodePieces } from '../encode.js';
import type { Shape, Tidy } from './shape.js';
import type { WrittenPart } from './written.js';

/** Parts of the article, and parts of the document that have the same source, from end to end. */
export interface Run {
  readonly written: readonly WrittenPart[];
  readonly came: readonly EditedPart[];
  /** How many parts of the document stand before them in the unit. */
  readonly cameFrom: number;
}

/**
 * Cuts both sides at the places where both have an end; `undefined` where their sources are not the same text. `tidy`
 * is what makes two texts the same.
 */
export function runsOf(shape: Shape, unit: EditedUnit, tidy: Tidy): Run[] | undefined {
  const { parts } = shape;
  const own = shape.sources(tidy);
  const theirs = unit.parts.map(({ source }) => tidy(encodePieces(source)));
  const spans = spansOf(textsOf(own), textsOf(theirs));
  if (spans.written < own.length || spans.came < theirs.length) return undefined;
  return spans.each.map(({ from, to, cameFrom, cameTo }) => ({
    written: parts.slice(from, to),
    came: unit.parts.slice(cameFrom, cameTo),
    cameFrom,
  }));
}

/** Texts of both sides that are the same together: from an index to another one, exclusive. */
export interface Span {
  readonly from: number;
  readonly to: number;
  readonly cameFrom: number;
  readonly cameTo: number;
}

/** Texts in their order, or from the last one to the first. */
export interface Texts {
  readonly length: number;
  at(index: number): string;
}

/** A stretch of texts. Nothing is copied: of a long list, most is never looked at. */
export function textsOf(texts: readonly string[], from = 0, to: number = texts.length, isReversed = false): Texts {
  return {
    length: to - from,
    at: (index) => texts[isReversed ? to - 1 - index : from + index] ?? '',
  };
}

/** The spans from the start of two lists of texts as far as they are the same, and how many texts that are. */
export function spansOf(
  own: Texts,
  theirs: Texts,
  isReversed = false,
): { readonly each: readonly Span[]; readonly written: number; readonly came: number } {
  const each: Span[] = [];
  let from = 0;
  let cameFrom = 0;
  while (from < own.length && cameFrom < theirs.length) {
    const end = spanEnd(own, theirs, from, cameFrom, isReversed);
    if (end === undefined) break;
    const to = end[0];
    let cameTo = end[1];
    // What has no source of its own belongs to what stands before it.
    while (cameTo < theirs.length && theirs.at(cameTo) === '' && !(to < own.length && own.at(to) === '')) cameTo++;
    each.push({ from, to, cameFrom, cameTo });
    from = to;
    cameFrom = cameTo;
  }
  return { each, written: from, came: cameFrom };
}

/** Goes on on the side that is behind, until both end at the same place. Only what one is ahead by is held. */
function spanEnd(
  own: Texts,
  theirs: Texts,
  from: number,
  cameFrom: number,
  isReversed: boolean,
): [number, number] | undefined {
  const isAhead = (text: string, other: string): boolean =>
    isReversed ? text.endsWith(other) : text.startsWith(other);
  const restOf = (text: string, length: number): string =>
    isReversed ? text.slice(0, text.length - length) : text.slice(length);
  let to = from;
  let cameTo = cameFrom;
  let ahead = own.at(to++);
  let isOwn = true;
  do {
    const side = isOwn ? theirs : own;
    const index = isOwn ? cameTo++ : to++;
    if (index >= side.length) return undefined;
    const next = side.at(index);
    if (isAhead(ahead, next)) ahead = restOf(ahead, next.length);
    else if (isAhead(next, ahead)) {
      ahead = restOf(next, ahead.length);
      isOwn = !isOwn;
    } else return undefined;
  } while (ahead !== '');
  return [to, cameTo];
}
