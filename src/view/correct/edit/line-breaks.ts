import type { Block } from '../../../model/article.js';
import { join, type Pieces, slice } from './pieces.js';

/** A line that is blank: what it is made of starts with the break before it. */
const blankLine = /\n[ \t]*(?=\n)/g;

/** How many line breaks end the block that a target stands in. */
export interface Breaks {
  /** In all of it. */
  readonly all: number;
  /** But for the white space at its ends: a memory keeps that of the article, whatever else comes. */
  readonly inner: number;
}

/**
 * The line breaks of a target that end its block: any, in a heading, a table cell or a title; a blank line, in any other.
 * What stands around the target may be line breaks, too.
 */
export function breaksIn(pieces: Pieces, block: Block): Breaks {
  const text = plain(pieces);
  // On the way to another target, all of one may be deleted; that nothing cannot be written is said of it then.
  if (/^[ \t]*$/.test(text)) return { all: 0, inner: 0 };
  const count = (some: string): number => some.match(isOneLine(block) ? /\n/g : blankLine)?.length ?? 0;
  return { all: count(isOneLine(block) ? text : `\n${text}\n`), inner: count(text.trim()) };
}

/** The most that a target may have in the place of its `own`, where the source has others. */
export function mostBreaks(own: Breaks, source: Breaks, start: Breaks): Breaks {
  const all = Math.max(own.all, source.all);
  return { all: Math.max(all, start.all), inner: Math.max(all - (own.all - own.inner), start.inner) };
}

export function isMore(breaks: Breaks, most: Breaks): boolean {
  return breaks.all > most.all || breaks.inner > most.inner;
}

function isOneLine(block: Block): boolean {
  return block === 'heading' || block === 'table-cell' || block === 'title';
}

function plain(pieces: Pieces): string {
  const markdown = pieces.map((piece) => (typeof piece === 'string' ? piece : piece.data)).join('');
  return markdown.replace(/\r\n?/g, '\n');
}

/** A text that is typed: a line break is a space there, and there is nothing that no document holds. */
export function withoutBreaks(text: string): string {
  return text.replace(/\r\n?|[\n\u2028\u2029]/g, ' ');
}

/** Takes out line breaks of texts that came beside others, as far as there are too many. */
export function withoutBlankLines(pieces: Pieces, block: Block, most: Breaks): Pieces {
  let mended = pieces;
  let left = breaksIn(mended, block);
  if (!isMore(left, most)) return mended;
  for (const place of breakPlaces(pieces).reverse()) {
    const without = join(slice(mended, 0, place), slice(mended, place + 1));
    const breaks = breaksIn(without, block);
    if (!isMore(left, breaks)) continue;
    mended = without;
    left = breaks;
    if (!isMore(left, most)) break;
  }
  return mended;
}

/** Where line breaks stand in texts. */
function breakPlaces(pieces: Pieces): number[] {
  const places: number[] = [];
  let start = 0;
  for (const piece of pieces) {
    if (typeof piece === 'string') {
      for (const { index } of piece.matchAll(/[\r\n]/g)) places.push(start + index);
      start += piece.length;
    } else start++;
  }
  return places;
}
