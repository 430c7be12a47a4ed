import type { EditedPart, EditedUnit } from '../read/edited/document.js';
import type { InlineMode } from '../write/exporter.js';
import { encodePieces } from './encode.js';
import { encodePart, type WrittenPart } from './written.js';

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
export function runsOf(
  parts: readonly WrittenPart[],
  unit: EditedUnit,
  inline: InlineMode,
  tidy: (encoded: string) => string,
): Run[] | undefined {
  const own = parts.map((part) => tidy(encodePart(part, 'source', inline)));
  const theirs = unit.parts.map(({ source }) => tidy(encodePieces(source)));
  const spans = spansOf(own, theirs);
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

/** The spans from the start of two lists of texts as far as they are the same, and how many texts that are. */
export function spansOf(
  own: readonly string[],
  theirs: readonly string[],
): { readonly each: readonly Span[]; readonly written: number; readonly came: number } {
  const each: Span[] = [];
  let from = 0;
  let cameFrom = 0;
  while (from < own.length && cameFrom < theirs.length) {
    const end = spanEnd(own, theirs, from, cameFrom);
    if (end === undefined) break;
    const to = end[0];
    let cameTo = end[1];
    // What has no source of its own belongs to what stands before it.
    while (cameTo < theirs.length && theirs[cameTo] === '' && own[to] !== '') cameTo++;
    each.push({ from, to, cameFrom, cameTo });
    from = to;
    cameFrom = cameTo;
  }
  return { each, written: from, came: cameFrom };
}

/** Goes on on the side that is behind, until both end at the same place. Only what one is ahead by is held. */
function spanEnd(
  own: readonly string[],
  theirs: readonly string[],
  from: number,
  cameFrom: number,
): [number, number] | undefined {
  let to = from;
  let cameTo = cameFrom;
  let ahead = own[to++] ?? '';
  let isOwn = true;
  do {
    const next = isOwn ? theirs[cameTo++] : own[to++];
    if (next === undefined) return undefined;
    if (ahead.startsWith(next)) ahead = ahead.slice(next.length);
    else if (next.startsWith(ahead)) {
      ahead = next.slice(ahead.length);
      isOwn = !isOwn;
    } else return undefined;
  } while (ahead !== '');
  return [to, cameTo];
}
