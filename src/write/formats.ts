import type { Article } from '../model/article.js';
import { nameOf, requireOptions } from '../model/options.js';
import {
  defaultSrcLang,
  type Exporter,
  type ExportItem,
  type ExportOptions,
  exportOptionKinds,
  type Format,
  formatNames,
} from './exporter.js';
import { stemOf } from './identity.js';
import { tmx } from './tmx.js';
import { xliff } from './xliff.js';
import { xliff12 } from './xliff12.js';

/** The exporters by the names of their formats. */
export const formats: Readonly<Record<Format, Exporter>> = { xliff, tmx, 'xliff1.2': xliff12 };

/**
 * Writes articles as one document.
 *
 * Articles without a path are numbered in its place. Articles without a language take `options.trgLang`, else `und`
 * (BCP 47: undetermined). Where there is nothing to export, the TMX has no unit, and the XLIFF is the empty string: an
 * XLIFF document without a unit would not be valid (XLIFF 2.0, section 4.2.2.2).
 *
 * @throws {RangeError} The format or an option is none that there is; XLIFF: the articles are in several target
 * languages, which one document cannot be.
 * @example
 * const { right: article } = parseArticle('# No pair');
 * exportToString([article], 'tmx', { trgLang: 'de-DE' }).split('\n').slice(3) // ['<body>', '</body>', '</tmx>', '']
 * exportToString([article], 'xliff', { trgLang: 'de-DE' }) // ''
 */
export function exportToString(articles: Iterable<Article>, format: Format, options: ExportOptions = {}): string {
  requireOptions({ format }, { format: nameOf(formatNames) });
  requireOptions(options, exportOptionKinds);
  const exporter = formats[format];
  const items = toItems(articles, options);
  const trgLang = items[0]?.trgLang ?? options.trgLang ?? 'und';
  const other = format === 'tmx' ? undefined : items.find((item) => item.trgLang !== trgLang);
  if (other !== undefined) {
    throw new RangeError(`One XLIFF document has one target language; there are ${trgLang} and ${other.trgLang}.`);
  }
  let body = '';
  for (const item of items) for (const chunk of exporter.article(item, options)) body += chunk;
  if (body === '' && format !== 'tmx') return '';
  return exporter.begin({ srcLang: options.srcLang ?? defaultSrcLang, trgLang }, options) + body + exporter.end();
}

function toItems(articles: Iterable<Article>, options: ExportOptions): ExportItem[] {
  const stems = new Map<string, number>();
  return Array.from(articles, (article, index) => {
    const path = article.path ?? `article-${index + 1}`;
    const stem = stemOf(article, path);
    const earlier = stems.get(stem) ?? 0;
    stems.set(stem, earlier + 1);
    return {
      article,
      path,
      trgLang: options.trgLang ?? article.localization.trgLang ?? 'und',
      stem: earlier === 0 ? stem : `${stem}.${earlier + 1}`,
    };
  });
}
