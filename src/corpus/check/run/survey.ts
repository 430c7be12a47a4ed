import { wantedRules } from '../../../check/rule-table.js';
import { rowsOf, type TreeRows } from '../../../check/tree/rows.js';
import type { Processor, Work } from '../../run/task.js';
import { rulesOf } from '../rules-of.js';
import { createFacts, type ReadFacts } from './article.js';
import { createOpener, findingsOf } from './findings-of.js';
import type { CheckGiven } from './given.js';

/** What the first look at an article says. */
export interface SurveyedArticle extends ReadFacts {
  /** What it brings to its tree; only there where it has pairs. */
  readonly rows?: TreeRows;
  /** Nothing is found in it, but for what rules over the tree may find. */
  readonly isClean: boolean;
}

/**
 * Reads an article for what it brings to its tree, and looks whether anything is found in it by itself. Most articles
 * need no other look.
 */
export async function start(work: Work<CheckGiven>): Promise<Processor<SurveyedArticle>> {
  const { given } = work;
  const open = createOpener(work);
  const facts = createFacts(given);
  const alone = { ...given, rules: { ...given.rules, ...withoutTree(given) } };
  return (index, most) => {
    const opened = open(index, most);
    const isClean = findingsOf(opened, alone, undefined).length === 0;
    const { article } = opened;
    const read = { ...facts(opened), isClean };
    return article === undefined || article.units.length === 0 ? read : { ...read, rows: rowsOf(article) };
  };
}

/** Rules over the tree find nothing without one. */
function withoutTree(given: CheckGiven): Readonly<Record<string, 'off'>> {
  const ofTree = wantedRules(rulesOf(given)).filter(([{ scope }]) => scope === 'tree');
  return Object.fromEntries(ofTree.map(([{ code }]) => [code, 'off']));
}
