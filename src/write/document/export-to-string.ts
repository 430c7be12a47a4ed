import type { Article } from '../../model/article.js';
import { failureOf } from '../../model/diagnostics/failure.js';
import type { MemoryEntry } from '../../model/memory/entry.js';
import type { SourceArticle } from '../../model/source-article.js';
import type { ExportOptions } from '../export-options.js';
import type { Chunk, Exporter } from '../exporter.js';
import type { Format } from '../formats.js';
import { type Document, documentOfArticles, documentOfEntries, documentOfSources } from './document.js';

/**
 * Writes articles as one document: in a format by its name, or by an exporter of your own.
 *
 * Articles without a path are numbered in its place. Articles without a language take `options.trgLang`, else `und`
 * (BCP 47: undetermined). Where there is nothing to export, the TMX has no unit, and the XLIFF is the empty string: an
 * XLIFF document without a unit would not be valid (XLIFF 2.0, section 4.2.2.2). Of a format of several files, it is the
 * first. Formats of bytes (`xlsx`, `parquet`) are written by `exportToBytes`. `options.client` stands for other options, and
 * not for the format.
 *
 * @throws {RangeError} The format or an option is none that there is; the articles are in several target languages, and
 * a document of the format cannot be; the format writes bytes, or has to be prepared.
 * @throws {Error} A function of the exporter threw; the message names it, and the `cause` is what it threw.
 * @example
 * const article = articleOf(parseArticle('# No pair'));
 * article && exportToString([article], 'tmx', { trgLang: 'de-DE' }).split('\n').slice(3) // ['<body>', '</body>', '</tmx>', '']
 * article && exportToString([article], 'xliff', { trgLang: 'de-DE' }) // ''
 * const bold = articleOf(parseArticle('<span data-ttu-id="1a2b3-101">**Los**</span><span class="sxs-lookup"><span data-stu-id="1a2b3-101">**Go**</span></span>'));
 * bold && exportToString([bold], 'tmx', { client: 'translate-toolkit' }).includes('<seg>**Los**</seg>') // true
 * bold && exportToString([bold], 'xliff', { xliffVersion: '2.2' }).includes(' xmlns="urn:oasis:names:tc:xliff:document:2.2"') // true
 */
export function exportToString(
  articles: Iterable<Article>,
  format: Format | Exporter,
  options: ExportOptions = {},
): string {
  return joined(documentOfArticles(articles, format, options));
}

/**
 * Writes entries of a memory as one document: in a format by its name, or by an exporter of your own.
 *
 * @throws {RangeError} As `exportToString`; and the format takes no entries.
 * @throws {Error} A function of the exporter threw; the message names it, and the `cause` is what it threw.
 * @example
 * entriesToString([{ id: 'a-1', srcLang: 'en-US', source: { text: 'Hi', content: [{ kind: 'text', text: 'Hi' }] }, targets: [] }], 'tmx').includes('tuid="a-1"') // true
 */
export function entriesToString(
  entries: Iterable<MemoryEntry>,
  format: Format | Exporter,
  options: ExportOptions = {},
): string {
  return joined(documentOfEntries(entries, format, options));
}

/**
 * Writes articles that are to be translated as one document, XLIFF 2.0 or 1.2: their segments, with the targets that they
 * have. `mergeSource` puts those of the finished document into the article.
 *
 * Articles without a path are numbered in its place. Without `options.trgLang`, the target language is `und` (BCP 47:
 * undetermined). Where there is nothing to translate, it is the empty string.
 *
 * @throws {RangeError} The format or an option is none that there is, or the format takes no articles to be translated.
 * @throws {Error} A function of the exporter threw; the message names it, and the `cause` is what it threw.
 * @example
 * const article = sourceArticleOf(readSource('# Hello', { path: 'a.md' }));
 * const document = article ? sourcesToString([article], 'xliff', { trgLang: 'de-DE' }) : '';
 * document.split('\n').slice(4, 7) // ['<segment id="101" state="initial">', '<source>Hello</source>', '</segment>']
 */
export function sourcesToString(
  articles: Iterable<SourceArticle>,
  format: Format | Exporter,
  options: ExportOptions = {},
): string {
  return joined(documentOfSources(articles, format, options));
}

/** The document around what is written; empty where that is, and a document may not be. */
function joined({ exporter, languages, options, body }: Document): string {
  if (exporter.prepare !== undefined || exporter.pack !== undefined) {
    const why = exporter.prepare === undefined ? 'is no text' : 'has to be prepared';
    throw new RangeError(`${exporter.title} ${why}; take exportToBytes, or write it to a file.`);
  }
  let isText = true;
  const textOf = (chunk: Chunk): string => {
    if (typeof chunk === 'string') return chunk;
    isText = !ArrayBuffer.isView(chunk);
    if (!isText) throw new RangeError(`${exporter.title} is no text; take exportToBytes, or write it to a file.`);
    throw new TypeError('a chunk is neither text nor a Uint8Array');
  };
  try {
    let text = '';
    for (const chunk of body()) text += textOf(chunk);
    if (text === '' && !exporter.mayBeEmpty) return '';
    return textOf(exporter.begin(languages, options)) + text + textOf(exporter.end(languages, options));
  } catch (error) {
    throw isText ? failureOf(`The format ${exporter.name}`, error) : error;
  }
}
