import { createLanguageReader, type DraftConcept, type SourceLanguage } from '../draft.js';
import type { GlossaryReporter } from '../reporter.js';
import { createTableConcepts } from './table-concepts.js';
import { readHeader, type TableColumn } from './table-header.js';
import { addRow, type TableLanguages } from './table-row.js';
import { readRows, type Table, type TableParser, type TableRow } from './table-rows.js';

/** What a table of terms holds. */
export interface TableReading {
  readonly concepts: readonly DraftConcept[];
  readonly source: SourceLanguage;
}

/** What the caller says of a table. */
export interface TableOptions {
  readonly srcLang?: string | undefined;
  readonly trgLang?: string | undefined;
  /** Whether cells stand between tabs. Default: as the first line says. */
  readonly isTabbed?: boolean;
}

const usualSource = 'en-US';
/** Columns of a table without a header, as OmegaT has them. */
const plain: readonly TableColumn[] = (['source', 'target', 'note'] as const).map((field) => ({
  field,
  lang: undefined,
  header: field,
}));

/**
 * Reads a table of terms between commas, semicolons or tabs: a row for each pair of a source and a target, or a column for
 * each language. Without a header it is the table of OmegaT, whose languages the caller names. `undefined`: it is none.
 */
export function readTable(
  text: string,
  options: TableOptions,
  reporter: GlossaryReporter,
  parser: TableParser,
): TableReading | undefined {
  const { srcLang, trgLang } = options;
  const named = /^(?:\ufeff)?sep=(.)\r?\n/.exec(text);
  const delimiter = options.isTabbed ? '\t' : (named?.[1] ?? delimiterOf(text));
  const isTabbed = delimiter === '\t';
  let found = findHeader(readRows(text, delimiter, parser, true), named !== null, isTabbed);
  // With a header, a spreadsheet wrote it, in quotes where it pleased; OmegaT has neither.
  if (isTabbed && (found.header === undefined || found.isOpen)) {
    found = findHeader(readRows(text, delimiter, parser, false), named !== null, isTabbed);
  }
  const { header, body, first } = found;
  if (found.isOpen) {
    const last = body[body.length - 1] ?? { start: 0, end: 0 };
    reporter.report('glossary/unreadable', last, 'a quote that starts here is not closed; all after it is one cell');
  }
  if (header === undefined && trgLang === undefined) {
    reporter.report('glossary/no-header', body[first] ?? { start: 0, end: 0 });
    return undefined;
  }
  const columns = header ?? plain;
  const data = header === undefined ? body.filter((row) => !isTabbed || !isComment(row)) : body.slice(first + 1);
  if (trgLang === undefined && lacksTarget(columns)) {
    reporter.report('glossary/no-target-language', body[first] ?? { start: 0, end: 0 });
    return undefined;
  }
  const source = sourceOf(columns, srcLang);
  const languageOf = createLanguageReader();
  const languages: TableLanguages = { source: source.lang, target: trgLang, languageOf };
  const concepts = createTableConcepts(reporter);
  for (const row of data) addRow(row, columns, { languages, concepts, reporter, isTabbed });
  return { concepts: concepts.all(), source };
}

interface FoundHeader {
  readonly header: readonly TableColumn[] | undefined;
  readonly body: readonly TableRow[];
  /** Which row of the body may be the header. */
  readonly first: number;
  readonly isOpen: boolean;
}

function findHeader({ rows, isOpen }: Table, hasDelimiterLine: boolean, isTabbed: boolean): FoundHeader {
  const body = hasDelimiterLine ? rows.slice(1) : rows;
  const first = body.findIndex((row) => !isTabbed || !isComment(row));
  return { header: body[first] === undefined ? undefined : readHeader(body[first].cells), body, first, isOpen };
}

/** A line that OmegaT passes over. */
function isComment({ cells }: TableRow): boolean {
  return cells[0]?.replace(/^\ufeff/, '').startsWith('#') ?? false;
}

/** What most cells of the first line that says something stand between. */
function delimiterOf(text: string): string {
  const line = /^(?:\ufeff)?\s*(?:#[^\r\n]*\s*)*([^\r\n]*)/.exec(text)?.[1] ?? '';
  const unquoted = line.slice(0, 1_000_000).replace(/"[^"]*"/g, '');
  if (line.includes('\t')) return '\t';
  const count = (character: string): number => unquoted.split(character).length;
  return count(';') > count(',') ? ';' : ',';
}

function lacksTarget(columns: readonly TableColumn[]): boolean {
  return (
    columns.some(({ field, lang }) => field === 'target' && lang === undefined) &&
    columns.every(({ field }) => field !== 'trgLang')
  );
}

/** The language of the sources: as the caller says, else as the column of the sources, else of the first column of terms. */
function sourceOf(columns: readonly TableColumn[], srcLang: string | undefined): SourceLanguage {
  if (srcLang !== undefined) return { lang: srcLang, isNamed: true };
  const own = columns.find(({ field, lang }) => field === 'source' && lang !== undefined)?.lang;
  if (own !== undefined) return { lang: own, isNamed: false };
  const hasSource = columns.some(({ field, lang }) => (field === 'source' || field === 'term') && lang === undefined);
  const tags = columns.flatMap(({ field, lang }) => (field === 'term' && lang !== undefined ? [lang] : []));
  const usual = tags.find((tag) => tag === usualSource) ?? tags.find((tag) => tag === 'en');
  return { lang: hasSource ? usualSource : (usual ?? tags[0] ?? usualSource), isNamed: false };
}
