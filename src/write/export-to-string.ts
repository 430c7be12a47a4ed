import type { Article } from '../model/article.js';
import { failureOf } from '../model/diagnostics/failure.js';
import type { MemoryEntry } from '../model/memory/entry.js';
import { nameOf, requireOptions } from '../model/options.js';
import { toExportItems } from './export-item.js';
import { defaultSrcLang, type ExportOptions, exportOptions } from './export-options.js';
import type { Chunk, Exporter, Languages } from './exporter.js';
import { type Format, formatNames, formats } from './formats.js';
import { wrongExporter } from './wrong-exporter.js';

/**
 * Writes articles as one document: in a format by its name, or by an exporter of your own.
 *
 * Articles without a path are numbered in its place. Articles without a language take `options.trgLang`, else `und`
 * (BCP 47: undetermined). Where there is nothing to export, the TMX has no unit, and the XLIFF is the empty string: an
 * XLIFF document without a unit would not be valid (XLIFF 2.0, section 4.2.2.2). Of a format of several files, it is the
 * first.
 *
 * @throws {RangeError} The format or an option is none that there is; the articles are in several target languages, and
 * a document of the format cannot be; the format writes bytes, or has to be prepared.
 * @throws {Error} A function of the exporter threw; the message names it, and the `cause` is what it threw.
 * @example
 * const article = articleOf(parseArticle('# No pair'));
 * article && exportToString([article], 'tmx', { trgLang: 'de-DE' }).split('\n').slice(3) // ['<body>', '</body>', '</tmx>', '']
 * article && exportToString([article], 'xliff', { trgLang: 'de-DE' }) // ''
 */
export function exportToString(
  articles: Iterable<Article>,
  format: Format | Exporter,
  options: ExportOptions = {},
): string {
  const exporter = exporterOf(format);
  requireOptions(options, exportOptions);
  const items = toExportItems(articles, options);
  const trgLang = items[0]?.trgLang ?? options.trgLang ?? 'und';
  const other = exporter.multilingual ? undefined : items.find((item) => item.trgLang !== trgLang);
  if (other !== undefined) {
    throw new RangeError(
      `One document of ${exporter.title} has one target language; there are ${trgLang} and ${other.trgLang}.`,
    );
  }
  const languages = { srcLang: options.srcLang ?? defaultSrcLang, trgLang };
  return joined(exporter, languages, options, function* () {
    for (const item of items) yield* exporter.article(item, options);
  });
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
  const exporter = exporterOf(format);
  requireOptions(options, exportOptions);
  if (exporter.entry === undefined)
    throw new RangeError(`${exporter.title} takes articles, and no entries of a memory.`);
  const all = [...entries];
  const srcLang = options.srcLang ?? all[0]?.srcLang ?? defaultSrcLang;
  const other = all.find((entry) => entry.srcLang !== srcLang);
  if (other !== undefined) {
    throw new RangeError(`One document has one source language; there are ${srcLang} and ${other.srcLang}.`);
  }
  const trgLang = all[0]?.targets[0]?.trgLang ?? options.trgLang ?? 'und';
  return joined(exporter, { srcLang, trgLang }, options, function* () {
    for (const entry of all) yield* exporter.entry?.(entry, options) ?? [];
  });
}

/** The document around what is written; empty where that is, and a document may not be. */
function joined(
  exporter: Exporter,
  languages: Languages,
  options: ExportOptions,
  chunks: () => Iterable<Chunk>,
): string {
  let isText = true;
  const textOf = (chunk: Chunk): string => {
    if (typeof chunk === 'string') return chunk;
    isText = !ArrayBuffer.isView(chunk);
    if (!isText) throw new RangeError(`${exporter.title} is no text; write it to a file.`);
    throw new TypeError('a chunk is neither text nor a Uint8Array');
  };
  try {
    let body = '';
    for (const chunk of chunks()) body += textOf(chunk);
    if (body === '' && !exporter.mayBeEmpty) return '';
    return textOf(exporter.begin(languages, options)) + body + textOf(exporter.end(languages, options));
  } catch (error) {
    throw isText ? failureOf(`The format ${exporter.name}`, error) : error;
  }
}

function exporterOf(format: Format | Exporter): Exporter {
  const isObject = typeof format === 'object' && format !== null;
  // `undefined` is no option, but no format either.
  if (!isObject) requireOptions({ format: format ?? null }, { format: nameOf(formatNames) });
  const wrong = isObject ? wrongExporter('format', format) : undefined;
  if (wrong !== undefined) throw new RangeError(wrong);
  const known = isObject ? format : formats[format];
  if (known.prepare !== undefined) throw new RangeError(`${known.title} has to be prepared; write it to a file.`);
  return known;
}
