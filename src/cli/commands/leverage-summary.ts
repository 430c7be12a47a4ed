import { analysisToText } from '../../analysis/formats/text.js';
import type { LeverageReport } from '../../corpus/leverage/report.js';
import { leftOutLines } from '../../corpus/words/left-out.js';
import { clientLines } from '../options/client.js';
import type { Paint } from '../terminal/paint.js';
import { count, countOf } from '../terminal/progress.js';
import { printable } from '../terminal/say.js';

/** What was done, for people. */
export function summarizeLeverage(report: LeverageReport, paint: Paint): string {
  const { articles, bytes, segments, filled, memories, analysis, diagnostics, outputs } = report;
  const lines = [
    ...clientLines(report.client),
    ...memories.map(({ name, translations }) => `memory ${printable(name)}: ${countOf(translations, 'translation')}`),
    `${countOf(articles, 'article')}, ${(bytes / 1e6).toFixed(1)} MB`,
    ...leftOutLines(report),
    analysisToText(analysis).trimEnd(),
    `${countOf(segments, 'segment')}, ${paint.strong(`${count(filled)} filled`)}`,
  ];
  const found = Object.entries(diagnostics).map(([code, number]) => `${count(number)} ${code}`);
  if (found.length > 0) lines.push(`diagnostics: ${found.join(', ')}`);
  if (outputs.length === 0)
    lines.push(segments === 0 ? 'nothing was written: there is no segment' : 'nothing was written');
  else if (outputs.length <= 3) lines.push(`written: ${outputs.map(printable).join(', ')}`);
  else lines.push(`written: ${count(outputs.length)} files, ${printable(outputs.at(-1) ?? '')} the last`);
  return `${lines.join('\n')}\n`;
}
