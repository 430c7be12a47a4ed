import type { These } from 'fp-ts/lib/These.js';
import { type Diagnostic, toDiagnostic } from '../../model/diagnostics/diagnostic.js';
import { type GlossaryDiagnosticCode, glossaryKinds } from '../../model/diagnostics/glossary-kinds.js';
import { normalizeLanguage } from '../../model/language.js';
import { longestXml } from '../../model/limits.js';
import { language, type OptionKindsOf, requireOptions } from '../../model/options.js';
import { createLineIndex } from '../../model/position.js';
import type { Glossary } from '../../model/terms/glossary.js';
import { toResult } from '../result.js';
import { type DraftConcept, type SourceLanguage, toGlossary } from './draft.js';
import { readJson } from './json.js';
import { createGlossaryReporter, type GlossaryReporter } from './reporter.js';
import { readTable } from './table/table.js';
import type { TableParser } from './table/table-rows.js';
import { readTbx } from './tbx.js';

/** The formats that glossaries are read in. */
export type ReadableGlossaryFormat = 'tbx' | 'json' | 'csv' | 'tsv';

/** How a glossary is read. */
export interface ReadGlossaryOptions {
  /** Its format. Default: as its text looks. */
  readonly format?: ReadableGlossaryFormat;
  /** The language of the sources, a BCP 47 tag. Default: what the glossary says, else `en-US`. */
  readonly srcLang?: string;
  /** The language of the targets of a table that does not say it, such as that of OmegaT. Default: none is known. */
  readonly trgLang?: string;
}

const optionKinds: OptionKindsOf<ReadGlossaryOptions> = {
  format: { kind: 'name', of: ['tbx', 'json', 'csv', 'tsv'] },
  srcLang: language,
  trgLang: language,
};

/**
 * Reads a glossary: TBX of 2019 (DCA and DCT style) and of 2008, a table in CSV or between tabs, or our JSON.
 *
 * `Right` where all is well, `Both` where something is left out, `Left` where nothing could be read. Throws by no text:
 * only a `RangeError`, where an option is none that there is. A term without a status is preferred where it is the first,
 * else admitted.
 *
 * @example
 * const read = await readGlossary('en-US,de-DE,status\nStart,Starten,preferred\nStart,Anfangen,do not use\n');
 * const [concept] = read._tag === 'Left' ? [] : read.right.concepts;
 * concept?.languages[1]?.terms.map(({ text, status }) => `${text} ${status}`) // ['Starten preferred', 'Anfangen forbidden']
 */
export async function readGlossary(text: string, options: ReadGlossaryOptions = {}): Promise<GlossaryReading> {
  requireOptions(options, optionKinds);
  const { format = formatOf(text) } = options;
  if (format === 'tbx' || format === 'json') return readGlossaryText(text, options);
  const { default: parser } = await import('papaparse');
  return readGlossaryText(text, options, parser);
}

/** What reading gives. */
export type GlossaryReading = These<readonly Diagnostic<GlossaryDiagnosticCode>[], Glossary>;

/** The same at once; tables are read by `parser`. */
export function readGlossaryText(text: string, options: ReadGlossaryOptions, parser?: TableParser): GlossaryReading {
  const reporter = createGlossaryReporter();
  const read = readAny(text, options, reporter, parser);
  const glossary = read === undefined ? undefined : toGlossary(read.concepts, read.source, reporter);
  const lines = createLineIndex(text);
  const diagnostics = reporter.findings().map((found) => toDiagnostic(found, lines, glossaryKinds));
  return toResult(diagnostics, glossary);
}

const usualSource = 'en-US';

interface Reading {
  readonly concepts: readonly DraftConcept[];
  readonly source: SourceLanguage;
}

function readAny(
  text: string,
  { format = formatOf(text), ...languages }: ReadGlossaryOptions,
  reporter: GlossaryReporter,
  parser: TableParser | undefined,
): Reading | undefined {
  if (text.length > longestXml) {
    reporter.report('glossary/unreadable', { start: 0, end: 0 }, `it has more than ${longestXml} characters`);
    return undefined;
  }
  reportEncoding(text, reporter);
  const srcLang = languages.srcLang && normalizeLanguage(languages.srcLang);
  const source = (said: string | undefined): SourceLanguage => ({
    lang: srcLang ?? normalizeLanguage(said?.replaceAll('_', '-') ?? '') ?? usualSource,
    isNamed: srcLang !== undefined,
  });
  if (format === 'tbx') {
    const read = readTbx(text, reporter);
    return read && { concepts: read.concepts, source: source(read.lang) };
  }
  if (format === 'json' || parser === undefined) {
    const read = readJson(text.replace(/^\ufeff/, ''), reporter);
    return read && { concepts: read.concepts, source: source(read.srcLang) };
  }
  const trgLang = languages.trgLang && normalizeLanguage(languages.trgLang);
  return readTable(text, { srcLang, trgLang, isTabbed: format === 'tsv' }, reporter, parser);
}

/** What a text looks like: XML, an object of JSON, else a table. */
function formatOf(text: string): ReadableGlossaryFormat {
  const first = /^\ufeff?\s*(.?)/.exec(text)?.[1];
  return first === '<' ? 'tbx' : first === '{' ? 'json' : 'csv';
}

/** Characters that stand for bytes which are none of UTF-8, or that a text in UTF-16 has when it is read as UTF-8. */
function reportEncoding(text: string, reporter: GlossaryReporter): void {
  const lost = /[\ufffd\0]/g;
  let times = 0;
  let first = 0;
  for (let match = lost.exec(text); match !== null; match = lost.exec(text)) {
    if (times === 0) first = match.index;
    times++;
  }
  if (times > 0) reporter.count('glossary/encoding', { start: first, end: first + 1 }, undefined, times);
}
