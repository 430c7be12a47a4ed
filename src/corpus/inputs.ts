import { readFileSync } from 'node:fs';
import type { Readable } from 'node:stream';
import { type Diagnostic, diagnosticForFile, finding, toDiagnostic } from '../model/diagnostic.js';
import { createLineIndex } from '../model/position.js';
import { decodeArticle } from './decode.js';
import { CorpusError } from './error.js';
import { type FindOptions, type FoundArticle, findArticles, namedPathOf } from './find.js';

/** What there is to work on. */
export interface Inputs {
  /** In the order of the bytes of their paths. */
  readonly articles: readonly FoundArticle[];
  /** Folders that cannot be read, and files that hold pairs and are no Markdown: there is only something to say of them. */
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

/**
 * Finds what inputs name.
 *
 * @throws {CorpusError} `input`: an input does not exist, or there are no articles in what is named; `usage`: an input is
 * not below the base.
 */
export async function findInputs(inputs: readonly string[], options?: FindOptions): Promise<Inputs> {
  const { articles, unreadable, trees, ...found } = await findArticles(inputs, options);
  const others = found.others.flatMap(whereItHoldsPairs);
  if (inputs.length > 0 && articles.length + unreadable.length + others.length === 0) {
    throw new CorpusError('input', `${inputs.join(', ')}: there is no Markdown file (.md) in it.`);
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

/** All bytes of a stream, such as standard input. */
export async function readAll(stream: Readable): Promise<Uint8Array> {
  const chunks: Buffer[] = [];
  for await (const chunk of stream) chunks.push(Buffer.from(chunk));
  return Buffer.concat(chunks);
}

/** A file that holds pairs and is no article: told at the first of them. */
function whereItHoldsPairs({ path, file }: FoundArticle): readonly OtherFile[] {
  let bytes: Uint8Array;
  try {
    if (file === undefined) return [];
    bytes = readFileSync(file);
  } catch {
    return [];
  }
  const text = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length);
  if (!text.includes('data-ttu-id') && !text.includes('data-stu-id')) return [];
  const { text: decoded = '' } = decodeArticle(bytes);
  const start = Math.max(0, decoded.search(/data-[ts]tu-id/));
  const end = Math.min(decoded.length, start + 'data-ttu-id'.length);
  const namedPath = namedPathOf({ file });
  const found = finding('input/not-markdown', { start, end }, `**/*${path.slice(path.lastIndexOf('.'))}`);
  return [{ path, namedPath, diagnostics: [toDiagnostic(found, createLineIndex(decoded))] }];
}
