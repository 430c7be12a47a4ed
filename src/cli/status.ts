import { type Report, worstSeverity } from '../corpus/report.js';

/** The values of `--fail-on`. */
export const failOnLevels: readonly string[] = ['error', 'warning', 'never'];

/** Inputs that give these could not be read at all. */
const unreadable = ['input/unreadable', 'input/binary', 'input/utf-16'];

/** 3 where an input could not be read, 1 where a diagnostic reaches the level, else 0. */
export function exitStatus(report: Report, failOn: 'error' | 'warning' | 'never'): number {
  if (unreadable.some((code) => report.diagnostics[code] !== undefined)) return 3;
  if (failOn === 'never') return 0;
  const worst = worstSeverity(report);
  return worst === 'error' || (worst === 'warning' && failOn === 'warning') ? 1 : 0;
}
