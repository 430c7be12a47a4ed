import type { MergeFinding } from '../../merge/finding.js';
import { type MergeTmxOptions, openTmx } from '../../merge/memory/memory.js';
import type { MemoryIndex } from '../../merge/memory/memory-index.js';
import { openXliff } from '../../merge/merge.js';
import type { Merged, MergeInto } from '../../merge/merged.js';
import { mergeOptionKinds } from '../../merge/merged.js';
import { rootOf } from '../../merge/open.js';
import type { Article } from '../../model/article.js';
import type { Diagnostic } from '../../model/diagnostics/diagnostic.js';
import { type OptionKindsOf, text as textKind, truth } from '../../model/options.js';
import { defaultSrcLang } from '../../write/export-options.js';
import type { DocumentText } from '../../xml/document-text.js';
import { ofWholeArticle } from '../articles/damage.js';
import { createPairWatch } from '../articles/no-pairs.js';
import { readFoundArticle } from '../articles/read.js';
import { CorpusError } from '../error.js';
import { openDocumentFile } from '../files/documents/open-document.js';
import { readOnce } from '../files/read-once.js';
import type { FoundArticle } from '../find/find.js';
import { checkLanguages } from '../language/choose.js';
import { statsOf } from '../sinks/file-place.js';
import { requireUsage } from '../usage.js';
import { type MergedPlain, type MergePlainOptions, mergePlain } from './merge-plain.js';

/** An article that a document was merged into. */
export interface MergedArticle {
  /** The path of the article. */
  readonly path: string;
  /** The path of the document. */
  readonly document: string;
  /** What is wrong with the article itself, with places in it. */
  readonly articleDiagnostics: readonly Diagnostic[];
  /** What is wrong with the document, with places in that. */
  readonly diagnostics: readonly Diagnostic[];
  /** Not there where the document, or the article, was refused: then nothing must be written. */
  readonly merged?: Merged;
  /** Only there where the article was in one language, and became the article in another one. */
  readonly plain?: MergedPlain;
}

/** How a document is merged into one article. */
export interface MergeFileOptions extends MergeTmxOptions, Omit<MergePlainOptions, keyof MergeTmxOptions> {}

/** What its options take. */
export const mergeFileKinds: OptionKindsOf<MergeFileOptions> = {
  ...mergeOptionKinds,
  requireAll: truth,
  sideBySide: truth,
  lastHandoff: textKind,
};

/**
 * Merges a document that a CAT tool gives back, XLIFF or TMX, into an article. Nothing is written.
 *
 * An article in Markdown that has no pairs is in one language: with the XLIFF that was made of it, it becomes the article in
 * the target language, or a side-by-side article (`sideBySide`). Segments without a target stay as they are, or nothing
 * is to be written (`requireAll`).
 *
 * An article with bytes that are not UTF-8 is refused, because they would be lost. `stdin`: the bytes of the article
 * where its path is `-`. `signal`: stops it; the promise rejects with the reason of the signal.
 *
 * @throws {CorpusError} `usage`: an option has a value that it does not take, or both languages are the same; `input`: one of
 * the files cannot be read.
 */
