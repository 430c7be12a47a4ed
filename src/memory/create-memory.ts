import type { Article } from '../model/article.js';
import type { Diagnostic } from '../model/diagnostics/diagnostic.js';
import type { MemoryEntry } from '../model/memory/entry.js';
import { type OptionKindsOf, requireOptions, text } from '../model/options.js';
import { entryOf } from '../read/memory/entry.js';
import { createMemoryReader } from '../read/memory/reader.js';
import { defaultSrcLang, type ExportOptions, exportOptions } from '../write/export-options.js';
import { countPairs } from '../write/selection.js';
import { createBuilder } from './builder.js';
import type { MemoryCount } from './count.js';
import { allSteps } from './entries/steps.js';
import { createFilter, valuesOf } from './filter.js';
import { type MemoryOptions, memoryOptions, wrongMemoryOption } from './options.js';
import { createPairHasher } from './pairs/pair-hashes.js';
import { rowsOf } from './pairs/rows.js';
import { sharedOf } from './pairs/shared.js';
import { createTextHash, randomKey } from './store/hash.js';
import { addLost, addUnit } from './translations.js';

/** How a memory is made. */
export interface CreateMemoryOptions
  extends MemoryOptions,
    Pick<ExportOptions, 'srcLang' | 'trgLang' | 'inline' | 'context'> {
  /** Articles may come in several versions: a place of several of them counts once. Default: each counts. */
  readonly versions?: boolean;
}

/** Where a version of an article comes from, as far as its front matter does not say it. */
export interface VersionOptions {
  /** The day of the commit, `YYYY-MM-DD`: taken where the article names no hand-off. */
  readonly date?: string;
  /** The commit. */
  readonly commit?: string;
}

/** A memory that grows. */
export interface Memory {
  /**
   * Adds the pairs of an article, and gives how many came in. One without a path is known by the hash of its source only;
   * one without a language takes `trgLang`, and where there is none its pairs are left out under `language/missing`.
   */
  add(article: Article, version?: VersionOptions): number;
  /**
   * Adds the translations of a document: TMX 1.1 to 1.4b, XLIFF 2 or 1.2. Gives what is wrong with it; the rest of it is
   * taken.
   */
  add(document: string): readonly Diagnostic[];
  /** The entries, chosen by the policy, in the order of their first places. */
  entries(): readonly MemoryEntry[];
  /** What came in, and what became of it. */
  count(): MemoryCount;
}

/** Made when it is asked for: what is made by a module that is loaded stays in bundles that do not need it. */
function optionKinds(): OptionKindsOf<CreateMemoryOptions> {
  const { srcLang, trgLang, inline, context } = exportOptions;
  return { ...memoryOptions, srcLang, trgLang, inline, context, versions: { kind: 'truth' } };
}

const versionKinds: OptionKindsOf<VersionOptions> = { date: text, commit: text };

/**
 * Makes a memory: each thing that was translated once, with the best of its translations, of articles and of memories that
 * there are. All is kept in memory; `memoryCorpus` of `sspr-tm/node` keeps texts in a file where there are many.
 *
 * @throws {RangeError} There is no such option, or its value is none that it takes.
 * @example
 * const memory = createMemory({ trgLang: 'de-DE' });
 * for (const target of ['Hallo', 'Hallo', 'Guten Tag']) {
 *   const source = '<span class="sxs-lookup"><span data-stu-id="1a2b3-101">Hello</span></span>';
 *   const article = articleOf(parseArticle(`<span data-ttu-id="1a2b3-101">${target}</span>${source}`));
 *   if (article !== undefined) memory.add(article);
 * }
 * memory.entries().map(({ source, targets: [best] }) => `${source.text}: ${best?.text}, ${best?.count}`) // ['Hello: Hallo, 2']
 * memory.count().leftOut // { duplicate: 1, replaced: 1 }
 */
export function createMemory(options: CreateMemoryOptions = {}): Memory {
  requireOptions(options, optionKinds());
  const wrong = wrongMemoryOption(options);
  if (wrong !== undefined) throw new RangeError(wrong);
  const source = options.srcLang ?? defaultSrcLang;
  const builder = createBuilder({
    policy: options.keep ?? 'best',
    srcLang: source,
    join: options.join === true,
    hasNeighbours: options.context !== undefined && options.context !== 'none',
    hasVersions: options.versions === true,
  });
  const filter = createFilter(options);
  const hashesOf = createPairHasher({ hash: createTextHash(randomKey()), inline: options.inline });
  const addArticle = (article: Article, version: VersionOptions = {}): number => {
    requireOptions(version, versionKinds);
    const { exported, skipped } = countPairs(article, options.inline === undefined ? {} : { inline: options.inline });
    for (const [reason, count] of Object.entries(skipped)) builder.leaveOut(reason, count);
    const language = article.localization.trgLang ?? options.trgLang;
    const shared = sharedOf(article, article.path ?? '', language ?? 'und', version);
    const reason =
      language === undefined
        ? 'language/missing'
        : filter({ type: shared.type, last: shared.origin.date, valuesOf: (key) => valuesOf(article, key) });
    if (reason !== undefined) {
      builder.leaveOut(reason, exported);
      return 0;
    }
    builder.addArticle(rowsOf(article, hashesOf, options.inline), shared);
    return exported;
  };
  const addDocument = (document: string): readonly Diagnostic[] => {
    const reader = createMemoryReader();
    for (const units of [reader.push(document), reader.end()]) {
      for (const unit of units)
        addUnit(entryOf(unit, { srcLang: source }), { builder, hashesOf, inline: options.inline, filter });
    }
    addLost(reader.lost, builder);
    return reader.diagnostics;
  };
  function add(article: Article, version?: VersionOptions): number;
  function add(document: string): readonly Diagnostic[];
  function add(given: Article | string, version?: VersionOptions): number | readonly Diagnostic[] {
    return typeof given === 'string' ? addDocument(given) : addArticle(given, version);
  }
  return {
    add,
    entries: () => [...allSteps(builder.build()).memory.entries()],
    count: () => allSteps(builder.build()).memory.count,
  };
}
