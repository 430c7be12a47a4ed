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
  /** Where its segments would stand by the built-in rules: these are counted. `undefined`: those that it has are. */
  readonly usual: readonly Range[] | undefined;
}

/**
 * Makes units of blocks, in document order, and counts their segments. Blocks without a segment are left out, and so are
 * those that have none by the built-in rules: no number is theirs.
 */
export function numberUnits(text: string, drafts: Iterable<UnitDraft>): SourceUnit[] {
  const units: SourceUnit[] = [];
  let number = firstNumber;
  for (const draft of drafts) {
    const { sources, usual } = draft;
    if (sources.length === 0 || usual?.length === 0) {
      number += usual?.length ?? 0;
      continue;
    }
    const id = String(number);
    const counted = usual?.map((range) => ({ id: String(number++), range }));
    const nextId = counted === undefined ? () => String(number++) : createIds(counted, id);
    units.push(toUnit(text, id, draft, nextId));
  }
  return units;
}

/** A block as a unit. */
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
  return withParts({ id, block, level, lines, atoms }, parts);
}

/** A unit with other parts. Objects are written out: those that are spread have hidden classes of their own. */
export function withParts<Part>(
  {
    id,
    block,
    level,
    lines,
    atoms,
  }: Pick<SourceUnit, 'id' | 'block' | 'lines' | 'atoms'> & { readonly level?: number | undefined },
  parts: readonly Part[],
): Omit<SourceUnit, 'parts'> & { readonly parts: readonly Part[] } {
  return level === undefined
    ? { kind: 'unit', id, block, parts, lines, atoms }
    : { kind: 'unit', id, block, level, parts, lines, atoms };
}

/** The ids of segments, in document order, by those that stood in a unit. */
export function createIds(
  before: readonly Pick<SourceSegment, 'id' | 'range'>[],
  ofUnit: string,
): (range: Range) => string {
  const given = new Set<string>();
  const numbers = new Map<string, number>();
  let at = 0;
  return ({ start }) => {
    while (at + 1 < before.length && (before[at]?.range.end ?? 0) <= start) at++;
    const own = before[at]?.id ?? ofUnit;
    let number = numbers.get(own) ?? 1;
    while (given.has(idOf(own, number))) number++;
    numbers.set(own, number + 1);
    given.add(idOf(own, number));
    return idOf(own, number);
  };
}

function idOf(own: string, number: number): string {
  return number === 1 ? own : `${own}.${number}`;
}
