import type { Baseline } from '../../../corpus/check/baseline/baseline.js';
import { numbersOfEach } from '../../../corpus/check/baseline/baseline.js';
import type { FileOutcome } from '../../../corpus/check/run/check-run.js';
import { count, countOf } from '../../terminal/progress.js';

/** Counts what became of a baseline. */
export interface BaselineTally {
  add(outcome: Pick<FileOutcome, 'path' | 'known'>): void;
  /** What became of it, for people. */
  describe(): string;
}

export function createBaselineTally({ files, total }: Baseline): BaselineTally {
  let leftOut = 0;
  let expected = 0;
  return {
    add({ path, known }) {
      leftOut += known;
      expected += (files.get(path)?.length ?? 0) / numbersOfEach;
    },
    describe() {
      const rest = total - expected;
      const unseen = rest === 0 ? '' : `; ${count(rest)} are in files, or have codes, that were not checked`;
      return `baseline: ${countOf(leftOut, 'known finding')} left out; ${count(expected - leftOut)} of the baseline are gone${unseen}\n`;
    },
  };
}
