import type { PageCode, PageContent, PagePiece } from '../../page-data.js';
import { piecesOf } from '../../page-data.js';

/** A target that is edited: texts and codes; no text is empty, and none stands beside another. */
export type Pieces = readonly PagePiece[];

/** How long a target is: UTF-16 code units of its texts, and 1 for each code. Places in it are counted so. */
export function lengthOf(pieces: Pieces): number {
  return pieces.reduce((sum, piece) => sum + sizeOf(piece), 0);
}

function sizeOf(piece: PagePiece): number {
  return typeof piece === 'string' ? piece.length : 1;
}

/** What stands between two places. */
export function slice(pieces: Pieces, from: number, to: number = Number.POSITIVE_INFINITY): Pieces {
  const part: PagePiece[] = [];
  let at = 0;
  for (const piece of pieces) {
    const size = sizeOf(piece);
    if (typeof piece === 'string') {
      const text = piece.slice(Math.max(from - at, 0), Math.max(to - at, 0));
      if (text !== '') part.push(text);
    } else if (at >= from && at < to) part.push(piece);
    at += size;
    if (at >= to) break;
  }
  return part;
}

/** Pieces one after the other. */
export function join(...lists: readonly Pieces[]): Pieces {
  const joined: PagePiece[] = [];
  for (const pieces of lists) {
    for (const piece of pieces) {
      const last = joined.at(-1);
      if (piece === '') continue;
      if (typeof piece === 'string' && typeof last === 'string') joined[joined.length - 1] = last + piece;
      else joined.push(piece);
    }
  }
  return joined;
}

/** The code at a place, where there is one. */
export function codeAt(pieces: Pieces, place: number): PageCode | undefined {
  const [piece] = slice(pieces, place, place + 1);
  return typeof piece === 'string' ? undefined : piece;
}

/** The codes, with their places. */
export function codesIn(pieces: Pieces): readonly (readonly [place: number, code: PageCode])[] {
  const codes: (readonly [number, PageCode])[] = [];
  let at = 0;
  for (const piece of pieces) {
    if (typeof piece !== 'string') codes.push([at, piece]);
    at += sizeOf(piece);
  }
  return codes;
}

/** The texts, without codes. */
export function textOf(pieces: Pieces): string {
  return pieces.filter((piece) => typeof piece === 'string').join('');
}

/** The content that pieces are. */
export function contentOf(pieces: Pieces): PageContent {
  const [only = ''] = pieces;
  return pieces.length < 2 && typeof only === 'string' ? only : pieces;
}

/** Whether two contents are spelled alike: the same texts and the same codes, whatever their ids. */
export function isSame(one: PageContent, other: PageContent): boolean {
  const some = piecesOf(one);
  const more = piecesOf(other);
  return (
    some.length === more.length &&
    some.every((piece, index) => {
      const its = more[index];
      if (typeof piece === 'string' || typeof its === 'string' || its === undefined) return piece === its;
      return piece.kind === its.kind && piece.data === its.data;
    })
  );
}
