import { readFileSync } from 'node:fs';
import type { Readable } from 'node:stream';
import { type Diagnostic, diagnosticForFile, finding, toDiagnostic } from '../model/diagnostic.js';
import { createLineIndex } from '../model/position.js';
import { decodeArticle } from './decode.js';
import { CorpusError } from './error.js';
import { type FoundArticle, findArticles } from './find.js';

/** What there is to work on. */
export interface Inputs {
  /** In the order of the bytes of their paths. */
  readonly articles: readonly FoundArticle[];
  /** Folders that cannot be read, and files that hold pairs and are no Markdown: there is only something to say of them. */
  readonly others: readonly { readonly path: string; readonly diagnostics: readonly Diagnostic[] }[];
}

/**
 * Finds what inputs name. `onFound` is told how many articles were found so far, now and then.
 *
 * @throws {CorpusError} `input`: an input does not exist, or there are no articles in what is named.
 */
export async function findInputs(inputs: readonly string[], onFound?: (articles: number) => void): Promise<Inputs> {
  const { articles, unreadable, ...found } = await findArticles(inputs, onFound);
  const others = found.others.flatMap(whereItHoldsPairs);
  if (inputs.length > 0 && articles.length + unreadable.length + others.length === 0) {
    throw new CorpusError('input', `${inputs.join(', ')}: there is no Markdown file (.md) in it.`);
  }
  return {
    articles,
    others: [
      ...unreadable.map(({ path, reason }) => ({ path, diagnostics: [diagnosticForFile('input/unreadable', reason)] })),
      ...others,
    ],
  };
}

/** All bytes of a stream, such as standard input. */
export async function readAll(stream: Readable): Promise<Uint8Array> {
  const chunks: Buffer[] = [];
  for await (const chunk of stream) chunks.push(Buffer.from(chunk));
  return Buffer.concat(chunks);
}

/** A file that holds pairs and is no article: told at the first of them. */
function whereItHoldsPairs({ path, file }: FoundArticle): Inputs['others'] {
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
  const found = finding('input/not-markdown', { start, end }, globFor(path));
  return [{ path, diagnostics: [toDiagnostic(found, createLineIndex(decoded))] }];
}

function globFor(path: string): string {
  const name = path.split('/').at(-1) ?? path;
  return `${path.slice(0, path.length - name.length)}**/*${name.slice(name.lastIndexOf('.'))}`;
}
