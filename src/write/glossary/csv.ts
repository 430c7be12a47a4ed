import { csvLineOf } from '../rows/csv-line.js';
import type { GlossaryFormat } from './format.js';
import { glossaryColumns, glossaryRows } from './rows.js';

/** CSV (RFC 4180) for people, with a header, UTF-8 with a byte order mark: a row for each term of a target language. */
export const csvGlossary: GlossaryFormat<'csv'> = {
  name: 'csv',
  title: 'CSV (RFC 4180)',
  extension: '.csv',
  multilingual: true,
  *chunks(glossary) {
    yield `\ufeff${csvLineOf(glossaryColumns)}`;
    for (const row of glossaryRows(glossary)) yield csvLineOf(row);
  },
};
