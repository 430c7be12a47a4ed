import type { Article } from '../../model/article.js';
import type { MemoryEntry } from '../../model/memory/entry.js';
import { nameOf, requireOptions } from '../../model/options.js';
import type { SourceArticle } from '../../model/source-article.js';
import { takeExportOptions } from '../clients/take-options.js';
import { toExportItems } from '../export-item.js';
import { defaultSrcLang, type ExportOptions } from '../export-options.js';
import type { Chunk, Exporter, Languages } from '../exporter.js';
import { type Format, formatNames, formats } from '../formats.js';
import { wrongExporter } from '../wrong-exporter.js';

/** One document that is to be written. */
export interface Document {
  readonly exporter: Exporter;
  readonly languages: Languages;
  readonly options: ExportOptions;
  /** What stands between its begin and its end. */
  body(): Iterable<Chunk>;
}

/** @throws {RangeError} The format or an option is none that there is; the articles are in several target languages, and a document of the format cannot be. */
export function documentOfArticles(
  articles: Iterable<Article>,
  format: Format | Exporter,
  given: ExportOptions,
): Document {
  const exporter = exporterOf(format);
  const options = takeExportOptions(given);
  const items = toExportItems(articles, options);
  const trgLang = items[0]?.trgLang ?? options.trgLang ?? 'und';
  const other = exporter.multilingual ? undefined : items.find((item) => item.trgLang !== trgLang);
  if (other !== undefined) {
    throw new RangeError(
      `One document of ${exporter.title} has one target language; there are ${trgLang} and ${other.trgLang}.`,
    );
  }
  const languages = { srcLang: options.srcLang ?? defaultSrcLang, trgLang };
  return {
    exporter,
    languages,
    options,
    *body() {
      for (const item of items) yield* exporter.article(item, options);
    },
  };
}

/** @throws {RangeError} As for articles; and the format takes no entries, or they have several source languages. */
export function documentOfEntries(
  entries: Iterable<MemoryEntry>,
  format: Format | Exporter,
  given: ExportOptions,
): Document {
  const exporter = exporterOf(format);
  const options = takeExportOptions(given);
  if (exporter.entry === undefined)
    throw new RangeError(`${exporter.title} takes articles, and no entries of a memory.`);
  const all = [...entries];
  const srcLang = options.srcLang ?? all[0]?.srcLang ?? defaultSrcLang;
  const other = all.find((entry) => entry.srcLang !== srcLang);
  if (other !== undefined) {
    throw new RangeError(`One document has one source language; there are ${srcLang} and ${other.srcLang}.`);
  }
  const trgLang = all[0]?.targets[0]?.trgLang ?? options.trgLang ?? 'und';
  return {
    exporter,
    languages: { srcLang, trgLang },
    options,
    *body() {
      for (const entry of all) yield* exporter.entry?.(entry, options) ?? [];
    },
  };
}

/** @throws {RangeError} As for articles; and the format takes no articles that are to be translated. */
export function documentOfSources(
  articles: Iterable<SourceArticle>,
  format: Format | Exporter,
  given: ExportOptions,
): Document {
  const exporter = exporterOf(format);
  const options = takeExportOptions(given);
  if (exporter.source === undefined)
    throw new RangeError(`${exporter.title} takes pairs, and no article that is to be translated.`);
  const { srcLang = defaultSrcLang, trgLang = 'und' } = options;
  return {
    exporter,
    languages: { srcLang, trgLang },
    options,
    *body() {
      let number = 0;
      for (const article of articles) {
        number++;
        const { path = `article-${number}` } = article;
        yield* exporter.source?.({ article, path, trgLang }, options) ?? [];
      }
    },
  };
}

function exporterOf(format: Format | Exporter): Exporter {
  const isObject = typeof format === 'object' && format !== null;
  // `undefined` is no option, but no format either.
  if (!isObject) requireOptions({ format: format ?? null }, { format: nameOf(formatNames) });
  const wrong = isObject ? wrongExporter('format', format) : undefined;
  if (wrong !== undefined) throw new RangeError(wrong);
  return isObject ? format : formats[format];
}
