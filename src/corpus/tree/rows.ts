import { withLanguage } from '../../check/language.js';
import { rowsOf, type TreeRows } from '../../check/tree/rows.js';
import { readFoundArticle } from '../articles/read.js';
import { createLanguageInference } from '../language/inference.js';
import type { Processor, Work } from '../run/task.js';

/** What is the same for all articles. */
export interface TreeGiven {
  readonly srcLang: string;
  /** The language of articles that name none. */
  readonly trgLang?: string;
}

/** What an article brings to its tree. */
export interface ArticleRows {
  readonly rows: TreeRows;
  /** Whether anything says what language it is in. */
  readonly hasLanguage: boolean;
}

/** Gives the rows of an article with pairs. */
export async function start({
  articles,
  trees,
  stdin,
  given: { srcLang, trgLang },
}: Work<TreeGiven>): Promise<Processor<ArticleRows | undefined>> {
  const inference = createLanguageInference({ articles, trees, srcLang });
  return (index, most) => {
    const found = articles.at(index);
    if (found === undefined) throw new RangeError(`There is no article ${index}.`);
    const { article: read } = readFoundArticle(found, { stdin, most });
    if (read === undefined || read.units.length === 0) return undefined;
    const article = withLanguage(read, () => trgLang ?? inference.of(index, read).trgLang);
    return { rows: rowsOf(article), hasLanguage: article.localization.trgLang !== undefined };
  };
}
