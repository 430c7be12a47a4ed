import type { MergeReport } from '../../../corpus/merge/tree/merge-report.js';
import { leftOutLines } from '../../../corpus/words/left-out.js';
import type { Paint } from '../../terminal/paint.js';
import { count, countOf } from '../../terminal/progress.js';
import { printable } from '../../terminal/say.js';

/** So many articles are listed with what became of them. */
const shownArticles = 20;

/** What was done, for people. */
export function summarizeMerge(report: MergeReport, isDry: boolean, paint: Paint): string {
  const {
    articles,
    inOutput = 0,
    documents,
    files,
    changed,
    refused,
    stale,
    marked,
    written,
    outputs,
    diagnostics,
  } = report;
  const told = files.filter((file) => file.changed + file.refused + file.stale > 0);
  const lines = told.slice(0, shownArticles).map((file) => `${printable(file.path)}: ${countsOf(file)}`);
  if (told.length > shownArticles) {
    lines.push(`… and ${countOf(told.length - shownArticles, 'more article')}; --report FILE has them all.`);
  }
  const speaking = files.filter((file) => file.documents.length > 0).length;
  const totals = [
    `${countOf(articles, 'article')}, ${countOf(documents.length, 'document')} for ${count(speaking)} of them`,
    ...leftOutLines(report),
    ...(inOutput > 0 ? [`left out: ${countOf(inOutput, 'article')} in the folder of the output`] : []),
    `${paint.strong(`${countOf(changed, 'target')} changed`)}, ${count(refused)} refused, ${count(stale)} stale`,
  ];
  for (const line of totals) lines.push(line);
  if (marked > 0) lines.push(`ms.translationtype is HT now in ${countOf(marked, 'article')}`);
  const found = Object.entries(diagnostics).map(([code, number]) => `${count(number)} ${code}`);
  if (found.length > 0) lines.push(`diagnostics: ${found.join(', ')}`);
  if (isDry) lines.push(`nothing was written (--dry-run); ${countOf(written, 'file')} would be`);
  else if (outputs.length === 0) lines.push('nothing was written');
  else if (outputs.length <= 3) lines.push(`written: ${outputs.map(printable).join(', ')}`);
  else lines.push(`written: ${count(outputs.length)} files, ${printable(outputs.at(-1) ?? '')} the last`);
  return `${lines.join('\n')}\n`;
}

function countsOf({ changed, refused, stale, marked, written }: MergeReport['files'][number]): string {
  const counts = [
    `${countOf(changed, 'target')} changed`,
    ...(refused > 0 ? [`${count(refused)} refused`] : []),
    ...(stale > 0 ? [`${count(stale)} stale`] : []),
    ...(marked ? ['HT now'] : []),
    ...(written ? [] : ['not written']),
  ];
  return counts.join(', ');
}
