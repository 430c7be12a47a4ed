import type { CheckSummary } from '../../../corpus/check/formats/format.js';
import type { FileOutcome } from '../../../corpus/check/run/check-run.js';
import type { LeftOut } from '../../../corpus/find/input-options.js';
import type { ArticleCount } from '../../../stats/stats.js';
import { type FailOn, isUnreadable, reaches } from '../../options/status.js';

/** What is found altogether, as it is reported at the end. */
export interface Totals {
  add(outcome: Pick<FileOutcome, 'codes' | 'worst' | 'isFile'>): void;
  count(article: ArticleCount): void;
  addLeftOut(leftOut: LeftOut): void;
  summary(): CheckSummary;
  /** The exit status of what was found until now. */
  status(): number;
}

export async function createTotals(failOn: FailOn): Promise<Totals> {
  const { createStats } = await import('../../../stats/stats.js');
  const stats = createStats();
  const codes = new Map<string, number>();
  let leftOut: LeftOut = { excluded: 0, ignored: 0 };
  let files = 0;
  let failed = false;
  return {
    add({ codes: found, worst, isFile }) {
      if (isFile) files++;
      for (const [code, number] of Object.entries(found)) codes.set(code, (codes.get(code) ?? 0) + number);
      failed ||= reaches(worst, failOn);
    },
    count: (article) => stats.add(article),
    addLeftOut(counts) {
      leftOut = counts;
    },
    summary: () => ({
      files,
      ...leftOut,
      codes: Object.fromEntries([...codes].sort(([a], [b]) => (a < b ? -1 : 1))),
      stats: stats.build(),
    }),
    status() {
      if ([...codes.keys()].some((code) => isUnreadable({ code }))) return 3;
      return failed ? 1 : 0;
    },
  };
}
