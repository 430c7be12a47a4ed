import { withLanguage } from '../../check/language.js';
import { createTreeBuilder, type TreeContext } from '../../check/tree/tree.js';
import type { Article } from '../../model/article.js';
import type { FoundArticle } from '../find/find.js';
import { createTurns } from '../turns.js';
import { readFoundArticle } from './read.js';

/** What is collected, and how the language of an article that names none is found. */
export interface TreeOf {
  readonly articles: readonly FoundArticle[];
  /** The folders that trees start from. */
  readonly trees: readonly string[];
  readonly languageOf: (index: number, article: Article) => string | undefined;
  readonly stdin?: Uint8Array | undefined;
  readonly signal?: AbortSignal | undefined;
}

/**
 * Reads all articles once, for the rules over the whole tree. Stops with the reason of the signal.
 *
 * Articles whose language nobody knows are held against each other only where there are no others, in one tree: else
 * texts of several languages would count as one.
 */
export async function collectTreeOf({ articles, trees, languageOf, stdin, signal }: TreeOf): Promise<TreeContext> {
  const builder = createTreeBuilder();
  const turn = createTurns(signal);
  const nameless: FoundArticle[] = [];
  let hasLanguage = false;
  for (const [index, found] of articles.entries()) {
    await turn();
    const { article: read } = readFoundArticle(found, stdin);
    if (read === undefined || read.units.length === 0) continue;
    const article = withLanguage(read, () => languageOf(index, read));
    if (article.localization.trgLang === undefined) {
      nameless.push(found);
      continue;
    }
    hasLanguage = true;
    builder.add(article);
  }
  for (const found of hasLanguage || trees.length > 1 ? [] : nameless) {
    await turn();
    const { article } = readFoundArticle(found, stdin);
    if (article !== undefined) builder.add(article);
  }
  return builder.build();
}
