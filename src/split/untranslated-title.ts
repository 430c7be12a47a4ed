import { type Article, type Entry, segmentsOf } from '../model/article.js';

/**
 * The title of the front matter where {@link splitArticle} leaves it in the target language on the source side: it is not
 * that of the first pair, so that its source is not in the article.
 *
 * A title that is the source of the first pair is none of these, nor is one without a letter of the scripts of `trgLang`.
 */
export function untranslatedTitle(article: Article, trgLang: string | undefined): Entry | undefined {
  const title = article.frontMatter?.entries.find(({ key }) => key === 'title');
  if (title === undefined || typeof title.value !== 'string') return undefined;
  const [first] = segmentsOf(article);
  if (first?.recovered) return undefined;
  const text = folded(title.value);
  const isSource = first !== undefined && text === folded(first.source.text);
  return isSource || !mayBeIn(text, trgLang) ? undefined : title;
}

function folded(text: string): string {
  return text.replace(/\s+/g, ' ').trim();
}

const letter = /\p{L}/u;
const otherLetter = /(?!\p{Script=Latin})\p{L}/u;

/** Whether a text has letters that its language is written in: any where that is Latin, else one that is not. */
function mayBeIn(text: string, language: string | undefined): boolean {
  return (isLatin(language) ? letter : otherLetter).test(text);
}

let last: { readonly language: string; readonly isLatin: boolean } | undefined;

function isLatin(language: string | undefined): boolean {
  if (language === undefined) return true;
  if (last?.language !== language) last = { language, isLatin: scriptOf(language) === 'Latn' };
  return last.isLatin;
}

function scriptOf(language: string): string | undefined {
  try {
    return new Intl.Locale(language).maximize().script ?? 'Latn';
  } catch {
    return 'Latn';
  }
}
