import { type Analysis, type AnalysisVolumes, analysisBands } from '../analysis.js';
import { bandTitles, shareOf } from './bands.js';

/**
 * All articles of an analysis together, as a table of lines: bands, segments, words, and their share.
 *
 * @example
 * const analysis = createAnalysis();
 * analysis.add({ segments: [{ source: { text: 'Hi there', content: parseInline('Hi there') } }] });
 * analysisToText(analysis.build()).split('\n')[1]?.trim() // 'context (101)           0      0    0.0 %'
 */
export function analysisToText({ all }: Analysis): string {
  const rows = [['', 'segments', 'words', ''], ...rowsOf(all)];
  const widths = [0, 0, 0, 0];
  for (const row of rows) {
    for (const [column, cell] of row.entries()) widths[column] = Math.max(widths[column] ?? 0, cell.length);
  }
  return rows
    .map((row) =>
      row.map((cell, column) => (column === 0 ? cell.padEnd(widths[0] ?? 0) : cell.padStart(widths[column] ?? 0))),
    )
    .map((cells) => `${cells.join('  ').trimEnd()}\n`)
    .join('');
}

function rowsOf(volumes: AnalysisVolumes): string[][] {
  const rowOf = (title: string, segments: number, words: number): string[] => [
    title,
    segments.toLocaleString('en-US'),
    words.toLocaleString('en-US'),
    `${shareOf(words, volumes)} %`,
  ];
  const { bands, total } = volumes;
  return [
    ...analysisBands.map((band) => rowOf(bandTitles[band], bands[band].segments, bands[band].words)),
    rowOf('total', total.segments, total.words),
  ];
}
