import type { Exporter } from '../exporter.js';
import { jsonLineOf } from '../rows/json-line.js';
import { rowsOfArticle, rowsOfEntry } from '../rows/rows.js';

/** Apache Parquet with typed columns, compressed by Snappy. */
export const parquet: Exporter<'parquet'> = {
  name: 'parquet',
  title: 'Apache Parquet',
  extension: '.parquet',
  scope: 'language',
  takesParts: true,
  multilingual: true,
  mayBeEmpty: true,
  begin: () => '',
  // Rows go to the thread that writes the file as lines of JSON.
  *article(item, options) {
    for (const row of rowsOfArticle(item, options)) yield jsonLineOf(row);
  },
  *entry(entry, options) {
    for (const row of rowsOfEntry(entry, options)) yield jsonLineOf(row);
  },
  end: () => '',
  async pack() {
    const { createParquet } = await import('../rows/parquet.js');
    return createParquet();
  },
};
