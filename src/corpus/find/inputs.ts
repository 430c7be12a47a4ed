import type { Readable } from 'node:stream';
import type { Diagnostic } from '../../model/diagnostics/diagnostic.js';
import { diagnosticForFile } from '../../model/diagnostics/diagnostic-kinds.js';
import { carriers } from '../../read/carriers/carriers.js';
import { CorpusError } from '../error.js';
import { TooLargeError } from '../files/read-file.js';
import { readUpTo } from '../files/read-once.js';
import { mostPipedBytes } from '../limits.js';
import { type FindOptions, type FoundArticle, findArticles, namedPathOf } from './find.js';
import { sameName } from './same-name.js';

/** What there is to work on. */
export interface Inputs {
  /** In the order of the bytes of their paths. */
  readonly articles: readonly FoundArticle[];
  /** Folders that cannot be read, and files without a name of their own: there is only something to say of them. */
  readonly others: readonly OtherFile[];
  /** The folders that hold a tree each, absolute. */
  readonly trees: readonly string[];
}

/** A file or folder that is no article. */
export interface OtherFile {
  /** What names it in outputs. */
  readonly path: string;
  /** The path by which it can be opened. */
  readonly namedPath: string;
  readonly diagnostics: readonly Diagnostic[];
}

/** What is looked for, in words. */
const searched = carriers
  .map(({ title, extensions, pairsOnly }) => `${title}${pairsOnly ? ' with pairs' : ''} (${extensions.join(', ')})`)
  .join(', ');

/**
 * Finds what inputs name.
 *
 * @throws {CorpusError} `input`: an input does not exist, or there are no articles in what is named; `usage`: an input is
 * not below the base.
 */
export async function findInputs(
  inputs: readonly string[],
  options?: FindOptions & {
    /** What is said besides where there are no articles. */
    readonly advice?: string;
  },
): Promise<Inputs> {
  const { articles, alike, unreadable, trees } = await findArticles(inputs, options);
  const others = alike.map((each) => ({
    path: each.path,
    namedPath: namedPathOf(each),
    diagnostics: [sameName(each)],
  }));
  if (inputs.length > 0 && articles.length + unreadable.length + others.length === 0) {
    throw new CorpusError(
      'input',
      `${inputs.join(', ')}: there is no article in it: ${searched}.${options?.advice ?? ''}`,
    );
  }
  return {
    articles,
    others: [
      ...unreadable.map(({ path, file, reason }) => ({
        path,
        namedPath: file,
        diagnostics: [diagnosticForFile('input/unreadable', reason)],
      })),
      ...others,
    ],
    trees,
  };
}

/**
 * All bytes of standard input. Where these are more than an article may have, there is nothing in as many, which is refused
 * like any article that is too large. Rejects with the reason of the signal.
 */
export async function readAll(stream: Readable, signal?: AbortSignal): Promise<Uint8Array> {
  try {
    return await readUpTo(stream, mostPipedBytes, signal);
  } catch (error) {
    if (error instanceof TooLargeError) return new Uint8Array(mostPipedBytes + 1);
    throw error;
  }
}
