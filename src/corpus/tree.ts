import { withLanguage } from '../check/language.js';
import { createTreeBuilder, type TreeContext } from '../check/tree.js';
import type { Article } from '../model/article.js';
import type { FoundArticle } from './find.js';
import { readFoundArticle } from './read.js';
import { createTurns } from './turns.js';

/** Reads all articles once, for the rules over the whole tree. Stops with the reason of the signal. */
export async function collectTreeOf(
  found: readonly FoundArticle[],
  languageOf: (index: number, article: Article) => string | undefined,
  stdin: Uint8Array | undefined,
  signal?: AbortSignal,
): Promise<TreeContext> {
  const builder = createTreeBuilder();
  const turn = createTurns(signal);
  for (const [index, each] of found.entries()) {
    await turn();
    const { article } = readFoundArticle(each, stdin);
    if (article !== undefined) builder.add(withLanguage(article, () => languageOf(index, article)));
  }
  return builder.build();
}
