import { createTreeBuilder, type TreeContext } from '../../check/tree/tree.js';
import type { FoundArticle } from '../find/find.js';
import type { Run } from '../run/run.js';
import type { ArticleRows, TreeGiven } from './rows.js';
import { treeTask } from './task.js';

/** Collects what rules over the tree need to know, of articles in their order. */
export interface TreeCollector {
  add(article: ArticleRows): void;
  build(): TreeContext;
}

/**
 * Articles whose language nobody knows are held against each other only where there are no others, in one tree: else
 * texts of several languages would count as one.
 */
export function createTreeCollector({ trees }: Pick<Run, 'trees'>): TreeCollector {
  const named = createTreeBuilder();
  const nameless = createTreeBuilder();
  let anyLanguage = trees.length > 1;
  return {
    add({ rows, hasLanguage }) {
      anyLanguage ||= hasLanguage;
      if (hasLanguage) named.addRows(rows);
      else if (!anyLanguage) nameless.addRows(rows);
    },
    build: () => (anyLanguage ? named : nameless).build(),
  };
}

/** Reads all articles once, for the rules over the whole tree. `articles`: only these of the run; those of all shards. */
export async function collectTreeOf(
  run: Run,
  given: TreeGiven,
  articles: readonly FoundArticle[] = run.whole,
): Promise<TreeContext> {
  const collector = createTreeCollector(run);
  const all = articles.map((_, index) => index);
  for await (const results of run.pass(treeTask, given, articles, all)) {
    for (const result of results) if (result !== undefined) collector.add(result);
  }
  return collector.build();
}
