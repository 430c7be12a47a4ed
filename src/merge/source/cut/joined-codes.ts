import type { EditedPart, Piece } from '../../../read/edited/document.js';
import { prefixOfId } from '../../match/realign.js';

/**
 * A segment that a tool joined of several of a unit has codes with the numbers of these: they are counted anew, as those of
 * one text are. Others stay as they are.
 */
export function withCodesOfOne(part: EditedPart): EditedPart {
  if (part.kind !== 'segment') return part;
  const prefixes = new Set(part.source.flatMap((piece) => (typeof piece === 'string' ? [] : [prefixOfId(piece.id)])));
  if (prefixes.size < 2) return part;
  const numbers = new Map<string, string>();
  const numberOf = (id: string): string => {
    const known = numbers.get(id) ?? `${numbers.size + 1}`;
    numbers.set(id, known);
    return known;
  };
  const count = (piece: Piece): Piece => {
    if (typeof piece === 'string') return piece;
    const copy = piece.copyOf === undefined ? {} : { copyOf: numberOf(piece.copyOf) };
    return { ...piece, id: numberOf(piece.id), ...copy };
  };
  const { source, target } = part;
  return { ...part, source: source.map(count), ...(target === undefined ? {} : { target: target.map(count) }) };
}
