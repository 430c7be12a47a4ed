import { isSameLanguage } from '../../model/language.js';
import type { Inference } from './inference.js';
import { type ArticleTexts, isRefuted } from './scripts.js';
import { tagInName } from './tag-in-name.js';

/** The language of an article by nothing but its path, with `/`: of the nearest part that ends in the tag of a language. */
export function inferByPath(path: string, article: ArticleTexts, srcLang: string): Inference {
  for (const name of path.split('/').reverse()) {
    const trgLang = tagInName(name);
    if (trgLang === undefined || isSameLanguage(trgLang, srcLang)) continue;
    if (!isRefuted([article], trgLang)) return { trgLang, from: `its path (${name})` };
    return { because: `, and is not in the script of ${trgLang}, as its path says (${name})` };
  }
  return { because: '' };
}
