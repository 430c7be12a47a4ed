import type { EditedPart, EditedUnit } from '../../read/edited/document.js';
import { encodePieces } from '../encode.js';
import type { Run } from './runs.js';

/** The parts of a unit in the order of their targets (XLIFF 2.0, section 4.3.1.26), with their places, from 0. */
export function inTargetOrder(
  parts: readonly EditedPart[],
  from = 0,
): readonly { readonly part: EditedPart; readonly index: number }[] {
  const placed = parts.map((part, index) => ({ part, index: from + index, place: part.order ?? from + index + 1 }));
  return parts.some(({ order }) => order !== undefined) ? placed.sort((a, b) => a.place - b.place) : placed;
}

/**
 * Whether the targets of a unit stand in an order that an article cannot have, where a target stands beside its source.
 * Within what is one segment of the article, any order can be written.
 */
export function isReordered({ parts }: EditedUnit, runs: readonly Run[]): boolean {
  if (parts.every(({ order }) => order === undefined)) return false;
  const places = new Map<number, number>();
  for (const [number, { came, cameFrom }] of runs.entries()) {
    for (let index = 0; index < came.length; index++) places.set(cameFrom + index, number);
  }
  const numberOf = (index: number): number => places.get(index) ?? -1 - index;
  const moved = parts.flatMap(({ order }, index) => (order === undefined ? [] : [numberOf(index)]));
  // Places are often numbered from the start of what was split.
  if (moved.length > 1 && moved.every((number) => number === moved[0])) return false;
  const ordered = inTargetOrder(parts);
  const numbers = ordered.map(({ index }) => numberOf(index));
  const wasInOrder = parts.map((_, index) => numberOf(index));
  if (numbers.every((number, index) => number === wasInOrder[index])) return false;
  const textOf = ({ target, source, kind }: EditedPart): string =>
    encodePieces(target ?? (kind === 'ignorable' ? source : []));
  return ordered.map(({ part }) => textOf(part)).join('') !== parts.map(textOf).join('');
}
