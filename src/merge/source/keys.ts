import type { EntryText } from '../../model/memory/entry.js';
import type { Piece } from '../../read/edited/document.js';
import { encodePieces, encodeSide } from '../encode.js';
import { tidy } from '../match/layout.js';
import { withoutPrefixes } from '../match/realign.js';

/** What a source is known by: the same for a text with codes, whatever the number of its segment in the unit. */
export function keyOfPieces(pieces: readonly Piece[]): string {
  return tidy(encodePieces(withoutPrefixes(pieces)));
}

/** The keys that the source of a segment may have in a document: with its markup as codes, and as text. */
export function keysOfSide(side: EntryText): readonly [string, string] {
  return [tidy(encodeSide(side, 'codes', '')), tidy(encodeSide(side, 'text', ''))];
}
