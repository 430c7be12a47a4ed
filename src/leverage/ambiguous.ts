import type { Match } from '../match/match.js';

/** Whether there are several targets of the source of a match that are as good, and nothing decides between them. */
export function isAmbiguous({ penalties, kind, score, stored }: Match, others: readonly Match[]): boolean {
  if (penalties.some(({ name }) => name === 'ambiguous')) return true;
  // Where something is taken off, contexts are not looked at.
  return (
    kind === 'exact' && others.some((other) => other.kind === kind && other.score === score && other.stored !== stored)
  );
}
