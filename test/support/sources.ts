import {
  createGrains,
  readSource,
  type SourceArticle,
  type SourceOptions,
  sourceArticleOf,
  sourceSegmentsOf,
} from '../../src/index.js';

/** The article of a text that is to be translated. */
export function sourceOf(text: string, options?: SourceOptions): SourceArticle {
  const article = sourceArticleOf(readSource(text, options));
  if (article === undefined) throw new Error('The text cannot be read.');
  return article;
}

/** The texts of its segments. */
export function textsOf(text: string, options?: SourceOptions): string[] {
  return Array.from(sourceSegmentsOf(sourceOf(text, options)), ({ source }) => source.text);
}

/** The texts of all grains of its units. */
export function grainsIn(text: string): string[] {
  const article = sourceOf(text);
  const grains = createGrains(article);
  return article.units.flatMap((unit) => Array.from(grains.of(unit), ({ text: read }) => read));
}
