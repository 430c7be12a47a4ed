import type { Block, Ignorable, Side } from '../../model/article.js';
import type { Range } from '../../model/position.js';
import type { Atom, SourceSegment, SourceUnit } from '../../model/source-article.js';

/** Where counting starts: the number of a title in side-by-side articles. */
const firstNumber = 101;

/** A block with its segments, before these have ids. */
export interface UnitDraft {
  readonly block: Block;
  readonly level: number | undefined;
  readonly lines: readonly Range[];
  readonly atoms: readonly Atom[];
  readonly sources: readonly Side[];
}

/** Makes units of blocks, in document order, and counts their segments. Blocks without a segment are left out. */
export function numberUnits(text: string, drafts: Iterable<UnitDraft>): SourceUnit[] {
  const units: SourceUnit[] = [];
  let number = firstNumber;
  for (const draft of drafts) {
    if (draft.sources.length === 0) continue;
    units.push(toUnit(text, String(number), draft, () => String(number++)));
  }
  return units;
}

/** A block as a unit. Objects are written out: those that are spread have hidden classes of their own. */
export function toUnit(
  text: string,
  id: string,
  { block, level, lines, atoms, sources }: UnitDraft,
  nextId: (range: Range) => string,
): SourceUnit {
  const parts: (SourceSegment | Ignorable)[] = [];
  let end: number | undefined;
  for (const source of sources) {
    const { range } = source;
    if (end !== undefined && end < range.start) {
      parts.push({ kind: 'ignorable', range: { start: end, end: range.start }, text: text.slice(end, range.start) });
    }
    parts.push({ kind: 'segment', id: nextId(range), range, source });
    end = range.end;
  }
  return level === undefined
    ? { kind: 'unit', id, block, parts, lines, atoms }
    : { kind: 'unit', id, block, level, parts, lines, atoms };
}
