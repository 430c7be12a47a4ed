import { createLanguageReader } from '../draft.js';
import { lettersOf } from '../words.js';
import { languageNamed } from './language-names.js';

/** What a column of a table of terms holds. */
export type TableField =
  | 'source'
  | 'target'
  | 'term'
  | 'status'
  | 'kind'
  | 'count'
  | 'share'
  | 'path'
  | 'segment'
  | 'context'
  | 'note'
  | 'definition'
  | 'srcLang'
  | 'trgLang'
  | 'id'
  | 'others';

/** A column: its field, and the language that it is about where the header says one. */
export interface TableColumn {
  readonly field: TableField | undefined;
  readonly lang: string | undefined;
  readonly header: string;
}

const spellings: Readonly<Record<TableField, string>> = {
  source: 'source sourceterm sourcetext sourcestring sourcephrase src srcterm original',
  target: 'target targetterm targettext targetstring targetphrase translation trg trgterm tgt tgtterm',
  term: 'term text',
  status: 'status usage usagestatus termstatus administrativestatus approval',
  kind: 'kind conceptkind termkind',
  count: 'count frequency occurrences',
  share: 'share',
  path: 'path file filename',
  segment: 'segment segmentid',
  context: 'context example examplesentence sample',
  note: 'note notes comment comments remark remarks',
  definition: 'definition description meaning',
  srcLang: 'srclang sourcelang sourcelanguage sourcelocale',
  trgLang: 'trglang tgtlang targetlang targetlanguage targetlocale language lang locale',
  id: 'id conceptid termid entryid',
  others: 'others',
};

// Left out of bundles that need none of it.
const fields: ReadonlyMap<string, TableField> = /* @__PURE__ */ fieldsByWord();

function fieldsByWord(): ReadonlyMap<string, TableField> {
  const all = Object.keys(spellings) as TableField[];
  return new Map(all.flatMap((field) => spellings[field].split(' ').map((word) => [word, field] as const)));
}

/** Headers that are words of tables, and tags of languages that hardly any glossary is in: a number, and Indonesian. */
const ambiguous: ReadonlySet<string> = new Set(['id', 'no', 'nr']);
const terms: ReadonlySet<TableField | undefined> = new Set<TableField>(['source', 'target', 'term']);

/** The columns of a header; `undefined` where the row is none: it does not say where two things are. */
export function readHeader(cells: readonly string[]): readonly TableColumn[] | undefined {
  const languageOf = createLanguageReader();
  const columns = cells.map((cell) => columnOf(cell, languageOf));
  const others = columns.filter(({ field, lang }) => field === 'term' && lang !== undefined).length;
  const read = columns.map((column, index): TableColumn => {
    const { header } = column;
    const name = header.toLowerCase();
    if (!ambiguous.has(name)) return column;
    const isLanguage = others === 1 || (others > 1 && index > 0);
    if (isLanguage) return { field: 'term', lang: name, header };
    return { field: name === 'id' ? 'id' : undefined, lang: undefined, header };
  });
  const ofTerms = read.filter(({ field }) => terms.has(field)).length;
  const known = read.filter(({ field }) => field !== undefined).length;
  return ofTerms > 1 || (ofTerms === 1 && known > 1) ? read : undefined;
}

function columnOf(cell: string, languageOf: (written: string) => string | undefined): TableColumn {
  const header = cell
    .replace(/^\ufeff/, '')
    .trim()
    .slice(0, 200);
  const whole = fields.get(lettersOf(header));
  if (whole !== undefined) return { field: whole, lang: undefined, header };
  const alone = tagOf(header, languageOf);
  if (alone !== undefined) return { field: 'term', lang: alone, header };
  const words = header.split(/[\s:;,()[\]{}/|]+/).filter((word) => word !== '');
  const suffix = /^(.+)[-_.]([a-z]+)$/i.exec(header);
  const ways =
    words.length > 1 ? words.map((word) => [word, header.replace(word, ' ')]) : suffix ? [[suffix[1], suffix[2]]] : [];
  for (const [tag = '', rest = ''] of ways) {
    const lang = tagOf(tag, languageOf);
    const field = lang === undefined ? undefined : fields.get(lettersOf(rest));
    if (field !== undefined) return { field, lang, header };
  }
  return { field: undefined, lang: undefined, header };
}

/** A tag that a header may be: with a part besides the language, or a language that is known; also by its name. */
function tagOf(word: string, languageOf: (written: string) => string | undefined): string | undefined {
  const named = languageNamed(word);
  if (named !== undefined) return named;
  if (!/^[a-z]{2,3}(?:$|[-_])/i.test(word)) return undefined;
  const tag = languageOf(word);
  return tag === undefined || (!tag.includes('-') && !isKnown(tag)) ? undefined : tag;
}

let names: Intl.DisplayNames | undefined;

function isKnown(lang: string): boolean {
  names ??= new Intl.DisplayNames(['en'], { type: 'language', fallback: 'none' });
  return names.of(lang) !== undefined;
}
