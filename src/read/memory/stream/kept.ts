import type { Point } from '../../../model/position.js';
import { isBorder } from '../../../xml/document-text.js';

/** The last part of a text that comes in pieces: what may have to be read again, and the lines up to there. */
export interface KeptText {
  /** The offset of the end of all that came. */
  readonly end: number;
  add(piece: string): void;
  /** What came from there on, as far as it is kept; and where that really starts. */
  from(offset: number): { readonly text: string; readonly start: number };
  /** Nothing before this is asked for again; nor is more than `most` characters. */
  forget(before: number, most: number): void;
  /** The line and the column of an offset that is not before the last one that was asked for. LF, CRLF and a lone CR end lines. */
  pointAt(offset: number): Point;
}

interface Piece {
  readonly text: string;
  readonly hasCr: boolean;
}

function pieceOf(text: string): Piece {
  return { text, hasCr: text.includes('\r') };
}

export function createKeptText(): KeptText {
  let pieces: Piece[] = [];
  /** Where the first piece starts, and the last one ends. */
  let start = 0;
  let end = 0;
  /** As far as lines are counted. */
  let counted = 0;
  let line = 1;
  let lineStart = 0;
  /** The end of the line that is being counted: searched for once, however many places before it are asked for; -1: not yet. */
  let lineEnd = -1;

  const count = (to: number): void => {
    let at = start;
    for (const piece of pieces) {
      if (at >= to) return;
      const pieceEnd = at + piece.text.length;
      const until = Math.min(pieceEnd, to);
      while (counted < until) {
        if (lineEnd < counted) lineEnd = at + lineEndIn(piece, counted - at);
        if (lineEnd < until) {
          line++;
          lineStart = counted = lineEnd + 1;
        } else counted = until;
      }
      if (counted === pieceEnd) lineEnd = -1;
      at = pieceEnd;
    }
  };
  return {
    get end() {
      return end;
    },
    add(piece) {
      pieces.push(pieceOf(piece));
      end += piece.length;
    },
    from(offset) {
      if (pieces.length > 1) {
        pieces = [pieceOf(pieces.map((each) => each.text).join(''))];
        lineEnd = -1;
      }
      const text = pieces[0]?.text ?? '';
      const first = Math.max(offset, start);
      return { text: text.slice(first - start), start: first };
    },
    forget(before, most) {
      let dropped = 0;
      let first = start;
      for (const { text } of pieces) {
        const { length } = text;
        if (first + length > before && end - first <= most) break;
        first += length;
        dropped++;
      }
      if (dropped === 0) return;
      count(first);
      pieces = pieces.slice(dropped);
      start = first;
    },
    pointAt(offset) {
      const to = Math.max(offset, counted);
      count(to);
      return { offset: to, line, column: to - lineStart + 1 };
    },
  };
}

/** The last character of the next line end; the end of the piece where it has none. A CRLF is never cut. */
function lineEndIn({ text, hasCr }: Piece, from: number): number {
  const lf = text.indexOf('\n', from);
  const end = lf < 0 ? text.length : lf;
  if (!hasCr) return end;
  for (let cr = from; cr < end; cr++) {
    if (text.charCodeAt(cr) === 0x0d && cr + 1 < end) return cr;
    if (text.charCodeAt(cr) === 0x0d) return lf < 0 ? cr : lf;
  }
  return end;
}

/** How long the first part of a text is that is cut neither in a character nor in a CRLF. */
export function cutAt(text: string, from: number, length: number): number {
  let end = Math.min(from + length, text.length);
  while (end < text.length && !isBorder(text, end)) end++;
  return end;
}
