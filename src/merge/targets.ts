import type { Segment } from '../model/article.js';
import type { Piece, PieceCode } from '../read/edited/document.js';
import type { InlineMode } from '../write/export-options.js';
import { decodePieces, encodePieces } from './encode.js';
import { type MergeFinding, mergeFinding } from './finding.js';
import { identifyCodes } from './match/identify.js';
import { hasOuterBreak, piecesWithOwnIndents, tidy, tidyPieces, withLeadingTrailingSpace } from './match/layout.js';
import type { MatchedUnit } from './match/match.js';
import { inTargetOrder, isReordered } from './match/order.js';
import type { Run } from './match/runs.js';
import { takeBack } from './match/take-back.js';
import { encodePart, isWrittenSegment, type WrittenPart, type WrittenSegment } from './match/written.js';
import type { CodeRules } from './spell/check-codes.js';

/** A target that came back for a segment, changed or not. */
export interface EditedTarget {
  readonly segment: Segment;
  readonly written: WrittenPart;
  /** Ids of codes are those of the segment; one that no segment can have stands after a question mark. */
  readonly pieces: readonly Piece[];
  /** Where its element starts in the document. */
  readonly offset: number;
  /** What the document says of the codes of the source. */
  readonly rules: CodeRules;
  /** The Markdown of targets that memories have for the segment, as far as the document says it. */
  readonly spellings: readonly string[];
  /** Its white space is not that of the article; what differs in nothing else is the same. */
  readonly isTidied: boolean;
}

/**
 * The targets of a unit whose source is known.
 *
 * Tools may split segments, and join them with what stands between: sources tell where one ends. A part that came back
 * for several segments is taken apart if all but one of their targets are in it unchanged.
 */
export function targetsOf(
  matched: MatchedUnit,
  inline: InlineMode,
  report: (found: MergeFinding) => void,
): readonly EditedTarget[] {
  const { unit, runs, isTidied, isIndented } = matched;
  if (isReordered(unit, runs)) report(mergeFinding('merge/reordered', unit.offset, unit.id));
  const encode = (part: WrittenPart): string => {
    const encoded = encodePart(part, 'target', inline);
    return isTidied ? tidy(encoded) : encoded;
  };
  return runs.flatMap((run): EditedTarget[] => {
    const [first] = run.came;
    const offset = first?.offset ?? unit.offset;
    const segments = run.written.filter(isWrittenSegment);
    const came = targetPieces(run);
    const given =
      isIndented && came !== undefined ? piecesWithOwnIndents(came, run.written.map(encode).join('')) : came;
    const pieces = isTidied && given !== undefined ? tidyPieces(given) : given;
    if (segments.length === 0) {
      const same = run.written.map(encode).join('');
      if (pieces !== undefined && encodePieces(pieces) !== same) report(mergeFinding('merge/between-changed', offset));
      return [];
    }
    if (pieces === undefined) {
      for (const { part } of segments) report(mergeFinding('merge/missing-target', offset, part.id));
      return [];
    }
    const [only] = segments;
    if (only !== undefined && run.written.length === 1) return [toTarget(only, pieces, run, offset, matched, inline)];
    const changed = takeApart(run.written, pieces, encode);
    if (changed === undefined) {
      const ids = segments.map(({ part }) => part.id).join(', ');
      report({ ...mergeFinding('merge/joined-segments', offset, ids), proposed: pieces });
      return [];
    }
    return changed.map(([part, own]) => toTarget(part, own, run, offset, matched, inline));
  });
}

function toTarget(
  written: WrittenSegment,
  given: readonly Piece[],
  { came }: Run,
  offset: number,
  { unit, isTidied }: MatchedUnit,
  inline: InlineMode,
): EditedTarget {
  const { prefix, part: segment } = written;
  const ownId = (id: string): string => (id.startsWith(prefix) ? id.slice(prefix.length) : `?${id}`);
  const toOwn = (piece: Piece): Piece => {
    if (typeof piece === 'string' || prefix === '') return piece;
    const copy = piece.copyOf === undefined ? {} : { copyOf: ownId(piece.copyOf) };
    return { ...piece, id: ownId(piece.id), ...copy };
  };
  const own = given.map(toOwn);
  const rules = came.flatMap(({ source }) => source.map(toOwn).filter((piece) => typeof piece !== 'string'));
  // Line breaks at the ends are those of a tool that indents.
  const isLaidOut = isTidied || (unit.mayBeLaidOut && hasOuterBreak(own));
  const laidOut = isLaidOut ? withLeadingTrailingSpace<PieceCode>(own, segment.target.content) : own;
  const identified = identifyCodes(laidOut, segment);
  const pieces = unit.isAsSource ? takeBack(identified, segment, inline) : identified;
  const spellings = came.length === 1 ? (came[0]?.spellings ?? []) : [];
  return { segment, written, pieces, offset, isTidied, rules, spellings };
}

/** The targets of parts as one, in their order (XLIFF 2.0, section 4.3.1.26); `undefined` where a segment has none. */
function targetPieces({ came: parts, cameFrom }: Run): readonly Piece[] | undefined {
  const pieces: Piece[] = [];
  for (const { part } of inTargetOrder(parts, cameFrom)) {
    const own = part.target ?? (part.kind === 'ignorable' ? part.source : undefined);
    if (own === undefined) return undefined;
    for (const piece of own) pieces.push(piece);
  }
  return pieces;
}

/** Each of several segments, of which one may have a target that is not in their common target as it was. */
function takeApart(
  written: readonly WrittenPart[],
  pieces: readonly Piece[],
  encode: (part: WrittenPart) => string,
): readonly (readonly [WrittenSegment, readonly Piece[]])[] | undefined {
  const came = encodePieces(pieces);
  const targets = written.map(encode);
  const whole = targets.join('');
  let sameStart = 0;
  while (sameStart < whole.length && whole.charAt(sameStart) === came.charAt(sameStart)) sameStart++;
  let sameEnd = 0;
  while (sameEnd < whole.length && whole.at(-1 - sameEnd) === came.at(-1 - sameEnd)) sameEnd++;
  const longer = came.length - whole.length;
  let before = 0;
  let changed: WrittenPart | undefined;
  for (const [index, part] of written.entries()) {
    const length = targets[index]?.length ?? 0;
    const after = whole.length - before - length;
    const fits = before <= sameStart && after <= sameEnd && length + longer >= 0;
    if (fits && isWrittenSegment(part)) {
      changed = part;
      break;
    }
    before += length;
  }
  if (changed === undefined) return undefined;
  const each: [WrittenSegment, readonly Piece[]][] = [];
  let at = 0;
  for (const [index, part] of written.entries()) {
    const end = at + (targets[index]?.length ?? 0) + (part === changed ? longer : 0);
    if (isWrittenSegment(part)) each.push([part, decodePieces(came.slice(at, end), pieces)]);
    at = end;
  }
  return each;
}
