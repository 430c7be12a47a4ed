import { type Report, worstSeverity } from '../../corpus/export/report.js';
import type { Diagnostic, Severity } from '../../model/diagnostics/diagnostic.js';

/** The severity that fails a run, if any. */
export type FailOn = 'error' | 'warning' | 'never';

/** The values of `--fail-on`. */
export const failOnLevels: readonly FailOn[] = ['error', 'warning', 'never'];

/** Whether a severity fails a run. */
export function reaches(severity: Severity | undefined, failOn: FailOn): boolean {
  return failOn !== 'never' && (severity === 'error' || (severity === 'warning' && failOn === 'warning'));
}

/** Inputs that give these could not be read at all. */
const unreadable = ['input/unreadable', 'input/too-large', 'input/binary', 'input/utf-16'];

/** Whether an input could not be read. */
export function isUnreadable({ code }: { readonly code: string }): boolean {
  return unreadable.includes(code);
}

/** 3 where an input could not be read, 1 where a diagnostic reaches the level, else 0. */
export function exitStatus(
  report: Pick<Report, 'diagnostics'> & Parameters<typeof worstSeverity>[0],
  failOn: FailOn,
): number {
  if (unreadable.some((code) => report.diagnostics[code] !== undefined)) return 3;
  return reaches(worstSeverity(report), failOn) ? 1 : 0;
}

/** The same of one file. */
export function statusOf(diagnostics: readonly Diagnostic[], failOn: FailOn): number {
  if (diagnostics.some(isUnreadable)) return 3;
  return diagnostics.some(({ severity }) => reaches(severity, failOn)) ? 1 : 0;
}
