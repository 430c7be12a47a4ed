import type { CheckedFile } from '../../../corpus/check/check.js';
import type { LeftOut } from '../../../corpus/find/input-options.js';
import type { Stats } from '../../../stats/stats.js';

/** What a run of `check` found altogether. */
export interface CheckSummary extends LeftOut {
  readonly files: number;
  /** Findings by code, in the order of the codes. */
  readonly codes: Readonly<Record<string, number>>;
  /** What a translator would be paid for. */
  readonly stats: Stats;
}

/** A form of the findings: how its text begins, lists files, and ends. */
export interface CheckFormat {
  begin(): string;
  /** In pieces: what is found in one file may be more than a text can hold. */
  file(checked: CheckedFile): Iterable<string>;
  end(summary: CheckSummary): string;
  /** What is said to people at the end, beside the findings. Not there in forms for programs, which have it in the end. */
  summary?(summary: CheckSummary): string;
}
