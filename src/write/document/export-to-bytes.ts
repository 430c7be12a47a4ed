import type { Article } from '../../model/article.js';
import { failureOf } from '../../model/diagnostics/failure.js';
import type { MemoryEntry } from '../../model/memory/entry.js';
import type { ExportOptions } from '../export-options.js';
import type { Chunk, Exporter } from '../exporter.js';
import { FormatLimitError } from '../format-limit-error.js';
import type { Format } from '../formats.js';
import { type Document, documentOfArticles, documentOfEntries } from './document.js';

/**
 * Writes articles as one document, as `exportToString` does, in any format: of texts it is the UTF-8. What a format
 * needs is loaded first.
 *
 * @throws {RangeError} The format or an option is none that there is; the articles are in several target languages, and
 * a document of the format cannot be; there is more than a file of the format can hold.
 * @throws {Error} A function of the exporter threw; the message names it, and the `cause` is what it threw.
 * @example
 * const target = '<span data-ttu-id="1a2b3-101">**Hallo**</span>';
 * const source = '<span class="sxs-lookup"><span data-stu-id="1a2b3-101">**Hello**</span></span>';
 * const article = articleOf(parseArticle(target + source));
 * const bytes = await exportToBytes(article ? [article] : [], 'xlsx', { trgLang: 'de-DE' });
 * String.fromCharCode(...bytes.subarray(0, 2)) // 'PK'
 */
export async function exportToBytes(
  articles: Iterable<Article>,
  format: Format | Exporter,
  options: ExportOptions = {},
): Promise<Uint8Array> {
  return packed(documentOfArticles(articles, format, options));
}

/**
 * Writes entries of a memory as one document, as `entriesToString` does, in any format that takes them.
 *
 * @throws {RangeError} As `exportToBytes`; and the format takes no entries.
 * @throws {Error} A function of the exporter threw; the message names it, and the `cause` is what it threw.
 * @example
 * const bytes = await entriesToBytes([], 'parquet');
 * String.fromCharCode(...bytes.subarray(0, 4)) // 'PAR1'
 */
export async function entriesToBytes(
  entries: Iterable<MemoryEntry>,
  format: Format | Exporter,
  options: ExportOptions = {},
): Promise<Uint8Array> {
  return packed(documentOfEntries(entries, format, options));
}

async function packed({ exporter, languages, options, body }: Document): Promise<Uint8Array> {
  const { strToU8 } = await import('fflate');
  const bytesOf = (chunk: Chunk): Uint8Array => {
    if (typeof chunk === 'string') return strToU8(chunk.toWellFormed());
    if (ArrayBuffer.isView(chunk)) return chunk;
    throw new TypeError('a chunk is neither text nor a Uint8Array');
  };
  try {
    await exporter.prepare?.();
    const packer = await exporter.pack?.(languages, options);
    const pieces: Uint8Array[] = [];
    let isEmpty = true;
    const put = (chunk: Chunk): void => {
      const bytes = bytesOf(chunk);
      if (bytes.length === 0) return;
      for (const piece of packer === undefined ? [bytes] : packer.add(bytes)) pieces.push(piece);
    };
    put(exporter.begin(languages, options));
    for (const chunk of body()) {
      if (chunk.length > 0) isEmpty = false;
      put(chunk);
    }
    if (isEmpty && !exporter.mayBeEmpty) return new Uint8Array();
    put(exporter.end(languages, options));
    for (const piece of packer?.end() ?? []) pieces.push(piece);
    return concat(pieces);
  } catch (error) {
    throw error instanceof FormatLimitError ? error : failureOf(`The format ${exporter.name}`, error);
  }
}

function concat(pieces: readonly Uint8Array[]): Uint8Array {
  let length = 0;
  for (const piece of pieces) length += piece.length;
  const all = new Uint8Array(length);
  let at = 0;
  for (const piece of pieces) {
    all.set(piece, at);
    at += piece.length;
  }
  return all;
}
