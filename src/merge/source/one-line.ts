import type { Piece } from '../../read/edited/document.js';
import type { InlineMode } from '../../write/export-options.js';

/** A target without white space at its ends, and with spaces for line ends, as its source has them. */
export function inOneLine(pieces: readonly Piece[], inline: InlineMode): readonly Piece[] {
  const lines = inline === 'text' ? [...pieces] : pieces.map(joined);
  const first = lines[0];
  if (typeof first === 'string') lines[0] = first.replace(/^[ \t\r\n]+/, '');
  const last = lines.at(-1);
  if (typeof last === 'string') lines[lines.length - 1] = last.replace(/(?<![ \t\r\n])[ \t\r\n]+$/, '');
  return lines.filter((piece) => piece !== '');
}

function joined(piece: Piece): Piece {
  return typeof piece === 'string' ? piece.replace(/(?<![ \t\r\n])[ \t]*[\r\n][ \t\r\n]*/g, ' ') : piece;
}
