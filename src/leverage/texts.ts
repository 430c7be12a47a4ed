import type { Side } from '../model/article.js';
import { lastStartingBy, type Range } from '../model/position.js';
import type { Atom, SourceSegment, SourceUnit } from '../model/source-article.js';
import type { Grain, Grains, IsWanted } from '../read/source/grains.js';

/** A text that a block can be cut into, with its content. */
export interface BlockPart extends Grain {
  readonly side: Side;
}

/** What a block can be cut into. */
export interface BlockTexts {
  /** Its segments. */
  readonly usual: readonly BlockPart[];
  /** All others that are no longer than some parts, and are wanted, in the order of their starts. */
  others(isWanted: IsWanted): readonly Grain[];
  /** Reads some of these. */
  read(grains: readonly Grain[]): readonly BlockPart[];
}

/** So many runs of a block are looked at, or four for each of its atoms. */
const mostRuns = 4000;

/** The texts of a block. */
export function textsOf(unit: SourceUnit, grains: Grains): BlockTexts {
  const { atoms } = unit;
  const segments = unit.parts.filter((part): part is SourceSegment => part.kind === 'segment');
  const usual = segments.map(({ range, source }): BlockPart => {
    const { first, last } = runOf(unit, range);
    return { first, last, range, text: source.text, side: source };
  });
  const names = new Set(usual.map(({ range }) => nameOf(range)));
  const longest = Math.max(4, Math.floor(mostRuns / atoms.length));
  return {
    usual,
    others(isWanted) {
      const isShort: IsWanted = (first, last, text) => {
        const length = last - first + 1;
        return (length <= longest || length === atoms.length) && isWanted(first, last, text);
      };
      return Array.from(grains.of(unit, isShort)).filter(({ range }) => !names.has(nameOf(range)));
    },
    read(wanted) {
      if (wanted.length === 0) return [];
      const sides = grains.sidesOf(unit, wanted);
      return wanted.map(({ first, last, range, text }, index): BlockPart => {
        return { first, last, range, text, side: sides[index] as Side };
      });
    },
  };
}

/** The atoms that a stretch of the article has something of. */
function runOf({ atoms }: SourceUnit, { start, end }: Range): Pick<Grain, 'first' | 'last'> {
  const startOf = ({ range }: Atom): number => range.start;
  const before = lastStartingBy(atoms, start, startOf);
  const last = lastStartingBy(atoms, end - 1, startOf);
  const isBefore = before < last && (atoms[before]?.range.end ?? end) <= start;
  return { first: isBefore ? before + 1 : before, last };
}

function nameOf({ start, end }: Range): string {
  return `${start} ${end}`;
}
