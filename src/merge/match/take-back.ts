import type { Segment } from '../../model/article.js';
import { codesOf } from '../../model/content.js';
import type { Piece } from '../../read/edited/document.js';
import { asSource, commonCodes, keyOf, spaceAround } from '../../write/codes/as-source.js';
import type { InlineMode } from '../../write/export-options.js';
import { decodePieces, encodePieces, encodeSide, encodeText } from '../encode.js';

/**
 * The pieces of a target that was written in the shape of its source (`targetShape`), with what the target of the article
 * has of its own: all of it where nobody changed it; else the white space at its ends, and its codes that were written as
 * texts, as far as they are still there.
 */
export function takeBack(pieces: readonly Piece[], segment: Segment, inline: InlineMode): readonly Piece[] {
  const { source, target } = segment;
  const codes = codesOf(target.content).map(({ kind, id }) => ({ kind, id }));
  const own = encodeSide(target, inline, '');
  const came = encodePieces(pieces);
  const written = encodeSide(asSource(source, target, inline), inline, '');
  if (came.normalize('NFC') === written) return decodePieces(own, codes);
  const [from, to] = spaceAround(own);
  const inner = came.slice(...spaceAround(came));
  const words = inline === 'codes' ? withOwnCodes(inner, segment) : inner;
  return decodePieces(own.slice(0, from) + words + own.slice(to), [...pieces, ...codes]);
}

/** Codes that are looked for in what changed, and are not there: a document that has lost more is not searched for each. */
const mostMissing = 100;

/** Codes that were written as texts are codes again. `came`: without white space at its ends. */
function withOwnCodes(came: string, { source, target }: Segment): string {
  const common = commonCodes(source.content, target.content);
  let whole = '';
  const texts: { readonly start: number; readonly data: string; readonly code: string }[] = [];
  for (const inline of target.content) {
    if (inline.kind === 'text') whole += encodeText(inline.text.normalize('NFC'));
    else if (common.has(keyOf(inline))) whole += encodePieces([{ kind: inline.kind, id: inline.id }]);
    else {
      const data = encodeText(inline.data.normalize('NFC'));
      texts.push({ start: whole.length, data, code: encodePieces([{ kind: inline.kind, id: inline.id }]) });
      whole += data;
    }
  }
  if (texts.length === 0) return came;
  const [outer, end] = spaceAround(whole);
  const written = whole.slice(outer, end);
  const sameStart = lengthOfSameStart(came, written);
  const sameEnd = lengthOfSameEnd(came, written, sameStart);
  let taken = '';
  let from = 0;
  let missing = 0;
  for (const { start, data, code } of texts) {
    const place = start - outer;
    if (data === '' || place < 0) continue;
    if (missing > mostMissing) break;
    let found = place;
    if (place >= written.length - sameEnd) found += came.length - written.length;
    else if (place + data.length > sameStart) found = came.indexOf(data, Math.max(from, sameStart - data.length + 1));
    if (found < from) {
      missing++;
      continue;
    }
    taken += came.slice(from, found) + code;
    from = found + data.length;
  }
  return taken + came.slice(from);
}

function lengthOfSameStart(one: string, other: string): number {
  const most = Math.min(one.length, other.length);
  let same = 0;
  while (same < most && one.charCodeAt(same) === other.charCodeAt(same)) same++;
  return same;
}

/** `start`: what they have in common before, which is not counted again. */
function lengthOfSameEnd(one: string, other: string, start: number): number {
  const most = Math.min(one.length, other.length) - start;
  let same = 0;
  while (same < most && one.charCodeAt(one.length - 1 - same) === other.charCodeAt(other.length - 1 - same)) same++;
  return same;
}
