import { type Article, segmentsOf, type TranslationType } from '../model/article.js';
import { type Diagnostic, diagnosticForFile } from '../model/diagnostic.js';
import type { ExportItem, ExportOptions, Format } from '../write/exporter.js';
import { stemOf } from '../write/identity.js';
import { countPairs, type PairCount } from '../write/selection.js';
import { encode } from './encode.js';
import { type Exporters, loadExporters } from './exporters.js';
import type { FoundArticle } from './find.js';
import { chooseLanguage, createLanguageInference } from './language.js';
import { readFoundArticle } from './read.js';

/** What is the same for all articles of a run. Plain data. */
export interface Settings extends ExportOptions {
  readonly srcLang: string;
  readonly formats: readonly Format[];
  /** `trgLang` overrides what articles say of themselves. */
  readonly forceLang: boolean;
  /** Articles of any other translation type are left out. */
  readonly only?: TranslationType;
}

/** What became of an article. Plain data, and bytes. */
export interface ProcessedArticle {
  readonly path: string;
  readonly bytes: number;
  readonly pairs: PairCount;
  /** Segments whose inline codes were compared: all that have both sides. */
  readonly compared: number;
  readonly diagnostics: readonly Diagnostic[];
  /** Only there where something is exported. */
  readonly output?: ArticleOutput;
}

/** The article in its formats. */
export interface ArticleOutput {
  readonly trgLang: string;
  readonly stem: string;
  readonly type: TranslationType | 'unknown';
  /** Without the begin and the end of a document. */
  readonly bytes: Readonly<Partial<Record<Format, Uint8Array>>>;
}

const nothing: PairCount = { found: 0, exported: 0, skipped: {} };

/** What there is to process, and how. Plain data, but for the bytes of standard input. */
export interface Work {
  readonly articles: readonly FoundArticle[];
  readonly settings: Settings;
  readonly stdin?: Uint8Array;
}

/** Reads the article with an index and writes it in all formats, in memory. */
type Processor = (index: number) => ProcessedArticle;

/** Makes ready for processing articles, in any order. */
export async function createProcessor({ articles, settings, stdin }: Work): Promise<Processor> {
  const exporters = await loadExporters(settings.formats);
  const inference = createLanguageInference(articles);
  return (index) => {
    const found = articles[index];
    if (found === undefined) throw new RangeError(`There is no article ${index}.`);
    const { path, bytes, diagnostics: reading, article } = readFoundArticle(found, stdin);
    if (article === undefined) return { path, bytes, pairs: nothing, compared: 0, diagnostics: reading };
    const pairs = countPairs(article, settings);
    if (pairs.found === 0) return { path, bytes, pairs, compared: 0, diagnostics: reading };
    const compared = countCompared(article);
    const language = chooseLanguage(article, settings, () => inference.of(index));
    const diagnostics =
      language.diagnostic === undefined
        ? reading
        : [diagnosticForFile(language.diagnostic, ...language.args), ...reading];
    const type = article.localization.translationType ?? 'unknown';
    const reason = language.trgLang === undefined ? language.diagnostic : undefined;
    const leftOut = reason ?? (settings.only !== undefined && settings.only !== type ? 'only' : undefined);
    if (language.trgLang === undefined || leftOut !== undefined) {
      return { path, bytes, pairs: skipAll(pairs, leftOut ?? 'language/missing'), compared, diagnostics };
    }
    if (pairs.exported === 0) return { path, bytes, pairs, compared, diagnostics };
    const { trgLang } = language;
    const stem = stemOf(article, path);
    const file = found.name + path.slice(path.lastIndexOf('.'));
    const item: ExportItem = { article, path, file, trgLang, stem };
    const output = { trgLang, stem, type, bytes: writeAll(item, settings, exporters) } as const;
    return { path, bytes, pairs, compared, diagnostics, output };
  };
}

function countCompared(article: Article): number {
  let compared = 0;
  for (const { recovered, skip } of segmentsOf(article)) if (!recovered && skip === undefined) compared++;
  return compared;
}

/** All pairs that would be exported are skipped for a reason. */
export function skipAll({ found, exported, skipped }: PairCount, reason: string): PairCount {
  return { found, exported: 0, skipped: exported === 0 ? skipped : { ...skipped, [reason]: exported } };
}

function writeAll(item: ExportItem, settings: Settings, exporters: Exporters): Partial<Record<Format, Uint8Array>> {
  return Object.fromEntries(
    settings.formats.map((format) => [format, encode(exporters[format]?.article(item, settings) ?? [])]),
  );
}
