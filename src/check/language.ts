import type { Article } from '../model/article.js';

/** The article with its target language, where it names none itself. */
export function withLanguage(article: Article, languageOf: () => string | undefined): Article {
  if (article.localization.trgLang !== undefined || article.units.length === 0) return article;
  const trgLang = languageOf();
  return trgLang === undefined ? article : { ...article, localization: { ...article.localization, trgLang } };
}
