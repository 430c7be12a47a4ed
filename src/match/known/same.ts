import { hashesOf, type MatchContext } from '../context.js';
import type { MatcherSettings } from '../options.js';
import type { Known } from './known.js';
import { Ranking, sameSource } from './ranking.js';

/** The translations of a source that is known: those in its context, and the best of the rest. */
export function rankSame(
  known: Known,
  source: number,
  context: MatchContext | undefined,
  { limit, minScore }: Pick<MatcherSettings, 'limit' | 'minScore'>,
): Ranking {
  const same = new Ranking(Math.max(limit, 2), minScore);
  const offer = (index: number, bits: number): boolean => same.offer(sameSource(known.at(index), bits), true);
  const inContext = context === undefined ? undefined : known.inContext(source, hashesOf(context));
  for (const [index, bits] of inContext ?? []) offer(index, bits);
  for (const index of known.translationsOf(source)) if (!inContext?.has(index) && !offer(index, 0)) break;
  return same;
}
