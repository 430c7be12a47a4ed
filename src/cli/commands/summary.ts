import type { FileFinding } from '../../corpus/check/file-finding.js';
import { isShown, toNotes } from '../../corpus/check/shown.js';
import type { Report } from '../../corpus/export/report.js';
import { leftOutLines } from '../../corpus/words/left-out.js';
import { describeStats } from '../../corpus/words/stats.js';
import { clientLines } from '../options/client.js';
import type { FailOn } from '../options/status.js';
import type { Paint } from '../terminal/paint.js';
import { count, countOf } from '../terminal/progress.js';
import { printable } from '../terminal/say.js';
import { describeSkipReason } from './skip-reasons.js';

/** More lines than this nobody reads on a terminal; the report has all. */
const usualLines = 50;

/** A file, and what was found in it. */
interface FileFindings {
  /** The path by which it can be opened. */
  readonly namedPath: string;
  readonly diagnostics: readonly FileFinding[];
}

/** With `--fail-on never`, articles without a pair are worth no more than a note. */
export function withNotes<T extends FileFindings>(files: readonly T[], failOn: FailOn): readonly T[] {
  if (failOn !== 'never') return files;
  return files.map((file) => ({ ...file, diagnostics: toNotes(file.diagnostics) }));
}

/** The diagnostics, one a line: errors, warnings, and that there are no pairs; or errors only. */
export function formatDiagnostics(
  files: readonly FileFindings[],
  paint: Paint,
  errorsOnly: boolean,
  mostLines: number = usualLines,
): string {
  let text = '';
  let lines = 0;
  for (const { namedPath, diagnostics } of files) {
    for (const found of diagnostics) {
      if (!isShown(found, errorsOnly)) continue;
      const { severity, line, column, code, message } = found;
      lines++;
      if (lines <= mostLines) {
        text += `${printable(namedPath)}:${line}:${column} ${paint.severity(severity)} ${paint.quiet(code)} ${printable(message)}\n`;
      }
    }
  }
  return lines <= mostLines ? text : `${text}… and ${count(lines - mostLines)} more; --report FILE has them all.\n`;
}

/** What was done, for people. */
export function summarize(report: Report, paint: Paint): string {
  const { articles, withPairs, pairs, segments, diagnostics, outputs } = report;
  const skipped = Object.entries(pairs.skipped).map(
    ([reason, number]) => `${count(number)} ${describeSkipReason(reason)}`,
  );
  const types = Object.entries({ HT: segments.ht, MT: segments.mt, 'of unknown type': segments.unknown })
    .filter(([, number]) => number > 0)
    .map(([type, number]) => `${count(number)} ${type}`);
  const lines = [
    ...clientLines(report.client),
    `${countOf(articles, 'article')}, ${count(withPairs)} with pairs, ${(report.bytes / 1e6).toFixed(1)} MB`,
    ...leftOutLines(report),
    `${countOf(pairs.found, 'pair')}, ${paint.strong(`${count(pairs.exported)} exported`)}${types.length === 0 ? '' : ` (${types.join(', ')})`}`,
  ];
  if (skipped.length > 0) lines.push(`skipped: ${skipped.join(', ')}`);
  const { segments: compared, mismatched, mismatchedMath } = report.codes;
  if (mismatched + mismatchedMath > 0) {
    const math = mismatchedMath === 0 ? '' : `, and only formulas in ${count(mismatchedMath)}`;
    lines.push(`codes without a partner in ${count(mismatched)} of ${count(compared)} pairs${math}`);
  }
  for (const [language, stats] of Object.entries(report.stats?.languages ?? {}))
    lines.push(describeStats(language, stats));
  const found = Object.entries(diagnostics).map(([code, number]) => `${count(number)} ${code}`);
  if (found.length > 0) lines.push(`diagnostics: ${found.join(', ')}`);
  if (outputs.length === 0)
    lines.push(`nothing was written: ${pairs.found === 0 ? 'there is no pair' : 'no pair was left to export'}`);
  else if (outputs.length <= 3) lines.push(`written: ${outputs.map(printable).join(', ')}`);
  else lines.push(`written: ${count(outputs.length)} files, ${printable(outputs.at(-1) ?? '')} the last`);
  return `${lines.join('\n')}\n`;
}
