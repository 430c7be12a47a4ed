import type { Leaving, SkipMarker } from '../../check/skip.js';
import type { TreeContext } from '../../check/tree/tree.js';
import type { Article, TranslationType, Unit } from '../../model/article.js';
import type { Diagnostic } from '../../model/diagnostics/diagnostic.js';
import { diagnosticForFile } from '../../model/diagnostics/diagnostic-kinds.js';
import type { ArticlePart } from '../../read/article.js';
import type { ArticleCounter } from '../../stats/article.js';
import type { ArticleCount } from '../../stats/stats.js';
import type { ExportOptions } from '../../write/export-options.js';
import type { ExportItem } from '../../write/exporter.js';
import type { Format } from '../../write/formats.js';
import { stemOf } from '../../write/identity.js';
import { addCounts, type PairCount, pairsOf, skipAll } from '../../write/selection.js';
import { type OpenedArticle, openArticle, openWhole, readParts, readWhole } from '../articles/read.js';
import { chooseLanguage, type LanguageChoice } from '../language/choose.js';
import { createLanguageInference } from '../language/inference.js';
import { type Exporters, exportersOf, filesOf, ofFormat, prepareExporters } from '../places/exporters.js';
import type { Arena, Piece } from '../run/arena.js';
import type { Processor, Work } from '../run/task.js';
import { leavesOut } from '../tree/leaving.js';
import type { ExportRunOptions } from './export-options.js';

/** What is the same for all articles of a run. Plain data. */
export interface Settings extends ExportOptions, ExportRunOptions {
  readonly srcLang: string;
  /** The names of formats; those that are not listed are in `ExportGiven.exporters`. */
  readonly formats: readonly string[];
  readonly forceLang: boolean;
}

/** What became of an article. Plain data, and bytes. */
export interface ProcessedArticle {
  /** The size of the file; 0 where it could not be read. */
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
  /** By the name of the format, for each of its files; without the begin and the end of a document. */
  readonly bytes: Readonly<Record<string, readonly (readonly Piece[])[]>>;
}

const nothing: PairCount = { found: 0, exported: 0, skipped: {} };

/** What is the same for all articles of a run. Plain data, but for exporters of the caller. */
export interface ExportGiven {
  readonly settings: Settings;
  /** Those of formats that are not listed: only the caller's thread has those. */
  readonly exporters?: Exporters;
  /** What rules over the whole tree know, where they are asked for. */
  readonly tree?: TreeContext;
}

/** Articles of more characters are read and written in parts, each of this many pairs or a few more. */
export const longestInOne: number = 1 << 24;
const pairsPerPart = 10_000;

/** Makes ready for reading articles and writing them in all formats, in memory. Their bytes are pieces of the arena. */
export async function start(
  { articles, trees, stdin, given: { settings, tree, exporters: own } }: Work<ExportGiven>,
  arena: Arena,
): Promise<Processor<ProcessedArticle>> {
  const exporters = own ?? exportersOf(settings.formats as readonly Format[]);
  await prepareExporters(exporters);
  const marker = await loadMarker(settings, tree);
  const counter = await loadCounter(settings);
  const inference = createLanguageInference({ articles, trees, srcLang: settings.srcLang });
  return (index, most) => {
    const found = articles.at(index);
    if (found === undefined) throw new RangeError(`There is no article ${index}.`);
    const { path } = found;
    // What is left out by findings, what is counted, and exporters that may not know of parts, have articles as a whole.
    const atOnce = marker !== undefined || counter !== undefined || exporters.some(({ takesParts }) => !takesParts);
    const opened = (atOnce ? openWhole : openArticle)(found, { stdin, most });
    const read = partsOf(opened, atOnce);
    const tally = createTally(settings);
    for (const diagnostic of opened.diagnostics) tally.diagnostics.push(diagnostic);
    const first = firstOf(read)?.article;
    const language: LanguageChoice =
      first === undefined || first.units.length === 0
        ? { args: [] }
        : chooseLanguage(first, settings, (each) => inference.of(index, each));
    const { trgLang } = language;
    const parts: Iterable<CheckedPart> =
      marker === undefined ? read : Array.from(read, (part) => markPart(part, marker, trgLang));
    const marked = marker === undefined ? undefined : firstOf(parts);
    const article = marker === undefined ? first : marked?.article;
    const type = article?.localization.translationType ?? 'unknown';
    const leftOut = settings.only !== undefined && settings.only !== type ? 'only' : undefined;
    let output: ArticleOutput | undefined;
    if (article === undefined || trgLang === undefined || leftOut !== undefined) {
      for (const part of parts) tally.add(part);
    } else {
      const stem = stemOf(article, path);
      const given = { article, path, trgLang, stem };
      const item: ExportItem = marked?.findings === undefined ? given : { ...given, findings: marked.findings };
      output = { trgLang, stem, type, bytes: writeAll(item, parts, tally, settings, exporters, arena) };
    }
    const diagnostics = tally.diagnostics.sort((a, b) => a.offset - b.offset);
    if (language.diagnostic !== undefined) {
      diagnostics.unshift(diagnosticForFile(language.diagnostic, ...language.args));
    }
    const reason = trgLang === undefined ? language.diagnostic : leftOut;
    const pairs = reason === undefined ? tally.pairs() : skipAll(tally.pairs(), reason);
    const { bytes } = opened;
    const compared = tally.compared();
    if (article === undefined || trgLang === undefined || output === undefined || pairs.exported === 0)
      return { bytes, pairs, compared, diagnostics };
    return counter === undefined
      ? { bytes, pairs, compared, diagnostics, output }
      : { bytes, pairs, compared, diagnostics, count: counter(article, trgLang), output };
  };
}

