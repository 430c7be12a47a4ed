import type { Segment } from '../model/article.js';
import type { EditedPart, Piece } from '../read/edited/document.js';
import type { InlineMode } from '../write/exporter.js';
import { decodePieces, encodePieces } from './encode.js';
import { type MergeFinding, mergeFinding } from './finding.js';
import { encodePart, type MatchedUnit, type WrittenPart } from './match.js';

/** A target that came back for a segment, changed or not. */
export interface EditedTarget {
  readonly segment: Segment;
  readonly written: WrittenPart;
  /** Ids of codes are those of the segment; one that no segment can have stands behind a question mark. */
  readonly pieces: readonly Piece[];
  /** Where its element starts in the document. */
  readonly offset: number;
}

/** Parts of the article, and parts of the document that have the same source, from end to end. */
interface Run {
  readonly written: readonly WrittenPart[];
  readonly came: readonly EditedPart[];
  /** How many parts of the document stand before them in the unit. */
  readonly cameFrom: number;
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
  return runsOf(matched, inline).flatMap((run): EditedTarget[] => {
    const [first] = run.came;
    const offset = first?.offset ?? matched.unit.offset;
    const segments = run.written.filter(isSegment);
    const pieces = targetPieces(run);
    if (segments.length === 0) {
      const same = run.written.map((part) => encodePart(part, 'target', inline)).join('');
      if (pieces !== undefined && encodePieces(pieces) !== same) report(mergeFinding('merge/between-changed', offset));
      return [];
    }
    if (pieces === undefined) {
      for (const { part } of segments) report(mergeFinding('merge/missing-target', offset, part.id));
      return [];
    }
    const [only] = segments;
    if (only !== undefined && run.written.length === 1) return [toTarget(only, pieces, offset)];
    const changed = takeApart(run.written, pieces, inline);
    if (changed === undefined) {
      report(mergeFinding('merge/joined-segments', offset, segments.map(({ part }) => part.id).join(', ')));
      return [];
    }
    return changed.map(([part, own]) => toTarget(part, own, offset));
  });
}

type WrittenSegment = WrittenPart & { readonly part: Segment };

function isSegment(written: WrittenPart): written is WrittenSegment {
  return written.part.kind === 'segment';
}

function toTarget(written: WrittenSegment, pieces: readonly Piece[], offset: number): EditedTarget {
  const { prefix, part: segment } = written;
  const own = pieces.map((piece): Piece => {
    if (typeof piece === 'string' || prefix === '') return piece;
    return { ...piece, id: piece.id.startsWith(prefix) ? piece.id.slice(prefix.length) : `?${piece.id}` };
  });
  return { segment, written, pieces: own, offset };
}

/** Cuts both at the places where both have an end. Their sources are the same text. */
function runsOf({ unit, parts }: MatchedUnit, inline: InlineMode): Run[] {
  const lengths = parts.map((part) => encodePart(part, 'source', inline).length);
  const cameLengths = unit.parts.map(({ source }) => encodePieces(source).length);
  const runs: Run[] = [];
  let from = 0;
  let cameFrom = 0;
  while (from < parts.length) {
    let to = from + 1;
    let cameTo = cameFrom + 1;
    let length = lengths[from] ?? 0;
    let cameLength = cameLengths[cameFrom] ?? 0;
    while (length !== cameLength) {
      if (length < cameLength) length += lengths[to++] ?? 0;
      else cameLength += cameLengths[cameTo++] ?? 0;
    }
    // What has no source of its own belongs to what stands before it.
    while (cameTo < unit.parts.length && cameLengths[cameTo] === 0) cameTo++;
    runs.push({ written: parts.slice(from, to), came: unit.parts.slice(cameFrom, cameTo), cameFrom });
    from = to;
    cameFrom = cameTo;
  }
  return runs;
}

/** The targets of parts as one, in their order (XLIFF 2.0, section 4.3.1.26); `undefined` where a segment has none. */
function targetPieces({ came: parts, cameFrom }: Run): readonly Piece[] | undefined {
  const pieces: Piece[] = [];
  const ordered = parts.map((part, index) => ({ part, place: part.order ?? cameFrom + index + 1 }));
  if (parts.some(({ order }) => order !== undefined)) ordered.sort((a, b) => a.place - b.place);
  for (const { part } of ordered) {
    const own = part.target ?? (part.kind === 'ignorable' ? part.source : undefined);
    if (own === undefined) return undefined;
    pieces.push(...own);
  }
  return pieces;
}

/** The one segment of several whose target is not in their common target as it was; none where nothing changed. */
function takeApart(
  written: readonly WrittenPart[],
  pieces: readonly Piece[],
  inline: InlineMode,
): readonly (readonly [WrittenSegment, readonly Piece[]])[] | undefined {
  const came = encodePieces(pieces);
  const targets = written.map((part) => encodePart(part, 'target', inline));
  const whole = targets.join('');
  if (whole === came) return [];
  let sameStart = 0;
  while (sameStart < whole.length && whole.charAt(sameStart) === came.charAt(sameStart)) sameStart++;
  let sameEnd = 0;
  while (sameEnd < whole.length && whole.at(-1 - sameEnd) === came.at(-1 - sameEnd)) sameEnd++;
  let before = 0;
  for (const [index, part] of written.entries()) {
    const length = targets[index]?.length ?? 0;
    const behind = whole.length - before - length;
    const fits = before <= sameStart && behind <= sameEnd && came.length >= before + behind;
    if (fits && isSegment(part)) return [[part, decodePieces(came.slice(before, came.length - behind), pieces)]];
    before += length;
  }
  return undefined;
}
