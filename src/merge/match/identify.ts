import type { Segment } from '../../model/article.js';
import { type Code, codesOf } from '../../model/content.js';
import type { Piece, PieceCode } from '../../read/edited/document.js';
import { encodeText } from '../encode.js';

/**
 * Codes whose ids are none of the segment's, but whose data are: they are these codes where these are not in the target
 * yet, and copies of them otherwise. Tools may give codes new ids, and a copy has one of its own.
 */
export function identifyCodes(pieces: readonly Piece[], { source, target }: Segment): readonly Piece[] {
  const known = [...codesOf(source.content), ...codesOf(target.content)];
  const ids = new Set(known.map(({ id }) => id));
  const isStrange = (piece: Piece): piece is PieceCode =>
    typeof piece !== 'string' && piece.copyOf === undefined && !ids.has(piece.id);
  if (!pieces.some(isStrange)) return pieces;
  const came = pieces.filter((piece) => typeof piece !== 'string');
  const free = new Map<string, string[]>();
  const any = new Map<string, string>();
  const taken = new Set(came.map(({ id }) => id));
  for (const [id, signature] of [...signaturesOf(unique(known))].reverse()) {
    any.set(signature, id);
    if (taken.has(id)) continue;
    const waiting = free.get(signature);
    if (waiting === undefined) free.set(signature, [id]);
    else waiting.push(id);
  }
  const names = new Map<string, Partial<PieceCode>>();
  for (const [id, signature] of signaturesOf(came.filter(isStrange))) {
    const next = free.get(signature)?.pop();
    const base = any.get(signature);
    if (next !== undefined) names.set(id, { id: next });
    else if (base !== undefined) names.set(id, { copyOf: base });
  }
  return pieces.map((piece) => (isStrange(piece) ? { ...piece, ...names.get(piece.id) } : piece));
}

/** A code that is in both texts counts once: with the markup that it has first. */
function unique(codes: readonly Code[]): readonly Code[] {
  const first = new Map<string, Code>();
  for (const code of codes) {
    const key = `${code.kind} ${code.id}`;
    if (!first.has(key)) first.set(key, code);
  }
  return [...first.values()];
}

/** What each code is: both halves of a pair together. Codes without data are like no other. */
function signaturesOf(codes: readonly PieceCode[]): ReadonlyMap<string, string> {
  const signatures = new Map<string, string>();
  for (const { kind, id, data } of codes) {
    const own = data === undefined ? `?${id}` : encodeText(data);
    signatures.set(id, `${signatures.get(id) ?? ''}\0${kind} ${own}`);
  }
  return signatures;
}
