import type { Code, Content } from '../../model/content.js';
import { codesOf } from '../../model/content.js';
import { type CodeUnit, unitsOf } from '../align/units.js';
import { DROPPED, EMPHASIS, type Form, type Mark, STRONG } from '../inline/marks.js';

/** One side of a pair as it was read. */
export interface Parsed {
  readonly markdown: string;
  readonly offset: number;
  /** In document order. */
  readonly marks: readonly Mark[];
  readonly content: Content;
}

/** One side of a pair while it is matched with the other. */
export interface Side extends Parsed {
  readonly units: readonly CodeUnit[];
  /** The marks that a unit's codes were made of. */
  readonly marksOf: (unit: CodeUnit) => readonly [Mark, ...Mark[]];
}

/** A side whose units have no partners yet. */
export function createSide({ markdown, offset, marks, content }: Parsed): Side {
  let byCode: Map<Code, Mark> | undefined;
  return { markdown, offset, marks, content, units: unitsOf(content), marksOf };

  function marksOf(unit: CodeUnit): readonly [Mark, ...Mark[]] {
    if (byCode === undefined) {
      const made = marks.filter(({ form }) => form !== DROPPED);
      byCode = new Map(codesOf(content).map((code, index) => [code, made[index] as Mark]));
    }
    const [first, ...rest] = unit.codes.map((code) => byCode?.get(code) as Mark);
    return [first as Mark, ...rest];
  }
}

/** What is wrong between two sides: codes without a partner first, then emphasis that is nested on one side only. */
export function countFaults(source: Side, target: Side): number {
  let count = 0;
  for (const { units } of [source, target]) {
    for (const unit of units) if (unit.partner === undefined) count += 2 * unit.codes.length;
  }
  for (const form of [STRONG, EMPHASIS]) if (isNested(source.marks, form) !== isNested(target.marks, form)) count++;
  return count;
}

/**
 * Whether emphasis of a form stands inside emphasis of the same form. Nobody writes that: a marker with a space on its
 * wrong side makes it of two pairs in a row (`**a ** b **c**`), and no code is without a partner then.
 */
export function isNested(marks: readonly Mark[], form: Form): boolean {
  let depth = 0;
  for (const mark of marks) {
    if (mark.form !== form || mark.partner === undefined) continue;
    if (mark.kind === 'ec') depth--;
    else if (++depth > 1) return true;
  }
  return false;
}
