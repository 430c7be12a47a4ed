import type { Piece } from '../../read/edited/document.js';
import type { InlineMode } from '../../write/export-options.js';
import { encodeText } from '../encode.js';
import type { Place } from '../spell/place.js';
import type { EditedTarget } from '../targets.js';
import { inOneLine } from './one-line.js';

/**
 * The Markdown that a memory has for a target, if the target is that one and nobody changed it: it stands in the article
 * as it stood where it was found, with its own escapes and codes. `undefined`: the target is to be spelled.
 */
export function storedSpelling(
  { pieces, spellings }: Pick<EditedTarget, 'pieces' | 'spellings'>,
  { markup, source, isDefined }: Place,
  inline: InlineMode,
): string | undefined {
  if (inline !== 'codes') return undefined;
  return spellings.find((text) => {
    const { target } = markup.readContents(source, text, { isDefined });
    const own = target.map((each): Piece => (each.kind === 'text' ? encodeText(each.text) : each));
    const read = inOneLine(joined(own), inline);
    return read.length === pieces.length && read.every((piece, index) => isSame(piece, pieces[index]));
  });
}

/** Texts beside each other are one in a document. */
function joined(pieces: readonly Piece[]): readonly Piece[] {
  const all: Piece[] = [];
  for (const piece of pieces) {
    const last = all.at(-1);
    if (typeof piece === 'string' && typeof last === 'string') all[all.length - 1] = last + piece;
    else all.push(piece);
  }
  return all;
}

/** A code is known by its data; where the document has none, by its id. */
function isSame(own: Piece, came: Piece | undefined): boolean {
  if (came === undefined || typeof own === 'string' || typeof came === 'string') return own === came;
  if (own.kind !== came.kind) return false;
  return came.data === undefined ? own.id === came.id : encodeText(own.data ?? '') === encodeText(came.data);
}
