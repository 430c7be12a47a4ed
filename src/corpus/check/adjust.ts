import type { Severity } from '../../model/diagnostics/diagnostic.js';
import type { FileFinding } from './file-finding.js';

/** Findings with the severities that were asked for. */
export function adjust<T extends FileFinding>(
  findings: readonly T[],
  rules: Readonly<Record<string, 'off' | Severity | undefined>>,
): T[] {
  return findings.flatMap((found) => {
    const severity = rules[found.code] ?? found.severity;
    return severity === 'off' ? [] : [severity === found.severity ? found : { ...found, severity }];
  });
}
