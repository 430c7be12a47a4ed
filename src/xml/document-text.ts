import type { LineIndex, Point } from '../model/position.js';
import { lastStartingBy } from '../model/position.js';
import { tooLarge, type XmlFault } from './syntax.js';

/** The text of a document that need not be in memory: it comes in pieces, and any stretch of it can be read again. */
export interface DocumentText {
  /** All of it, in order; at the end, why the rest cannot be read, if it cannot. No piece splits a character or a CRLF. */
  pieces(): Generator<string, XmlFault | undefined, undefined>;
  /** A stretch of it. Offsets are 0-based UTF-16 code units; `end` is exclusive. */
  slice(start: number, end: number): string;
}

/** UTF-16 code units of a piece. */
const pieceLength = 65_536;

/** @throws {TypeError} Bytes are given, of which a piece may end in a character, and whose places are others. */
export function requireText(text: string): void {
  if (typeof text !== 'string') throw new TypeError('the document is no text; decode its bytes first');
}

/**
 * A text that is in memory.
 *
 * @throws {TypeError} It is none.
 */
export function textOf(text: string): DocumentText {
  requireText(text);
  return {
    pieces: () => piecesOf(text),
    slice: (start, end) => text.slice(start, end),
  };
}

/** At the top level: a generator within a function has a hidden class for each call of that. */
function* piecesOf(text: string): Generator<string, undefined, undefined> {
  for (let start = 0; start < text.length; ) {
    let end = Math.min(start + pieceLength, text.length);
    while (end < text.length && !isBorder(text, end)) end++;
    yield text.slice(start, end);
    start = end;
  }
  return undefined;
}

/** The whole text; and why the rest cannot be read, if it cannot, or is longer than `longest`. */
export function wholeOf(document: DocumentText, longest: number): { readonly text: string; readonly fault?: XmlFault } {
  const parts: string[] = [];
  let length = 0;
  const pieces = document.pieces();
  for (;;) {
    const next = pieces.next();
    if (next.done === true) {
      const text = parts.join('');
      return next.value === undefined ? { text } : { text, fault: next.value };
    }
    length += next.value.length;
    if (length > longest) return { text: '', fault: tooLarge(0, `more than ${longest} characters`) };
    parts.push(next.value);
  }
}

/** Whether a text may be cut there: neither in a character nor in a CRLF. */
export function isBorder(text: string, at: number): boolean {
  const before = text.charCodeAt(at - 1);
  return before !== 0x0d && (before < 0xd800 || before > 0xdbff);
}

/**
 * Finds lines and columns in a document. The document is read once more when the first is asked for; what is kept is a
 * mark for each piece.
 */
export function linesOf(text: DocumentText): LineIndex {
  let marks: readonly Mark[] | undefined;
  return {
    pointAt(offset) {
      marks ??= markLines(text);
      const index = lastStartingBy(marks, offset, (mark) => mark.offset);
      const mark = marks[index];
      if (mark === undefined) return { offset: 0, line: 1, column: 1 };
      const end = marks[index + 1]?.offset ?? mark.offset + mark.length;
      return pointIn(text.slice(mark.offset, end), mark, Math.max(0, Math.min(offset, end)));
    },
  };
}

/** Where a piece starts, and which line that is. */
interface Mark {
  readonly offset: number;
  readonly length: number;
  readonly line: number;
  readonly lineStart: number;
}

function markLines(text: DocumentText): readonly Mark[] {
  const marks: Mark[] = [];
  let offset = 0;
  let line = 1;
  let lineStart = 0;
  for (const piece of text.pieces()) {
    marks.push({ offset, length: piece.length, line, lineStart });
    forEachLine(piece, piece.length, (start) => {
      line++;
      lineStart = offset + start;
    });
    offset += piece.length;
  }
  return marks;
}

function pointIn(piece: string, mark: Mark, offset: number): Point {
  let { line, lineStart } = mark;
  forEachLine(piece, offset - mark.offset, (start) => {
    line++;
    lineStart = mark.offset + start;
  });
  return { offset, line, column: offset - lineStart + 1 };
}

/** Calls with the start of each line but the first, up to an offset. LF, CRLF and a lone CR each end a line. */
function forEachLine(text: string, to: number, report: (start: number) => void): void {
  const hasCr = text.includes('\r');
  let lf = text.indexOf('\n');
  if (!hasCr) {
    for (; lf >= 0 && lf < to; lf = text.indexOf('\n', lf + 1)) report(lf + 1);
    return;
  }
  for (const { index, 0: found } of text.matchAll(/\r\n?|\n/g)) {
    const start = index + found.length;
    if (start > to) return;
    report(start);
  }
}
