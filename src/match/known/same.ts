import { hashesOf, type MatchContext } from '../context.js';
import type { MatcherSettings } from '../options.js';
import type { Known } from './known.js';
import { Ranking, sameSource } from './ranking.js';

/** The translations of a source that is known: those in its context, and the best of the rest. */
export function rankSame(
  known: Known,
  source: number,
  context: MatchContext | undefined,
  options: SameOptions,
): Ranking {
  const inContext = context === undefined ? new Map<number, number>() : known.inContext(source, hashesOf(context));
  return rankSeen(known, source, inContext, options);
}

/** The same. `inContext`: those that were seen in its context, with what of it is the same. */
export function rankSeen(
  known: Pick<Known, 'at' | 'translationsOf'>,
  source: number,
  inContext: ReadonlyMap<number, number>,
  { limit, minScore }: SameOptions,
): Ranking {
  const same = new Ranking(Math.max(limit, 2), minScore);
  const offer = (index: number, bits: number): boolean => same.offer(sameSource(known.at(index), bits), true);
  for (const [index, bits] of inContext) offer(index, bits);
  for (const index of known.translationsOf(source)) if (!inContext.has(index) && !offer(index, 0)) break;
  return same;
}

type SameOptions = Pick<MatcherSettings, 'limit' | 'minScore'>;
