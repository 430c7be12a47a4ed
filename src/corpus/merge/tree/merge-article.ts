import { combineMerged } from '../../../merge/combine.js';
import { createMemoryChoice, hasKeyOf, type MemoriesByKey } from '../../../merge/memory/memories-by-key.js';
import { sourceKeysOf } from '../../../merge/memory/open-pairs.js';
import type { Merged, MergeInto, MergeOptions } from '../../../merge/merged.js';
import { mergeUntouched } from '../../../merge/untouched-document.js';
import type { Article } from '../../../model/article.js';
import type { Diagnostic } from '../../../model/diagnostics/diagnostic.js';
import { diagnosticForFile } from '../../../model/diagnostics/diagnostic-kinds.js';
import { carrierOf } from '../../../read/carriers/carriers.js';
import { defaultSrcLang } from '../../../write/export-options.js';
import { countPairs } from '../../../write/selection.js';
import type { DocumentText } from '../../../xml/document-text.js';
import { ofWholeArticle } from '../../articles/damage.js';
import { readFoundArticle } from '../../articles/read.js';
import { chooseLanguage } from '../../language/choose.js';
import { createLanguageInference } from '../../language/inference.js';
import type { Arena, Piece } from '../../run/arena.js';
import type { Processor, Work } from '../../run/task.js';
import type { MergeFileOptions } from '../merge.js';
import type { MergeChange } from './document-result.js';
import {
  type DocumentResult,
  noDiagnostics,
  noResult,
  orUnreadable,
  type PlannedFile,
  resultOf,
} from './document-result.js';
import { createDocumentCache, type DocumentCache, type SharedDocument } from './documents/document-cache.js';
import { mergePlainArticle } from './merge-plain-article.js';

/** What is the same for all articles of a run. Plain data. */
export interface MergeGiven {
  readonly documents: readonly SharedDocument[];
  /** What messages call the documents. */
  readonly names: readonly string[];
  /** By the places of the articles of the pass. */
  readonly files: ReadonlyMap<number, readonly PlannedFile[]>;
  /** The memories among the documents: they may be of any article. */
  readonly memories: readonly number[];
  /** Of several memories: which of them have something for an article. */
  readonly byKey?: MemoriesByKey;
  readonly options: Omit<MergeFileOptions, 'carrier'>;
  /** Articles in which nothing changes are not written. */
  readonly isInPlace: boolean;
  /** Nothing is written. */
  readonly isDry: boolean;
}

/** What became of an article. Plain data, and bytes. */
export interface MergedOne {
  /** The size of the file; 0 where it could not be read. */
  readonly bytes: number;
  readonly pairs: number;
  readonly results: readonly DocumentResult[];
  /** What keeps the article from being written, with places in it. */
  readonly diagnostics: readonly Diagnostic[];
  readonly changes: readonly MergeChange[];
  readonly isMarked: boolean;
  /** It is to be written; empty where nothing is. */
  readonly output?: readonly Piece[];
}

/** A memory has nothing for an article. Of a tree that is so for many. */
const nothing: ReadonlySet<string> = new Set(['merge/no-match', 'merge/no-entry']);
/** What a document made of an article, and the article. */
interface Made {
  readonly result: DocumentResult;
  readonly merged?: Merged;
}

