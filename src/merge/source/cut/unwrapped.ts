import type { EntryText } from '../../../model/memory/entry.js';
import type { EditedPart, Piece } from '../../../read/edited/document.js';
import { encodePieces, encodeSide } from '../../encode.js';
import { withoutPrefixes } from '../../match/realign.js';
import { keyOfPieces, keysOfSide } from '../keys.js';

/** Whether a text has several lines, as one has that a tool joined of segments on lines of their own. */
function isWrapped(pieces: readonly Piece[]): boolean {
  return pieces.some((piece) => typeof piece === 'string' && /[\r\n]/.test(piece));
}

/** A text in one line, without what stood before its other lines: an indent, and the marks of quotes. */
export function unwrapped(pieces: readonly Piece[]): readonly Piece[] {
  return withoutBreaks(pieces, /(?<![ \t\r\n])[ \t]*[\r\n][ \t\r\n>]*/g);
}

function withoutBreaks(pieces: readonly Piece[], breaks: RegExp): readonly Piece[] {
  if (!isWrapped(pieces)) return pieces;
  return pieces.map((piece) => (typeof piece === 'string' ? piece.replace(breaks, ' ') : piece));
}

/** A segment in one line, where that of the article is; others stay as they are. */
export function unwrappedLike(part: EditedPart, own: EntryText): EditedPart {
  if (!isWrapped(part.source)) return part;
  const encoded = encodePieces(withoutPrefixes(part.source));
  if (encoded === encodeSide(own, 'codes', '') || encoded === encodeSide(own, 'text', '')) return part;
  // What a tool laid out has no marks of quotes: `>` is text there, at the start of a line, too.
  const inLine = (pieces: readonly Piece[]): readonly Piece[] =>
    withoutBreaks(pieces, /(?<![ \t\r\n])[ \t]*[\r\n][ \t\r\n]*/g);
  const unwrap = keysOfSide(own).includes(keyOfPieces(inLine(part.source))) ? inLine : unwrapped;
  const { source, target } = part;
  return { ...part, source: unwrap(source), ...(target === undefined ? {} : { target: unwrap(target) }) };
}
