import type { InlineMode } from '../write/export-options.js';
import { encodePieces, encodeSide } from './encode.js';
import { type MergeFinding, mergeFinding } from './finding.js';
import { tidy } from './match/layout.js';
import type { MatchedUnit } from './match/match.js';
import { isWrittenSegment } from './match/written.js';
import { resolveCodes } from './spell/codes.js';
import type { EditedTarget } from './targets.js';

/** Of a segment that came back more than once, all targets must be the same. */
export function eachOnce(
  targets: readonly EditedTarget[],
  report: (found: MergeFinding) => void,
): readonly EditedTarget[] {
  const first = new Map<string, EditedTarget>();
  const doubtful = new Set<string>();
  for (const target of targets) {
    const { segment, pieces, offset } = target;
    const other = first.get(segment.id);
    if (other === undefined) first.set(segment.id, target);
    else if (!doubtful.has(segment.id) && encodePieces(other.pieces) !== encodePieces(pieces)) {
      doubtful.add(segment.id);
      report({ ...mergeFinding('merge/duplicate-segment', offset, segment.id), proposed: pieces });
    }
  }
  return [...first.values()].filter(({ segment }) => !doubtful.has(segment.id));
}

/** Segments all of whose parts in the document are approved. */
export function confirmedIn(units: readonly MatchedUnit[]): readonly string[] {
  return units.flatMap(({ runs }) =>
    runs.flatMap(({ came, written }) => {
      const segments = came.filter(({ kind }) => kind === 'segment');
      if (segments.length === 0 || !segments.every(({ isConfirmed }) => isConfirmed)) return [];
      return written.filter(isWrittenSegment).map(({ part }) => part.id);
    }),
  );
}

/** A target in which a code has other data is a changed one, too. */
export function changedTargets(targets: readonly EditedTarget[], inline: InlineMode): readonly EditedTarget[] {
  return targets.filter(({ segment, pieces, isTidied }) => {
    const same = isTidied ? tidy : (encoded: string): string => encoded;
    if (same(encodePieces(pieces)) !== same(encodeSide(segment.target, inline, ''))) return true;
    return resolveCodes(pieces, segment).some(
      (piece) => typeof piece !== 'string' && piece.code !== undefined && piece.data !== piece.code.data,
    );
  });
}
