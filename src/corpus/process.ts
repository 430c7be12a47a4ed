import type { SkipMarker, SkippableCode } from '../check/skip.js';
import type { TreeContext } from '../check/tree.js';
import { type Article, segmentsOf, type TranslationType } from '../model/article.js';
import { type Diagnostic, diagnosticForFile } from '../model/diagnostic.js';
import type { ArticleCounter } from '../stats/article.js';
import type { ArticleCount } from '../stats/stats.js';
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
  /** Codes of findings: pairs that have one of them are left out. */
  readonly skip?: readonly SkippableCode[];
  /** Whether words and characters are counted. */
  readonly stats?: boolean;
}

/** What became of an article. Plain data, and bytes. */
export interface ProcessedArticle {
  readonly path: string;
  readonly bytes: number;
  readonly pairs: PairCount;
  /** Segments whose inline codes were compared: all that have both sides. */
  readonly compared: number;
  readonly diagnostics: readonly Diagnostic[];
  /** Only there where words are counted, and something is exported. */
  readonly count?: ArticleCount;
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
  /** What rules over the whole tree know, where they are asked for. */
  readonly tree?: TreeContext;
}

/** Reads the article with an index and writes it in all formats, in memory. */
type Processor = (index: number) => ProcessedArticle;

/** Makes ready for processing articles, in any order. */
export async function createProcessor({ articles, settings, stdin, tree }: Work): Promise<Processor> {
  const exporters = await loadExporters(settings.formats);
  const marker = await loadMarker(settings.skip, tree);
  const counter = await loadCounter(settings);
  const inference = createLanguageInference(articles);
  return (index) => {
    const found = articles[index];
    if (found === undefined) throw new RangeError(`There is no article ${index}.`);
    const { path, bytes, diagnostics: reading, article: read } = readFoundArticle(found, stdin);
    if (read === undefined) return { path, bytes, pairs: nothing, compared: 0, diagnostics: reading };
    const before = countPairs(read, settings);
    if (before.found === 0) return { path, bytes, pairs: before, compared: 0, diagnostics: reading };
    const compared = countCompared(read);
    const language = chooseLanguage(read, settings, () => inference.of(index));
    const article = marker === undefined ? read : marker(read, reading, language.trgLang);
    const pairs = article === read ? before : countPairs(article, settings);
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
    if (counter === undefined) return { path, bytes, pairs, compared, diagnostics, output };
    return { path, bytes, pairs, compared, diagnostics, count: counter(article, trgLang), output };
  };
}

/** What marks pairs to be left out. Loaded only where it is asked for: nobody else waits for it. */
async function loadMarker(skip: Settings['skip'], tree: TreeContext | undefined): Promise<SkipMarker | undefined> {
  if (skip === undefined || skip.length === 0) return undefined;
  const { createSkipMarker } = await import('../check/skip.js');
  return createSkipMarker(skip, tree);
}

async function loadCounter({ stats, srcLang }: Settings): Promise<ArticleCounter | undefined> {
  if (!stats) return undefined;
  const { createArticleCounter } = await import('../stats/article.js');
  return createArticleCounter(srcLang);
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
