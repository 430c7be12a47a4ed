import type { TreeContext } from '../../check/tree/tree.js';
import { createFilter, valuesOf } from '../../memory/filter.js';
import type { MemoryOptions } from '../../memory/options.js';
import { sharedOf } from '../../memory/pairs/shared.js';
import type { HashKey } from '../../memory/store/hash.js';
import type { Diagnostic } from '../../model/diagnostics/diagnostic.js';
import { diagnosticForFile } from '../../model/diagnostics/diagnostic-kinds.js';
import { createVersionReader } from '../../read/versions/versions.js';
import type { ExportOptions } from '../../write/export-options.js';
import { writeSide } from '../../write/formats/tmx/side.js';
import { type PairCount, skipAll } from '../../write/selection.js';
import { type OpenOptions, openArticle, openWhole } from '../articles/read.js';
import type { ExportRunOptions } from '../export/export-options.js';
import { loadMarker } from '../export/process.js';
import type { FoundArticle } from '../find/found.js';
import { chooseLanguage, type LanguageChoice } from '../language/choose.js';
import { createLanguageInference } from '../language/inference.js';
import type { Arena } from '../run/arena.js';
import type { Processor, Work } from '../run/task.js';
import { createRowCollector } from './rows/collect-rows.js';
import type { EncodedRows } from './rows/encoded-rows.js';
import { readVersionBytes } from './rows/read-bytes.js';
import { type PairsToTake, readAsVersion, readInParts, readVersionPairs } from './rows/read-pairs.js';

/** What is the same for all articles of a run. Plain data. */
export interface MemorySettings
  extends Pick<ExportOptions, 'inline' | 'trgLang'>,
    Pick<ExportRunOptions, 'skip' | 'with'>,
    Pick<MemoryOptions, 'only' | 'since' | 'where'> {
  readonly srcLang: string;
  readonly forceLang: boolean;
  /** The language of articles of which nothing says one. */
  readonly usualLang?: string;
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
  readonly rows: EncodedRows | undefined;
}

/** Makes ready for reading the pairs of articles. */
export async function start(
  { articles, trees, stdin, given: { settings, key, tree } }: Work<MemoryGiven>,
  arena: Arena,
): Promise<Processor<ProcessedMemory>> {
  const marker = await loadMarker(settings, tree);
  const { srcLang, usualLang, inline } = settings;
  const inference = createLanguageInference({ articles, trees, srcLang, usualLang });
  const filter = createFilter(settings);
  const versions = articles.at(0)?.version === undefined ? undefined : createVersionReader();
  const collector = createRowCollector({ key, inline, write: settings.keepsWritten ? writeSide : undefined });
  const readOne = (found: FoundArticle, options: OpenOptions): PairsToTake => {
    const atOnce = marker !== undefined;
    const version = atOnce || versions === undefined ? undefined : readVersionBytes(found, versions, options.most);
    if (version !== undefined) return readAsVersion(version, { settings, collector });
    const opened = (atOnce ? openWhole : openArticle)(found, options);
    const pairsOfVersion = atOnce || versions === undefined ? undefined : readVersionPairs(opened, versions);
    return pairsOfVersion === undefined
      ? readInParts(opened, { settings, marker, versions, collector })
      : readAsVersion({ ...opened, version: pairsOfVersion }, { settings, collector });
  };
  return (index, most) => {
    const found = articles.at(index);
    if (found === undefined) throw new RangeError(`There is no article ${index}.`);
    if (collector.begin(index)) versions?.forget();
    const read = readOne(found, { stdin, most });
    const { header } = read;
    const language: LanguageChoice =
      header === undefined || !read.holdsUnits
        ? { args: [] }
        : chooseLanguage(header, settings, () => inference.of(index, read.texts()));
    const { trgLang } = language;
    const shared =
      header === undefined || trgLang === undefined ? undefined : sharedOf(header, found.path, trgLang, found.version);
    const leftOut =
      shared === undefined || header === undefined
        ? undefined
        : filter({ type: shared.type, last: shared.origin.date, valuesOf: (each) => valuesOf(header, each) });
    const { found: tallied, compared, diagnostics } = read.take(trgLang, shared !== undefined && leftOut === undefined);
    if (language.diagnostic !== undefined) {
      diagnostics.unshift(diagnosticForFile(language.diagnostic, ...language.args));
    }
    const reason = trgLang === undefined ? language.diagnostic : leftOut;
    const pairs = reason === undefined ? tallied : skipAll(tallied, reason);
    const rows = shared === undefined ? undefined : collector.take(shared, arena);
    return { bytes: read.bytes, pairs, compared, diagnostics, rows };
  };
}
