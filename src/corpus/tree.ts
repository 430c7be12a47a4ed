import { setImmediate } from 'node:timers/promises';
import { withLanguage } from '../check/language.js';
import { createTreeBuilder, type TreeContext } from '../check/tree.js';
import type { FoundArticle } from './find.js';
import { readFoundArticle } from './read.js';

/** Milliseconds of work after which signals and timers get their turn. */
const longestTurn = 50;

/** Reads all articles once, for the rules over the whole tree. Stops with the reason of the signal. */
export async function collectTreeOf(
  found: readonly FoundArticle[],
  languageOf: (index: number) => string | undefined,
  stdin: Uint8Array | undefined,
  signal?: AbortSignal,
): Promise<TreeContext> {
  const builder = createTreeBuilder();
  let turn = performance.now();
  for (const [index, each] of found.entries()) {
    if (performance.now() - turn > longestTurn) {
      await setImmediate();
      turn = performance.now();
    }
    signal?.throwIfAborted();
    const { article } = readFoundArticle(each, stdin);
    if (article !== undefined) builder.add(withLanguage(article, () => languageOf(index)));
  }
  return builder.build();
}
