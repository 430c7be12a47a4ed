import type { Block } from '../../../model/article.js';
import { join, lengthOf, type Pieces, slice } from './pieces.js';

/** A line that is blank: what it is made of starts with the break before it. */
const blankLine = /\n[ \t]*(?=\n)/g;

/**
 * How many line breaks end the block that a target stands in: any, in a heading, a table cell or a title; a blank line,
 * in any other. What stands around the target may be line breaks, too.
 */
export function breaksIn(pieces: Pieces, block: Block): number {
  const text = plain(pieces);
  // On the way to another target, all of one may be deleted; that nothing cannot be written is said of it then.
  if (/^[ \t]*$/.test(text)) return 0;
  return isOneLine(block) ? (text.match(/\n/g)?.length ?? 0) : (`\n${text}\n`.match(blankLine)?.length ?? 0);
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
export function withoutBlankLines(pieces: Pieces, block: Block, most: number): Pieces {
  let mended = pieces;
  for (let place = lengthOf(mended) - 1; place >= 0 && breaksIn(mended, block) > most; place--) {
    const [piece] = slice(mended, place, place + 1);
    if (piece !== '\n' && piece !== '\r') continue;
    const without = join(slice(mended, 0, place), slice(mended, place + 1));
    if (breaksIn(without, block) < breaksIn(mended, block)) mended = without;
  }
  return mended;
}
