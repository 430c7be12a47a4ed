import { csvLineOf } from '../../write/rows/csv-line.js';
import { type Analysis, type AnalysisVolumes, analysisBands } from '../analysis.js';

/** RFC 4180 has no control characters but line breaks. */
const controls = /(?![\t\r\n])\p{Cc}/gu;

/**
 * An analysis as CSV (RFC 4180): a line for each article, and one for all, whose path is empty. Columns are `path`,
 * `segments`, `words`, `characters`, then the same for each band (`exact segments`, `exact words`, `exact characters`).
 */
export function analysisToCsv({ articles, all }: Analysis): string {
  const units = ['segments', 'words', 'characters'] as const;
  const columns = ['path', ...units, ...analysisBands.flatMap((band) => units.map((unit) => `${band} ${unit}`))];
  const lineOf = (path: string, { total, bands }: AnalysisVolumes): string =>
    csvLineOf([
      path.replace(controls, '\ufffd'),
      ...units.map((unit) => String(total[unit])),
      ...analysisBands.flatMap((band) => units.map((unit) => String(bands[band][unit]))),
    ]);
  return `\ufeff${csvLineOf(columns)}${articles.map(({ path, ...each }) => lineOf(path, each)).join('')}${lineOf('', all)}`;
}
