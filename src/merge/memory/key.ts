import type { Side } from '../../model/article.js';
import type { Piece } from '../../read/edited/document.js';
import { trimmed } from '../../read/edited/source-key.js';
import { encodeText } from '../encode.js';

/** A text with the data of its codes, without the white space of XML at its ends: what makes two texts the same. */
export function keyOf(pieces: readonly Piece[]): string {
  let key = '';
  for (const piece of pieces) {
    key += typeof piece === 'string' ? encodeText(piece) : `\0${piece.kind} ${encodeText(piece.data ?? '')}\0`;
  }
  return trimmed(key);
}

/** That of a side of a pair. */
export function keyOfSide({ text, content }: Side, inline: 'codes' | 'text'): string {
  return keyOf(inline === 'text' ? [text] : content.map((each) => (each.kind === 'text' ? each.text : each)));
}
