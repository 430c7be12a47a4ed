import type { SplitReport } from '../../corpus/split/split-report.js';
import { leftOutLines } from '../../corpus/words/left-out.js';
import type { Paint } from '../terminal/paint.js';
import { count, countOf } from '../terminal/progress.js';
import { printable } from '../terminal/say.js';

/** What was done, for people. */
export function summarizeSplit(report: SplitReport, paint: Paint): string {
  const { articles, withPairs, bytes, pairs, sides, titles, verify, against, diagnostics, outputs } = report;
  const lines = [
    `${count(articles)} ${articles === 1 ? 'article' : 'articles'}, ${count(withPairs)} with pairs, ${(bytes / 1e6).toFixed(1)} MB`,
    ...leftOutLines(report),
    `${count(pairs.found)} ${pairs.found === 1 ? 'pair' : 'pairs'}, ${paint.strong(`split: ${listOf(sides)}`)}`,
  ];
  if (titles.untranslated > 0)
    lines.push(
      `${count(titles.untranslated)} of ${countOf(titles.found, 'title')} of the source stay in the target language; --report FILE lists them`,
    );
  if (verify !== undefined) lines.push(`source by its hash: ${listOf(verify)}`);
  for (const [side, classes] of Object.entries(against ?? {}))
    lines.push(`${side} against real articles: ${listOf(classes)}`);
  if (Object.keys(diagnostics).length > 0) lines.push(`diagnostics: ${listOf(diagnostics)}`);
  if (outputs.length > 3)
    lines.push(`written: ${count(outputs.length)} files, ${printable(outputs.at(-1) ?? '')} the last`);
  else if (pairs.found === 0) lines.push('nothing was written: there is no pair');
  else if (outputs.length > 0) lines.push(`written: ${outputs.map(printable).join(', ')}`);
  return `${lines.join('\n')}\n`;
}

function listOf(counts: Readonly<Record<string, number>>): string {
  const parts = Object.entries(counts).map(([name, number]) => `${count(number)} ${printable(name)}`);
  return parts.length === 0 ? 'nothing' : parts.join(', ');
}
