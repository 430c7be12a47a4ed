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

export function createKeptText(): KeptText {
  let pieces: string[] = [];
  /** Where the first piece starts, and the last one ends. */
  let start = 0;
  let end = 0;
  /** As far as lines are counted. */
  let counted = 0;
  let line = 1;
  let lineStart = 0;

  const count = (to: number): void => {
    let at = start;
    for (const piece of pieces) {
      if (at >= to) return;
      if (at + piece.length > counted) {
        const from = counted - at;
        const until = Math.min(piece.length, to - at);
        // By character: what is searched for may be far away, each time again.
        for (let index = from; index < until; index++) {
          const code = piece.charCodeAt(index);
          if (code > 0x0d || !(code === 0x0a || (code === 0x0d && piece.charCodeAt(index + 1) !== 0x0a))) continue;
          line++;
          lineStart = at + index + 1;
        }
        counted = at + until;
      }
      at += piece.length;
    }
  };
  return {
    get end() {
      return end;
    },
    add(piece) {
      pieces.push(piece);
      end += piece.length;
    },
    from(offset) {
      if (pieces.length > 1) pieces = [pieces.join('')];
      const [text = ''] = pieces;
      const first = Math.max(offset, start);
      return { text: text.slice(first - start), start: first };
    },
    forget(before, most) {
      let dropped = 0;
      let first = start;
      for (const { length } of pieces) {
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

/** How long the first part of a text is that is cut neither in a character nor in a CRLF. */
export function cutAt(text: string, from: number, length: number): number {
  let end = Math.min(from + length, text.length);
  while (end < text.length && !isBorder(text, end)) end++;
  return end;
}
