import type { Exporter } from '../exporter.js';
import { jsonLineOf } from '../rows/json-line.js';
import { rowsOfArticle, rowsOfEntry } from '../rows/rows.js';

/**
 * JSON Lines: an object for each pair, one a line, with the keys of {@link PairRow} in their order. Its schema is
 * `sspr-tm/row.schema.json`. No text has a character in it that any reader takes for the end of a line.
 */
export const jsonl: Exporter<'jsonl'> = {
  name: 'jsonl',
  title: 'JSON Lines',
  extension: '.jsonl',
  otherExtensions: ['.ndjson'],
  scope: 'language',
  takesParts: true,
  multilingual: true,
  mayBeEmpty: true,
  begin: () => '',
  *article(item, options) {
    for (const row of rowsOfArticle(item, options)) yield jsonLineOf(row);
  },
  *entry(entry, options) {
    for (const row of rowsOfEntry(entry, options)) yield jsonLineOf(row);
  },
  end: () => '',
};
