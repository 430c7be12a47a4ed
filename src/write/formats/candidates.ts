import type { MatchCandidate } from '../../model/source-article.js';

/** Penalties that are not of the source. */
const notOfSource: ReadonlySet<string> = new Set(['mt', 'memory', 'ambiguous']);

/** How like the segment the source of a candidate is, 0 to 100: its score without what was taken off for other reasons. */
export function similarityOf({ score, base, penalties = [] }: MatchCandidate): number {
  const off = penalties.reduce((sum, { name, points }) => sum + (notOfSource.has(name) ? 0 : points), 0);
  return Math.max(Math.min((base ?? score) - off, 100), 0);
}

/** Where a candidate comes from, in words: its memory, the article, the id in it. */
export function originOf({ origin }: MatchCandidate): string | undefined {
  const words = [origin?.memory, origin?.path, origin?.id].filter((word) => word !== undefined && word !== '');
  return words.length === 0 ? undefined : words.join(' ');
}
