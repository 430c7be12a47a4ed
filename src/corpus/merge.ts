import { readFileSync, statSync } from 'node:fs';
import { isLeft } from 'fp-ts/lib/These.js';
import { type MergeTmxOptions, openTmx } from '../merge/memory.js';
import { openXliff } from '../merge/merge.js';
import type { Merged, MergeInto } from '../merge/merged.js';
import { longestDocument } from '../merge/open.js';
import type { Article } from '../model/article.js';
import { type Diagnostic, diagnosticForFile } from '../model/diagnostic.js';
import { decodeDocument } from './decode.js';
import { CorpusError, reasonOf } from './error.js';
import { createPairWatch } from './no-pairs.js';
import { readFoundArticle } from './read.js';

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
}

const largest = String(longestDocument / 1024 / 1024);

/**
 * Merges a document that a CAT tool gives back, XLIFF or TMX, into an article. Nothing is written.
 *
 * An article with bytes that are not UTF-8 is refused, because they would be lost. `stdin`: the bytes of the article
 * where its path is `-`.
 *
 * @throws {CorpusError} `input`: one of the files cannot be read.
 */
export function mergeFile(
  path: string,
  document: string,
  options: MergeTmxOptions = {},
  stdin?: Uint8Array,
): MergedArticle {
  const text = readDocument(document);
  const found = { path: path === '-' ? 'stdin' : path.replaceAll('\\', '/'), file: path === '-' ? undefined : path };
  const { article, diagnostics: articleDiagnostics } = readFoundArticle({ ...found, name: path }, stdin);
  const [unreadable] = articleDiagnostics.filter(({ code }) => code === 'input/unreadable');
  if (unreadable !== undefined) throw new CorpusError('input', `${path}: ${unreadable.message}`);
  const result = { path, document, articleDiagnostics };
  const isDamaged = articleDiagnostics.some(({ code }) => code.startsWith('input/'));
  if (article === undefined || isDamaged) return { ...result, diagnostics: [] };
  const noPairs = noPairsIn(path, article, articleDiagnostics);
  if (noPairs !== undefined)
    return { ...result, articleDiagnostics: [noPairs, ...articleDiagnostics], diagnostics: [] };
  if (text === undefined) {
    return { ...result, diagnostics: [diagnosticForFile('merge/too-large', largest)] };
  }
  const read = openText(text, options)(article);
  if (isLeft(read)) return { ...result, diagnostics: read.left };
  return { ...result, diagnostics: read._tag === 'Both' ? read.left : [], merged: read.right };
}

function noPairsIn(path: string, { units }: Article, diagnostics: readonly Diagnostic[]): Diagnostic | undefined {
  const watch = createPairWatch();
  watch.add(path, units.length, diagnostics);
  return watch.finding([path], [{ path, file: path, name: path }])?.diagnostic;
}

/** Reads a document, XLIFF or TMX, once, for any number of articles. */
function openText(text: string, options: MergeTmxOptions): MergeInto {
  const isMemory = /<(?:[\w.-]+:)?tmx[\s>]/.test(text.slice(0, 4096));
  return isMemory ? openTmx(text, options) : openXliff(text, options);
}

/**
 * Reads a document that a CAT tool gives back, XLIFF or TMX, to be merged into any number of articles.
 *
 * @throws {CorpusError} `input`: it cannot be read.
 */
export function openDocument(document: string, options: MergeTmxOptions): MergeInto {
  const text = readDocument(document);
  if (text === undefined) throw new CorpusError('input', `${document}: is larger than ${largest} MB.`);
  return openText(text, options);
}

/** The text of a document; `undefined` where it is too large: then it is not even opened. */
function readDocument(document: string): string | undefined {
  try {
    return statSync(document).size > longestDocument ? undefined : decodeDocument(readFileSync(document));
  } catch (error) {
    throw new CorpusError('input', `${document}: cannot be read: ${reasonOf(error)}.`, { cause: error });
  }
}
