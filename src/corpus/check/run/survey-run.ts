import { mayFindInTree } from '../../../check/check-rows.js';
import { needsTree } from '../../../check/rule-table.js';
import type { TreeRows } from '../../../check/tree/rows.js';
import type { ArticleCount } from '../../../stats/stats.js';
import type { FoundArticle } from '../../find/find.js';
import type { Run } from '../../run/run.js';
import { collectTreeOf, createTreeCollector } from '../../tree/collect.js';
import { rulesOf } from '../rules-of.js';
import type { ReadFacts } from './article.js';
import type { CheckGiven } from './given.js';
import { surveyTask } from './task.js';

/** What a first pass over the articles of a run says. */
export interface Survey {
  /** Indexes of the articles to be checked: in the others nothing is found. */
  readonly some: readonly number[];
  /** What is known of all texts; not there where there was no first look. */
  readonly facts?: readonly ReadFacts[];
  /** What the check of them is given besides. */
  readonly given: Pick<CheckGiven, 'tree' | 'languages' | 'counts'>;
}

/** The articles of a run that are no documents, and the indexes of those that are to be checked. */
interface Surveyed {
  readonly texts: readonly FoundArticle[];
  readonly wanted: readonly number[];
}

/**
 * Looks at all articles once where rules over the whole tree are asked for, and finds those that need a second look.
 * Without such rules each is looked at once, when it is checked; with rules of the caller, each is checked.
 */
export async function surveyOf(
  run: Run,
  given: CheckGiven,
  { texts, wanted }: Surveyed,
  onCount: ((count: ArticleCount) => void) | undefined,
): Promise<Survey> {
  const { custom, srcLang, trgLang, counts } = given;
  const rules = rulesOf(given);
  if (!needsTree(rules)) return { some: wanted, given: { counts } };
  if (custom !== undefined) {
    const tree = await collectTreeOf(run, { srcLang, ...(trgLang === undefined ? {} : { trgLang }) }, texts);
    return { some: wanted, given: { counts, tree } };
  }
  const collector = createTreeCollector(run);
  const facts: ReadFacts[] = [];
  const looks: Look[] = [];
  const isWanted = new Set(wanted);
  for await (const batch of run.pass(surveyTask, given, texts)) {
    for (const { count, rows, isClean, ...read } of batch) {
      const isOwn = isWanted.has(facts.length);
      if (count !== undefined && isOwn) onCount?.(count);
      if (rows !== undefined) collector.add({ rows, hasLanguage: read.trgLang !== undefined });
      // The starts of texts are in the tree.
      looks.push({ isClean, ...(rows === undefined || !isClean ? {} : { rows: { ...rows, starts: '' } }) });
      facts.push(read);
      if (isOwn) run.advance(read.size, read.pairs);
    }
  }
  const tree = collector.build();
  const needsLook = ({ isClean, rows }: Look | undefined = { isClean: false }): boolean =>
    !isClean || (rows !== undefined && mayFindInTree(rules, rows, tree));
  const some = wanted.filter((index) => needsLook(looks[index]));
  return { some, facts, given: { tree, counts: false, languages: some.map((index) => facts[index]?.trgLang) } };
}

/** What decides whether an article needs a second look. */
interface Look {
  readonly isClean: boolean;
  readonly rows?: TreeRows;
}
