import type { TreeContext } from '../../check/tree/tree.js';
import { createFilter, valuesOf } from '../../memory/filter.js';
import type { MemoryOptions } from '../../memory/options.js';
import { sharedOf } from '../../memory/pairs/shared.js';
import type { HashKey } from '../../memory/store/hash.js';
import type { Diagnostic } from '../../model/diagnostics/diagnostic.js';
import { diagnosticForFile } from '../../model/diagnostics/diagnostic-kinds.js';
import type { ArticlePart } from '../../read/article.js';
import { createVersionReader, type VersionReader } from '../../read/versions/versions.js';
import type { ExportOptions } from '../../write/export-options.js';
import { writeSide } from '../../write/formats/tmx/side.js';
import { type PairCount, skipAll } from '../../write/selection.js';
import { type OpenedArticle, openArticle, openWhole } from '../articles/read.js';
import type { ExportRunOptions } from '../export/export-options.js';
import {
  type CheckedPart,
  createTally,
  firstOf,
  loadMarker,
  longestInOne,
  markPart,
  partsOf,
} from '../export/process.js';
import { chooseLanguage, type LanguageChoice } from '../language/choose.js';
import { createLanguageInference } from '../language/inference.js';
import type { Arena } from '../run/arena.js';
import type { Processor, Work } from '../run/task.js';
import { createRowCollector } from './rows/collect-rows.js';
import type { EncodedRows } from './rows/encoded-rows.js';

/** What is the same for all articles of a run. Plain data. */
export interface MemorySettings
  extends Pick<ExportOptions, 'inline' | 'trgLang'>,
    Pick<ExportRunOptions, 'skip' | 'with'>,
    Pick<MemoryOptions, 'only' | 'since' | 'where'> {
  readonly srcLang: string;
  readonly forceLang: boolean;
  /** Texts are kept as TMX has them, too: then they need not be read where entries are written. */
  readonly keepsWritten: boolean;
}

/** What a pass is given. */
export interface MemoryGiven {
  readonly settings: MemorySettings;
  readonly key: HashKey;
  /** What rules over the whole tree know, where they are asked for. */
  readonly tree?: TreeContext;
}

/** What became of an article. Plain data, and bytes. */
export interface ProcessedMemory {
  /** The size of the file; 0 where it could not be read. */
  readonly bytes: number;
  /** `exported`: those that come to the memory. */
  readonly pairs: PairCount;
  readonly compared: number;
  readonly diagnostics: readonly Diagnostic[];
  /** Only there where something comes to the memory. */
  readonly rows?: EncodedRows;
}

/** Makes ready for reading the pairs of articles. */
export async function start(
  { articles, trees, stdin, given: { settings, key, tree } }: Work<MemoryGiven>,
  arena: Arena,
): Promise<Processor<ProcessedMemory>> {
  const marker = await loadMarker(settings, tree);
  const { srcLang, inline } = settings;
  const inference = createLanguageInference({ articles, trees, srcLang });
  const filter = createFilter(settings);
  const versions = articles.at(0)?.version === undefined ? undefined : createVersionReader();
  const collector = createRowCollector({ key, inline, write: settings.keepsWritten ? writeSide : undefined });
  return (index, most) => {
    const found = articles.at(index);
    if (found === undefined) throw new RangeError(`There is no article ${index}.`);
    collector.begin(index);
    const atOnce = marker !== undefined;
    const opened = (atOnce ? openWhole : openArticle)(found, { stdin, most });
    const read = versions === undefined ? partsOf(opened, atOnce) : versionsOf(opened, atOnce, versions);
    const tally = createTally(settings);
    for (const diagnostic of opened.diagnostics) tally.diagnostics.push(diagnostic);
    const article = firstOf(read)?.article;
    const language: LanguageChoice =
      article === undefined || article.units.length === 0
        ? { args: [] }
        : chooseLanguage(article, settings, (each) => inference.of(index, each));
    const { trgLang } = language;
    const shared =
      article === undefined || trgLang === undefined
        ? undefined
        : sharedOf(article, found.path, trgLang, found.version);
    const leftOut =
      shared === undefined || article === undefined
        ? undefined
        : filter({ type: shared.type, last: shared.origin.date, valuesOf: (each) => valuesOf(article, each) });
    for (const part of read) {
      const marked: CheckedPart = marker === undefined ? part : markPart(part, marker, trgLang);
      tally.add(marked);
      if (shared !== undefined && leftOut === undefined) collector.add(marked);
    }
    const diagnostics = tally.diagnostics.sort((a, b) => a.offset - b.offset);
    if (language.diagnostic !== undefined) {
      diagnostics.unshift(diagnosticForFile(language.diagnostic, ...language.args));
    }
    const reason = trgLang === undefined ? language.diagnostic : leftOut;
    const pairs = reason === undefined ? tally.pairs() : skipAll(tally.pairs(), reason);
    const result = { bytes: opened.bytes, pairs, compared: tally.compared(), diagnostics };
    const rows = shared === undefined ? undefined : collector.take(shared, arena);
    return rows === undefined ? result : { ...result, rows };
  };
}

/** A version as a whole, of which much was read before; or what cannot be read so, as any article. */
function versionsOf(opened: OpenedArticle, atOnce: boolean, versions: VersionReader): Iterable<ArticlePart> {
  const { path, text, damaged } = opened;
  if (text === undefined || damaged || text.length > longestInOne) return partsOf(opened, atOnce);
  return [versions.read(text, { path })];
}
