import type { Article } from '../model/article.js';
import { takeExportOptions } from './clients/take-options.js';
import type { ExportOptions } from './export-options.js';
import type { ExportItem } from './exporter.js';
import { stemOf } from './identity.js';

/**
 * What an exporter is given of an article: the path that names it, its target language, and its stem.
 *
 * The language is `options.trgLang`, else that of the article, else `und` (BCP 47: undetermined).
 *
 * @example
 * const article = articleOf(parseArticle('# No pair'));
 * article && toExportItem(article, 'docs/a b.md', { trgLang: 'de-DE' }).stem // 'docs_a_b.md.0fadd69f'
 */
export function toExportItem(article: Article, path: string, options: Pick<ExportOptions, 'trgLang'> = {}): ExportItem {
  const { trgLang } = takeExportOptions(options);
  return { article, path, trgLang: trgLang ?? article.localization.trgLang ?? 'und', stem: stemOf(article, path) };
}

/** The items of articles that are written to one file: those without a path are numbered in its place, and stems are unique. */
export function toExportItems(articles: Iterable<Article>, options: ExportOptions): ExportItem[] {
  const stems = new Map<string, number>();
  return Array.from(articles, (article, index) => {
    const item = toExportItem(article, article.path ?? `article-${index + 1}`, options);
    const earlier = stems.get(item.stem) ?? 0;
    stems.set(item.stem, earlier + 1);
    return earlier === 0 ? item : { ...item, stem: `${item.stem}.${earlier + 1}` };
  });
}
