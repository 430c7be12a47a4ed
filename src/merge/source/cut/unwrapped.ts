import type { EntryText } from '../../../model/memory/entry.js';
import type { EditedPart, Piece } from '../../../read/edited/document.js';
import { encodePieces, encodeSide } from '../../encode.js';
import { withoutPrefixes } from '../../match/realign.js';

/** Whether a text has several lines, as one has that a tool joined of segments on lines of their own. */
function isWrapped(pieces: readonly Piece[]): boolean {
  return pieces.some((piece) => typeof piece === 'string' && /[\r\n]/.test(piece));
}

/** A text in one line, without what stood before its other lines: an indent, and the marks of quotes. */
export function unwrapped(pieces: readonly Piece[]): readonly Piece[] {
  if (!isWrapped(pieces)) return pieces;
  return pieces.map((piece) =>
    typeof piece === 'string' ? piece.replace(/(?<![ \t\r\n])[ \t]*[\r\n][ \t\r\n>]*/g, ' ') : piece,
  );
}

/** A segment in one line, where that of the article is; others stay as they are. */
export function unwrappedLike(part: EditedPart, own: EntryText): EditedPart {
  if (!isWrapped(part.source)) return part;
  const encoded = encodePieces(withoutPrefixes(part.source));
  if (encoded === encodeSide(own, 'codes', '') || encoded === encodeSide(own, 'text', '')) return part;
  const { source, target } = part;
  return { ...part, source: unwrapped(source), ...(target === undefined ? {} : { target: unwrapped(target) }) };
}
