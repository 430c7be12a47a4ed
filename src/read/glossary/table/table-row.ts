import { isSameLanguage, servesFor } from '../../../model/language.js';
import type { ConceptKind, TermStatus } from '../../../model/terms/glossary.js';
import { isBlank } from '../../../xml/escapes.js';
import type { GlossaryReporter } from '../reporter.js';
import { lineOf, readKind, readStatus, trimmed } from '../words.js';
import { type RowTerm, readCount, readShare, type TableConcepts, type TermDetails } from './table-concepts.js';
import type { TableColumn } from './table-header.js';
import type { TableRow } from './table-rows.js';

/** The languages of a table, where its columns do not say them. */
export interface TableLanguages {
  readonly source: string;
  readonly target: string | undefined;
  readonly languageOf: (written: string) => string | undefined;
}

/** What rows are read into. */
export interface RowContext {
  readonly languages: TableLanguages;
  readonly concepts: TableConcepts;
  readonly reporter: GlossaryReporter;
  readonly isTabbed: boolean;
}

/** An apostrophe that was put before what a spreadsheet takes for a formula (`write/rows/csv-line.ts`). */
const guard = /^'(?='*(?:[\t\r\n]|\s*[=+\-@\uff1d\uff0b\uff0d\uff20]))/;

/** What a row says, by the languages that it says it of; what it says of the row as a whole stands at the empty tag. */
interface Said {
  status?: TermStatus;
  count?: number;
  share?: number;
  path?: string;
  segment?: string;
  context?: string;
  note?: string;
}

/** Reads a row; a row without a source belongs to no concept, unless it has an id. */
export function addRow(row: TableRow, columns: readonly TableColumn[], context: RowContext): void {
  const { reporter, concepts } = context;
  const said = new Map<string, Said>();
  const texts: {
    readonly field: 'source' | 'target' | 'term';
    readonly lang: string | undefined;
    readonly text: string;
  }[] = [];
  const whole = { id: '', srcLang: '', trgLang: '', definition: '' };
  let kind: ConceptKind | undefined;
  for (let index = 0; index < row.cells.length; index++) {
    const written = row.cells[index] ?? '';
    const cell = trimmed((context.isTabbed ? written : written.replace(guard, '')).replaceAll(' \n', '\n'));
    if (cell === '') continue;
    const { field, lang, header } = columns[index] ?? { field: undefined, lang: undefined, header: '' };
    const about = said.get(lang ?? '') ?? {};
    switch (field) {
      case 'source':
      case 'target':
      case 'term':
        texts.push({ field, lang, text: lineOf(cell) });
        continue;
      case 'id':
      case 'srcLang':
      case 'trgLang':
      case 'definition':
        whole[field] = cell;
        continue;
      case 'kind':
        kind = readKind(cell);
        if (kind === undefined) reporter.count('glossary/value', row, `kind "${cell}"`);
        continue;
      case 'others':
        continue;
      case undefined:
        reporter.count('glossary/not-kept', row, header === '' ? 'a cell without a header' : `the column "${header}"`);
        continue;
      case 'status':
        if (readKind(cell) === 'fixed') kind ??= 'fixed';
        else {
          const status = readStatus(cell);
          if (status === undefined) reporter.count('glossary/status', row, cell);
          else about.status = status;
        }
        break;
      case 'count':
      case 'share': {
        const value = (field === 'count' ? readCount : readShare)(cell);
        if (value === undefined) reporter.count('glossary/value', row, field);
        else about[field] = value;
        break;
      }
      default:
        about[field] = cell;
    }
    said.set(lang ?? '', about);
  }
  const srcLang = tagIn(whole.srcLang, context.languages.source, row, context);
  const trgLang = tagIn(whole.trgLang, context.languages.target, row, context);
  const found: FoundTerm[] = [];
  for (const { field, lang, text } of texts) {
    const tag = lang ?? (field === 'target' ? trgLang : srcLang);
    if (isBlank(text)) reporter.count('glossary/empty-term', row, 'term');
    else if (tag !== undefined) found.push({ lang: tag, text });
    else if (whole.trgLang === '') reporter.count('glossary/language', row, '');
  }
  const source = sourceIn(found, srcLang);
  if (source === undefined && whole.id === '') {
    reporter.count('glossary/empty-term', row, 'source');
    return;
  }
  const concept = concepts.open(whole.id, kind, source?.text ?? '');
  concept.define(whole.definition, row);
  const targets = found.length - (source === undefined ? 0 : 1);
  const general = said.get('') ?? {};
  // What is said of the row is said of its one target; of several, of the source.
  const main = targets === 1 ? found.find((term) => term !== source) : (source ?? found[0]);
  for (const term of found) {
    const own: Said = { ...(term === main ? general : {}), ...said.get(term.lang) };
    // But a status is about what the source is called in the other languages.
    if (targets > 0 && general.status !== undefined && said.get(term.lang)?.status === undefined) {
      if (term === source) delete own.status;
      else own.status = general.status;
    }
    concept.add(toTerm(term, own), row);
  }
}

interface FoundTerm {
  readonly lang: string;
  readonly text: string;
}

/** The term of the source language: `en` is that of `en-US`, where there is no other. */
function sourceIn(found: readonly FoundTerm[], srcLang: string | undefined): FoundTerm | undefined {
  if (srcLang === undefined) return undefined;
  return (
    found.find(({ lang }) => lang === srcLang) ??
    found.find(({ lang }) => isSameLanguage(lang, srcLang)) ??
    found.find(({ lang }) => servesFor(lang, srcLang))
  );
}

function tagIn(cell: string, usual: string | undefined, row: TableRow, context: RowContext): string | undefined {
  if (cell === '') return usual;
  const tag = context.languages.languageOf(cell);
  if (tag === undefined) context.reporter.count('glossary/language', row, cell);
  return tag;
}

function toTerm(term: FoundTerm, said: Said): RowTerm {
  const { path, segment, ...rest } = said;
  const details: TermDetails =
    path === undefined && segment === undefined ? {} : { place: { path: path ?? '', segment: segment ?? '' } };
  return { ...term, ...rest, ...details };
}
