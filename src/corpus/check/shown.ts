import type { FileFinding } from './file-finding.js';

const noPairs = 'input/no-pairs';

/** With `--fail-on never`, that there are no pairs is worth no more than a note. */
export function toNotes(findings: readonly FileFinding[]): readonly FileFinding[] {
  return findings.map((found) => (found.code === noPairs ? { ...found, severity: 'info' } : found));
}

/** Whether a finding is for people to read, and not only counted. */
export function isShown({ code, severity }: FileFinding, errorsOnly: boolean): boolean {
  return severity === 'error' || (!errorsOnly && (severity === 'warning' || code === noPairs));
}
