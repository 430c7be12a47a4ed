import type { Levels, Rules } from '../../check/finding.js';
import type { Rule } from '../../check/rule.js';
import type { Glossary } from '../../model/terms/glossary.js';

/** Rules as they are given to the articles of a run. */
export interface GivenRules {
  readonly rules: Levels;
  /** Rules of the caller: only the thread of the caller has those. */
  readonly custom?: readonly Rule[];
  /** What terms are held against in place of the tree. */
  readonly glossary?: Glossary;
}

/** They are looked at for each article. */
const known = new WeakMap<GivenRules, Rules<string>>();

/** All that is given in one. */
export function rulesOf(given: GivenRules): Rules<string> {
  const { rules, custom, glossary } = given;
  if (custom === undefined && glossary === undefined) return rules;
  const before = known.get(given);
  if (before !== undefined) return before;
  const all = {
    ...rules,
    ...(custom === undefined ? {} : { custom }),
    ...(glossary === undefined ? {} : { glossary }),
  };
  known.set(given, all);
  return all;
}
