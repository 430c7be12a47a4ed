import { createTreeBuilder, type TreeContext } from '../../check/tree/tree.js';
import type { FoundArticle } from '../find/find.js';
import type { Run } from '../run/run.js';
import type { TreeGiven } from './rows.js';
import { treeTask } from './task.js';

/**
 * Reads all articles once, for the rules over the whole tree. `articles`: only these of the run.
 *
 * Articles whose language nobody knows are held against each other only where there are no others, in one tree: else
 * texts of several languages would count as one.
 */
export async function collectTreeOf(
  run: Run,
  given: TreeGiven,
  articles: readonly FoundArticle[] = run.articles,
): Promise<TreeContext> {
  const named = createTreeBuilder();
  const nameless = createTreeBuilder();
  let hasLanguage = run.trees.length > 1;
  for await (const results of run.pass(treeTask, given, articles)) {
    for (const result of results) {
      if (result === undefined) continue;
      hasLanguage ||= result.hasLanguage;
      if (result.hasLanguage) named.addRows(result.rows);
      else if (!hasLanguage) nameless.addRows(result.rows);
    }
  }
  return (hasLanguage ? named : nameless).build();
}