export async function mergeFile(
  path: string,
  document: string,
  options: MergeFileOptions = {},
  stdin?: Uint8Array,
  signal?: AbortSignal,
): Promise<MergedArticle> {
  requireUsage(options, mergeFileKinds);
  checkLanguages(options.srcLang ?? defaultSrcLang, options.trgLang);
  const found = await findArticle(path, signal);
  const text = await openDocumentFile(document, signal);
  try {
    const { article, diagnostics: articleDiagnostics } = readFoundArticle(found, { stdin, anyway: true });
    const unreadable = articleDiagnostics.find(({ code }) => code === 'input/unreadable' || code === 'input/too-large');
    if (unreadable !== undefined) throw new CorpusError('input', `${path}: ${unreadable.message}`);
    const result = { path, document, articleDiagnostics };
    const isDamaged = articleDiagnostics.some(({ code }) => code.startsWith('input/'));
    if (article === undefined || isDamaged) {
      return { ...result, articleDiagnostics: ofWholeArticle(articleDiagnostics), diagnostics: [] };
    }
    const noPairs = noPairsIn(path, article, articleDiagnostics);
    if (noPairs !== undefined) {
      const plain = mayBePlain(article) && rootOf(text) !== 'tmx';
      const merged = plain ? mergePlain(found.path, article.text, text, plainOptions(options)) : undefined;
      if (merged !== undefined && !merged.isOfPairs) return { ...result, ...merged.result };
      return {
        ...result,
        articleDiagnostics: [noPairs, ...articleDiagnostics],
        diagnostics: merged?.result.diagnostics ?? [],
      };
    }
    requireSideBySide(path, options);
    const read = openText(text, tmxOptions(options), article)(article);
    if (read._tag === 'Left') return { ...result, diagnostics: read.left };
    return { ...result, diagnostics: read._tag === 'Both' ? read.left : [], merged: read.right };
  } finally {
    text.close();
  }
}

/** Only Markdown is read in one language. */
function mayBePlain({ carrier }: Article): boolean {
  return carrier === undefined;
}

function plainOptions({ srcLang: _, markHuman: __, carrier: ___, ...options }: MergeFileOptions): MergePlainOptions {
  return options;
}

function tmxOptions({
  requireAll: _,
  sideBySide: __,
  lastHandoff: ___,
  ...options
}: MergeFileOptions): MergeTmxOptions {
  return options;
}

/** @throws {CorpusError} `usage`: an option is for articles in one language. */
function requireSideBySide(path: string, { requireAll = false, sideBySide = false }: MergeFileOptions): void {
  const names = [...(requireAll ? ['--require-all'] : []), ...(sideBySide ? ['--side-by-side'] : [])];
  if (names.length === 0) return;
  throw new CorpusError(
    'usage',
    `${path} is side-by-side already, and ${names.join(' and ')} ${names.length === 1 ? 'is' : 'are'} for articles in one language; merge without, or give the English article.`,
  );
}

/** What there is at a path; of a pipe or a device all that it gives. */
async function findArticle(path: string, signal: AbortSignal | undefined): Promise<FoundArticle> {
  if (path === '-') return { path: 'stdin', file: undefined, name: path };
  const found = { path: path.replaceAll('\\', '/'), file: path, name: path };
  const stats = statsOf(path);
  if (stats === undefined || stats.isFile() || stats.isDirectory()) return found;
  return { ...found, content: await readOnce(path, signal) };
}

function noPairsIn(path: string, { units }: Article, diagnostics: readonly Diagnostic[]): Diagnostic | undefined {
  const watch = createPairWatch();
  watch.add(path, units.length, diagnostics);
  return watch.finding([path], [{ path, file: path, name: path }])?.diagnostic;
}

/** Reads a document, XLIFF or TMX, once, for any number of articles. `index`: that of a memory, as for `openTmx`. */
export function openText(
  text: DocumentText,
  options: MergeTmxOptions,
  only?: Article,
  index?: MemoryIndex | MergeFinding,
): MergeInto {
  if (index !== undefined || rootOf(text) === 'tmx') return openTmx(text, options, only, index);
  return openXliff(text, options, only === undefined ? {} : { only });
}

/** A document that articles are merged with; close it when all is done. */
export interface OpenDocument {
  readonly mergeInto: MergeInto;
  close(): void;
}

/**
 * Reads a document that a CAT tool gives back, XLIFF or TMX, to be merged into any number of articles.
 *
 * @throws {CorpusError} `input`: it cannot be read.
 */
export async function openDocument(
  document: string,
  options: MergeTmxOptions,
  signal?: AbortSignal,
): Promise<OpenDocument> {
  const text = await openDocumentFile(document, signal);
  try {
    return { mergeInto: openText(text, options), close: text.close };
  } catch (error) {
    text.close();
    throw error;
  }
}
