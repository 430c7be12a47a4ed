import { createTermFinder, type TermFinder, type TermRows } from '../../terms/rows.js';
import type { TermTexts } from '../../terms/table.js';
import { readFoundArticle } from '../articles/read.js';
import type { Processor, Work } from '../run/task.js';

/** What is the same for all articles. */
export interface EvidenceGiven {
  /** What is looked for, by target language. */
  readonly texts: Readonly<Record<string, TermTexts>>;
  /** The target language of each article that is looked at, in their order. */
  readonly languages: readonly (string | undefined)[];
}

/** Where candidates stand in an article; `undefined`: there is nothing to look for in it. */
export type ArticleEvidence = TermRows | undefined;

/** Gives what stands in the segments of an article. */
export async function start({
  articles,
  stdin,
  given: { texts, languages },
}: Work<EvidenceGiven>): Promise<Processor<ArticleEvidence>> {
  const finders = new Map<string, TermFinder>();
  return (index, most) => {
    const found = articles.at(index);
    if (found === undefined) throw new RangeError(`There is no article ${index}.`);
    const lang = languages[index];
    const own = lang === undefined ? undefined : texts[lang];
    if (lang === undefined || own === undefined) return undefined;
    const { article } = readFoundArticle(found, { stdin, most });
    if (article === undefined) return undefined;
    let find = finders.get(lang);
    if (find === undefined) {
      find = createTermFinder(own);
      finders.set(lang, find);
    }
    return find(article);
  };
}
