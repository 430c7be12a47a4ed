import type { Content } from '../../model/content.js';
import type { Piece } from '../../read/edited/document.js';
import { decodePieces, encodePieces } from '../encode.js';

/** White space as a reader of a page sees it: a run of it is a space, and at the ends there is none. */
export function tidy(encoded: string): string {
  return encoded.replace(/[ \t\n]+/g, ' ').replace(/^ | $/g, '');
}

/**
 * Without texts that are nothing but a line end and an indent: tools that lay out whole documents put them between
 * elements, whatever `xml:space` says. Texts with codes, encoded.
 */
export function withoutIndents(encoded: string): string {
  return encoded.replace(/(^|\0)\n[ \t]*(?=\0|$)/g, '$1');
}

/**
 * The same of the pieces of a target, but for the texts that the article has there: those are no layout. `own`: the target of
 * the article, encoded.
 */
export function piecesWithOwnIndents(pieces: readonly Piece[], own: string): readonly Piece[] {
  const codes = pieces.map((piece) => (typeof piece === 'string' ? '' : encodePieces([piece])));
  const indents = new Map(
    [...own.matchAll(/(?<=^|(\0[^\0]*\0))\n[ \t]*(?=(\0[^\0]*\0)|$)/g)].map(([indent, before = '', after = '']) => [
      before + after,
      indent,
    ]),
  );
  return pieces.flatMap((piece, index) => {
    if (typeof piece !== 'string' || !/^\n[ \t]*$/.test(piece)) return [piece];
    return indents.get((codes[index - 1] ?? '') + (codes[index + 1] ?? '')) ?? [];
  });
}

export function tidyPieces(pieces: readonly Piece[]): readonly Piece[] {
  return decodePieces(tidy(encodePieces(pieces)), pieces);
}

/** The pieces with the white space of XML at their ends that a content has. */
export function withLeadingTrailingSpace<Each>(
  pieces: readonly (Each | string)[],
  content: Content,
): readonly (Each | string)[] {
  const first = content[0];
  const last = content.at(-1);
  const start = first?.kind === 'text' ? first.text.slice(0, startOf(first.text)) : '';
  const end = last?.kind === 'text' ? last.text.slice(endOf(last.text)) : '';
  return [start, ...trim(pieces), end].filter((piece) => piece !== '');
}

/** Whether there is a line break in the white space at one of the ends. */
export function hasOuterBreak(pieces: readonly unknown[]): boolean {
  const first = pieces[0];
  const last = pieces.at(-1);
  return (
    (typeof first === 'string' && /[\r\n]/.test(first.slice(0, startOf(first)))) ||
    (typeof last === 'string' && /[\r\n]/.test(last.slice(endOf(last))))
  );
}

function trim<Each>(pieces: readonly (Each | string)[]): (Each | string)[] {
  const trimmed = [...pieces];
  const [first] = trimmed;
  if (typeof first === 'string') trimmed[0] = first.slice(startOf(first));
  const last = trimmed.at(-1);
  if (typeof last === 'string') trimmed[trimmed.length - 1] = last.slice(0, endOf(last));
  return trimmed;
}

/** Where the white space at the start of a text ends. */
function startOf(text: string): number {
  let start = 0;
  while (isSpace(text.charCodeAt(start))) start++;
  return start;
}

/** Where the white space at the end of a text starts. */
function endOf(text: string): number {
  let end = text.length;
  while (end > 0 && isSpace(text.charCodeAt(end - 1))) end--;
  return end;
}

function isSpace(code: number): boolean {
  return code === 0x20 || code === 0x0a || code === 0x09 || code === 0x0d;
}
