import type { Block, Ignorable, Side } from '../../model/article.js';
import type { Range } from '../../model/position.js';
import type { Atom, SourceSegment, SourceUnit } from '../../model/source-article.js';

/** Where counting starts: the number of a title in side-by-side articles. */
const firstNumber = 101;

/** A block with its segments, before these have ids. */
export interface UnitDraft {
  readonly block: Block;
  readonly level?: number;
  readonly lines: readonly Range[];
  readonly atoms: readonly Atom[];
  readonly sources: readonly Side[];
}

/** Makes units of blocks, in document order, and counts their segments. Blocks without a segment are left out. */
export function numberUnits(text: string, drafts: Iterable<UnitDraft>): SourceUnit[] {
  const units: SourceUnit[] = [];
  let number = firstNumber;
  for (const { block, level, lines, atoms, sources } of drafts) {
    const parts: (SourceSegment | Ignorable)[] = [];
    const id = String(number);
    let end: number | undefined;
    for (const source of sources) {
      const { range } = source;
      if (end !== undefined && end < range.start) {
        parts.push({ kind: 'ignorable', range: { start: end, end: range.start }, text: text.slice(end, range.start) });
      }
      parts.push({ kind: 'segment', id: String(number++), range, source });
      end = range.end;
    }
    if (parts.length === 0) continue;
    const leveled = level === undefined ? {} : { level };
    units.push({ kind: 'unit', id, block, ...leveled, parts, lines, atoms });
  }
  return units;
}
