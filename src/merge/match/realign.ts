import type { EditedPart, EditedUnit, Piece } from '../../read/edited/document.js';
import type { InlineMode } from '../../write/export-options.js';
import { encodePieces, encodeSide } from '../encode.js';
import type { KnownSegment, KnownUnits } from './known.js';
import { type Run, spansOf, textsOf } from './runs.js';
import type { Shape, Tidy } from './shape.js';
import { encodePart, isWrittenSegment, type WrittenPart } from './written.js';

/** What of a unit is still in the article, and what is not: segments, and texts between them that were changed. */
export interface Realigned {
  readonly runs: readonly Run[];
  readonly rest: readonly EditedPart[];
}

/**
 * Finds the segments of a unit that the article still has, where the unit as a whole is not that of the article any
 * more: those with the id and the source of one of its pairs, wherever that stands now; and, between these, what has
 * the sources of the pairs that stand between them. Takes time linear in the length of both.
 */
export function realign(unit: EditedUnit, known: KnownUnits, inline: InlineMode, tidy: Tidy): Realigned {
  const theirs = unit.parts.map(({ source }) => tidy(encodePieces(withoutPrefixes(source))));
  const found: (Run | undefined)[] = unit.parts.map((part, index) => {
    const own = part.kind === 'segment' ? known.segments.get(part.id ?? unit.id) : undefined;
    if (own === undefined || tidy(encodeSide(own.segment.source, inline, '')) !== theirs[index]) return undefined;
    const { segment } = own;
    return {
      written: [{ part: segment, block: own.unit.block, prefix: prefixOf(part) }],
      came: [part],
      cameFrom: index,
    };
  });
  const block = known.blocks.get(unit.id) ?? blockOf(unit, known)?.unit;
  const runs = found.filter((run) => run !== undefined);
  const shape = block && known.shapeOf(block, inline);
  if (shape !== undefined) for (const run of gapRuns(unit, shape, found, theirs, inline, tidy)) runs.push(run);
  runs.sort((a, b) => a.cameFrom - b.cameFrom);
  const matched = new Set(runs.flatMap(({ came }) => came));
  return {
    runs,
    rest: unit.parts.filter((part) => !matched.has(part) && (part.kind === 'segment' || isChanged(part))),
  };
}

function isChanged({ source, target }: EditedPart): boolean {
  return target !== undefined && encodePieces(source) !== encodePieces(target);
}

function blockOf({ parts }: EditedUnit, { segments }: KnownUnits): KnownSegment | undefined {
  for (const { id } of parts) {
    const known = id === undefined ? undefined : segments.get(id);
    if (known !== undefined) return known;
  }
  return undefined;
}

/** What is the same from either end of each gap between segments that were found. */
function gapRuns(
  { parts }: EditedUnit,
  shape: Shape,
  found: readonly (Run | undefined)[],
  theirs: readonly string[],
  inline: InlineMode,
  tidy: Tidy,
): Run[] {
  const { parts: written } = shape;
  const own = shape.plainSources(tidy);
  const runs: Run[] = [];
  const add = (from: number, to: number, cameFrom: number, cameTo: number): void => {
    const run = { written: written.slice(from, to), came: parts.slice(cameFrom, cameTo), cameFrom };
    const exact = withPrefix(run, inline, tidy);
    if (exact !== undefined) runs.push(exact);
  };
  let left = 0;
  let from = 0;
  for (let index = 0; index <= parts.length; index++) {
    const [anchor] = found[index]?.written ?? [];
    if (index < parts.length && anchor === undefined) continue;
    const place = anchor === undefined ? written.length : shape.placeOf(anchor.part);
    // A segment that was moved stands in no order with those around it.
    if (place === undefined || place < left) continue;
    const to = index;
    if (from < to && !found.slice(from, to).some(Boolean)) {
      const start = spansOf(textsOf(own, left, place), textsOf(theirs, from, to));
      for (const span of start.each) {
        add(left + span.from, left + span.to, from + span.cameFrom, from + span.cameTo);
      }
      const end = spansOf(
        textsOf(own, left + start.written, place, true),
        textsOf(theirs, from + start.came, to, true),
        true,
      );
      for (const span of end.each) add(place - span.to, place - span.from, to - span.cameTo, to - span.cameFrom);
    }
    left = place + 1;
    from = index + 1;
  }
  return runs;
}

/**
 * Ids of codes begin with the number that their segment had when the unit was written. A single segment has the number
 * of what came back; several must have those that they have now, because a code would be taken for another one else.
 */
function withPrefix(run: Run, inline: InlineMode, tidy: Tidy): Run | undefined {
  const segments = run.written.filter(isWrittenSegment);
  const [first] = run.came;
  if (segments.length === 1 && run.written.length === 1 && first !== undefined) {
    const prefix = run.came.map(prefixOf).find((each) => each !== '') ?? '';
    return { ...run, written: segments.map((each): WrittenPart => ({ ...each, prefix })) };
  }
  const own = run.written.map((each) => tidy(encodePart(each, 'source', inline))).join('');
  return own === run.came.map(({ source }) => tidy(encodePieces(source))).join('') ? run : undefined;
}

const numbered = /^[1-9][0-9]*-/;

function prefixOf({ source, target = [] }: EditedPart): string {
  for (const piece of [...source, ...target]) {
    if (typeof piece !== 'string') return prefixOfId(piece.id);
  }
  return '';
}

/** The number of a segment that the id of a code begins with, and a hyphen. */
export function prefixOfId(id: string): string {
  return numbered.exec(id)?.[0] ?? '';
}

export function withoutPrefixes(pieces: readonly Piece[]): Piece[] {
  return pieces.map((piece) => (typeof piece === 'string' ? piece : { ...piece, id: piece.id.replace(numbered, '') }));
}
