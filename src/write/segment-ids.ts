import type { AnySegment } from '../model/any-unit.js';
import type { Ignorable } from '../model/article.js';
import { codesOf } from '../model/content.js';

/** What stands before the ids of the codes of the segment with that number in its unit, from 1. */
export function codePrefix(number: number): string {
  return number === 1 ? '' : `${number}-`;
}

/**
 * The ids that the segments of an XLIFF 2 unit are written with: their own, but for one that a code of the unit has,
 * too (`1`, `2-1`). Segments and codes share one space of names (XLIFF 2.0, section 4.3.1.18).
 */
export function segmentIds<Each extends AnySegment>(
  parts: readonly (Each | Ignorable)[],
  isWritten: (part: Each | Ignorable) => part is Each,
): (segment: Each) => string {
  if (!parts.some((part) => part.kind === 'segment' && mayBeCode(part.id, parts.length))) return ownId;
  const segments = parts.filter(isWritten);
  const taken = new Set(segments.map(({ id }) => id));
  const codes = new Set<string>();
  for (const [index, { source, target }] of segments.entries()) {
    const prefix = codePrefix(index + 1);
    for (const content of [source.content, target?.content ?? []]) {
      for (const { id } of codesOf(content)) codes.add(prefix + id);
    }
  }
  const renamed = new Map<string, string>();
  for (const { id } of segments) {
    if (!codes.has(id)) continue;
    let other = `${id}.s`;
    while (taken.has(other)) other += 's';
    taken.add(other);
    renamed.set(id, other);
  }
  return ({ id }) => renamed.get(id) ?? id;
}

const ownId = ({ id }: AnySegment): string => id;

/** Ids of codes are numbers, or the number of a segment and a number. */
function mayBeCode(id: string, segments: number): boolean {
  // Nearly all ids start with five digits, and no real unit has ten thousand segments.
  if (segments < 10_000 && id.charCodeAt(5) === 0x2d) return false;
  const [, first, second] = /^([0-9]+)(-[0-9]+)?$/.exec(id) ?? [];
  return first !== undefined && (second === undefined || Number(first) <= segments);
}