/** Makes ready for merging articles, each with all documents that are of it, in memory. */
export function start(
  { articles, trees, stdin, given }: Work<MergeGiven>,
  arena: Arena,
): Promise<Processor<MergedOne>> {
  const { documents, names, files, memories, byKey, options, isInPlace, isDry } = given;
  const { markHuman = false, trgLang: asked, srcLang = defaultSrcLang } = options;
  const { requireAll: _, sideBySide: __, lastHandoff: ___, ...ofPairs } = options;
  const cache = createDocumentCache(documents, { ...ofPairs, markHuman: false });
  const inference = createLanguageInference({ articles, trees, srcLang });
  const known = memories.map((document) => documents[document]?.passed?.index);
  /** The article in the language that it is taken to be in; `undefined`: nothing of a memory is for it. */
  const inLanguage = (article: Article, index: number): Article | Diagnostic | undefined => {
    const rules = { srcLang, forceLang: false, ...(asked === undefined ? {} : { trgLang: asked }) };
    const { trgLang, diagnostic, args } = chooseLanguage(article, rules, (each) => inference.of(index, each));
    if (trgLang !== undefined) return { ...article, localization: { ...article.localization, trgLang } };
    // Of an article that no memory speaks of, nobody needs to know it.
    const isAsked = diagnostic === 'language/missing' && known.some((each) => hasKeyOf(each, sourceKeysOf(article)));
    return isAsked ? diagnosticForFile(diagnostic, ...args) : undefined;
  };
  const choice = byKey && createMemoryChoice(known, byKey);
  /** The memories that have something to say of an article. */
  const memoriesOf = (article: Article): readonly number[] => {
    const trgLang = asked ?? article.localization.trgLang;
    if (choice === undefined || trgLang === undefined || carrierOf(article) === undefined) return memories;
    return choice.for(sourceKeysOf(article), trgLang).flatMap((place) => memories[place] ?? []);
  };
  return Promise.resolve((index) => {
    const found = articles.at(index);
    if (found === undefined) throw new RangeError(`There is no article ${index}.`);
    const { article, bytes, diagnostics } = readFoundArticle(found, { stdin, anyway: true });
    const planned = files.get(index) ?? [];
    const pairs = article === undefined ? 0 : countPairs(article).found;
    const left = { bytes, pairs, changes: [], isMarked: false };
    if (article === undefined || diagnostics.some(({ code }) => code.startsWith('input/'))) {
      const results = planned.map(({ document }) => ({ document, isOfArticle: true, ...noResult }));
      const isWanted = planned.length > 0 || (memories.length > 0 && (pairs > 0 || article === undefined));
      return { ...left, results, diagnostics: isWanted ? ofWholeArticle(diagnostics) : noDiagnostics };
    }
    const plain =
      pairs === 0 && memories.length === 0 ? mergePlainArticle(cache, article, planned, names, options) : undefined;
    if (plain !== undefined) {
      const { text, ...whole } = isInPlace
        ? { ...plain, text: undefined, diagnostics: [diagnosticForFile('merge/in-place')] }
        : plain;
      return { ...left, ...whole, ...(text === undefined ? {} : { output: isDry ? [] : arena.encode([text]) }) };
    }
    const made = planned.map((file) => mergeFile(cache, article, file, ofPairs));
    const own: Diagnostic[] = [];
    const ours = memories.length === 0 || pairs === 0 ? undefined : inLanguage(article, index);
    if (ours !== undefined && 'code' in ours) own.push(ours);
    else if (ours !== undefined) for (const each of memoriesOf(ours)) made.push(mergeMemory(cache, ours, each));
    const results = made.map(({ result }) => result);
    const merged = made.flatMap((each) =>
      each.result.isOfArticle && each.merged !== undefined ? { ...each, merged: each.merged } : [],
    );
    const carrier = carrierOf(article);
    if (merged.length === 0 || carrier === undefined) return { ...left, results, diagnostics: own };
    const whole = combineMerged(
      { article, carrier },
      merged.map((each) => each.merged),
      { markHuman, hasTitle: planned.length > 0 },
    );
    if ('length' in whole) {
      const nameOf = (at: number): string => names[merged[at]?.result.document ?? -1] ?? '';
      const conflicts = whole.map(({ change: { id, line, column, offset }, between: [one, other] }) => {
        const conflict = diagnosticForFile('merge/conflict', nameOf(one), nameOf(other), id);
        return { ...conflict, line, column, offset };
      });
      return { ...left, results, diagnostics: [...own, ...conflicts] };
    }
    const { text, changes, isMarked } = whole;
    const isWritten = !isInPlace || changes.length > 0 || isMarked;
    return {
      ...left,
      results,
      diagnostics: own,
      changes: changes.map(({ id, line, column, before, after }) => ({ id, line, column, before, after })),
      isMarked,
      ...(isWritten ? { output: isDry ? [] : arena.encode([text]) } : {}),
    };
  });
}

function mergeFile(
  cache: DocumentCache,
  article: Article,
  { document, file, original }: PlannedFile,
  options: MergeOptions,
): Made {
  const result = { ...noResult, document, isOfArticle: true };
  const read = (merge: MergeInto): Made => {
    const own = merge.files?.[file];
    if (merge.files !== undefined && own?.original !== original) {
      return { result: { ...result, diagnostics: [diagnosticForFile('merge/no-article', original)] } };
    }
    return toMade(document, merge(article, own));
  };
  const quick = (text: DocumentText): Made | undefined => {
    const merged = mergeUntouched(article, text, original, options);
    return merged && { result, merged };
  };
  return orUnreadable<Made>(document, () => cache.use(document, read, quick));
}

function mergeMemory(cache: DocumentCache, article: Article, document: number): Made {
  return orUnreadable<Made>(document, () =>
    cache.use(document, (merge) => {
      const made = toMade(document, merge(article));
      if (!made.result.diagnostics.some(({ code }) => nothing.has(code))) return made;
      return { result: { ...made.result, isOfArticle: false } };
    }),
  );
}

function toMade(document: number, read: ReturnType<Parameters<Parameters<DocumentCache['use']>[1]>[0]>): Made {
  const result = resultOf(document, read._tag === 'Right' ? noDiagnostics : read.left);
  return read._tag === 'Left' ? { result } : { result, merged: read.right };
}