/** What marks pairs to be left out. Loaded only where it is asked for: nobody else waits for it. */
export async function loadMarker(settings: Leaving, tree: TreeContext | undefined): Promise<SkipMarker | undefined> {
  if (!leavesOut(settings)) return undefined;
  const { createSkipMarker } = await import('../../check/skip.js');
  return createSkipMarker(settings, tree);
}

async function loadCounter({ stats, srcLang }: Settings): Promise<ArticleCounter | undefined> {
  if (!stats) return undefined;
  const { createArticleCounter } = await import('../../stats/article.js');
  return createArticleCounter(srcLang);
}

/** A part, with what was found in its pairs where rules were run. */
export interface CheckedPart extends ArticlePart {
  readonly findings?: ReadonlyMap<string, readonly string[]>;
}

export function markPart(part: ArticlePart, marker: SkipMarker, trgLang: string | undefined): CheckedPart {
  return { ...part, ...marker(part.article, part.diagnostics, trgLang) };
}

/** All of an article at once; or, where that would take too much memory, in parts that are read anew each time. */
export function partsOf(opened: OpenedArticle, atOnce: boolean): Iterable<ArticlePart> {
  if (atOnce || (opened.text?.length ?? 0) <= longestInOne) {
    const whole = readWhole(opened);
    return whole === undefined ? [] : [whole];
  }
  return { [Symbol.iterator]: () => readParts(opened, pairsPerPart) };
}

export function firstOf<T>(items: Iterable<T>): T | undefined {
  const [first] = items;
  return first;
}

/** What there is to say of an article, part by part. */
export interface Tally {
  add(part: ArticlePart): void;
  readonly diagnostics: Diagnostic[];
  pairs(): PairCount;
  compared(): number;
}

export function createTally(settings: ExportOptions): Tally {
  const diagnostics: Diagnostic[] = [];
  let pairs = nothing;
  let compared = 0;
  return {
    add(part) {
      for (const diagnostic of part.diagnostics) diagnostics.push(diagnostic);
      const counted = pairsOf(part.article, settings);
      pairs = pairs === nothing ? counted : addCounts(pairs, counted);
      // All that is exported was compared, and more only where markup is left out.
      compared += settings.inline === 'strip' ? countCompared(part.article) : counted.exported;
    },
    diagnostics,
    pairs: () => pairs,
    compared: () => compared,
  };
}

function countCompared({ units }: Article): number {
  let compared = 0;
  for (const { parts } of units) {
    for (const part of parts) if (part.kind === 'segment' && !part.recovered && part.skip === undefined) compared++;
  }
  return compared;
}

/** Writes all formats, and counts what is written on the first way through the parts. */
function writeAll(
  item: ExportItem,
  parts: Iterable<ArticlePart>,
  tally: Tally,
  settings: Settings,
  exporters: Exporters,
  arena: Arena,
): ArticleOutput['bytes'] {
  // Nearly all articles are one part: `item` has all units of those, and a generator would only cost time.
  const whole = Array.isArray(parts);
  if (whole) for (const part of parts) tally.add(part);
  let counted = whole;
  return Object.fromEntries(
    exporters.map((exporter) => [
      exporter.name,
      filesOf(exporter).map((file) => {
        const all = whole ? item : { ...item, units: unitsOf(parts, counted ? undefined : tally) };
        counted = true;
        return ofFormat(exporter, () => arena.encode(file.article(all, settings)));
      }),
    ]),
  );
}

/**
 * The units of all parts, counted where there is a tally.
 *
 * No closure: each closure of a generator brings a hidden class with it, which keeps the article until a full collection.
 */
function* unitsOf(parts: Iterable<ArticlePart>, tally: Tally | undefined): Generator<Unit, void, undefined> {
  for (const part of parts) {
    tally?.add(part);
    yield* part.article.units;
  }
}
