import { type Content, toPlainText } from '../model/content.js';
import type { EntryText } from '../model/memory/entry.js';
import type { Piece, PieceCode } from '../read/edited/document.js';
import type { InlineMode } from '../write/export-options.js';
import { dropIllegal } from '../xml/escapes.js';

/** Stands around a code in an encoded text; no XML document can hold it. */
const mark = '\0';

/**
 * A text with its codes as one string: equal strings are equal contents, and the length of a concatenation is the sum
 * of the lengths. Line ends are LF, because a tool may write a CR as it is, which XML reads as LF.
 */
export function encodePieces(pieces: readonly Piece[]): string {
  let encoded = '';
  for (const piece of pieces) encoded += typeof piece === 'string' ? encodeText(piece) : encodeCode(piece);
  return encoded;
}

/** One side of a segment as an exporter writes it. `prefix` stands before the ids of its codes in the unit. */
export function encodeSide({ text, content }: EntryText, inline: InlineMode, prefix: string): string {
  if (inline === 'text') return encodeText(text);
  return inline === 'strip' ? encodeText(toPlainText(content)) : encodeContent(content, prefix);
}

function encodeContent(content: Content, prefix: string): string {
  let encoded = '';
  for (const inline of content) {
    encoded +=
      inline.kind === 'text' ? encodeText(inline.text) : encodeCode({ kind: inline.kind, id: prefix + inline.id });
  }
  return encoded;
}

export function encodeText(text: string): string {
  return dropIllegal(text).replace(/\r\n?/g, '\n');
}

function encodeCode({ kind, id }: PieceCode): string {
  return `${mark}${kind}${id}${mark}`;
}

/** The pieces of a part of an encoded text, with the codes of the pieces that it was made of. */
export function decodePieces(encoded: string, pieces: readonly Piece[]): Piece[] {
  const codes = new Map<string, PieceCode>();
  for (const piece of pieces) if (typeof piece !== 'string') codes.set(encodeCode(piece), piece);
  return encoded.split(/(\0[^\0]*\0)/).flatMap((part): Piece[] => (part === '' ? [] : [codes.get(part) ?? part]));
}
