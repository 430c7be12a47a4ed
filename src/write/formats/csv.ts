import type { Exporter } from '../exporter.js';
import { cellNames, cellsOf } from '../rows/cells.js';
import { csvLineOf } from '../rows/csv-line.js';
import { rowsOfArticle, rowsOfEntry } from '../rows/rows.js';

/** CSV (RFC 4180) with a header, UTF-8 with a byte order mark, without which Excel reads another encoding. */
export const csv: Exporter<'csv'> = {
  name: 'csv',
  title: 'CSV (RFC 4180)',
  extension: '.csv',
  scope: 'language',
  takesParts: true,
  multilingual: true,
  mayBeEmpty: true,
  begin: () => `\ufeff${csvLineOf(cellNames)}`,
  *article(item, options) {
    for (const row of rowsOfArticle(item, options)) yield csvLineOf(cellsOf(row));
  },
  *entry(entry, options) {
    for (const row of rowsOfEntry(entry, options)) yield csvLineOf(cellsOf(row));
  },
  end: () => '',
};
