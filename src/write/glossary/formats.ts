import { csvGlossary } from './csv.js';
import type { GlossaryFormat } from './format.js';
import { jsonGlossary } from './json.js';
import { tbx } from './tbx.js';
import { tsvGlossary } from './tsv.js';
import { xlsxGlossary } from './xlsx.js';

/** The names of the formats of glossaries. */
export type GlossaryFormatName = 'tbx' | 'tsv' | 'csv' | 'xlsx' | 'json';

/**
 * The formats that a glossary is written in, by name: what each is called, how its files end, whether one holds several
 * target languages.
 *
 * @example
 * Object.values(glossaryFormats).map(({ extension }) => extension) // ['.tbx', '.tsv', '.csv', '.xlsx', '.json']
 */
export const glossaryFormats: { readonly [Name in GlossaryFormatName]: GlossaryFormat<Name> } = {
  tbx,
  tsv: tsvGlossary,
  csv: csvGlossary,
  xlsx: xlsxGlossary,
  json: jsonGlossary,
};
