/** From here on, no match is lost; below, what is found is a lower bound. */
export const surest = 70;
/** The highest score of a text whose words differ. */
export const highestFuzzy = 94;
/** Texts with more words than this are compared as a whole only: they have no fuzzy matches. */
export const mostFuzzyWords = 2000;

/** The score of two texts, the longer of which has so many words, by the distance between them. */
export function scoreOf(distance: number, longer: number): number {
  if (distance === 0) return 100;
  return Math.min(highestFuzzy, Math.floor((100 * (longer - distance)) / longer));
}

/** The largest distance that texts with this score can have, the longer of which has so many words. */
export function mostDistance(score: number, longer: number): number {
  return score > highestFuzzy ? 0 : Math.floor((longer * (100 - score)) / 100);
}

/** What a search asks, and tells. */
export interface Hits {
  /** The lowest score before penalties that is still wanted of any text. It may rise while the search goes on. */
  readonly bound: number;
  /** The same of a group; not lower. */
  boundOf(group: number): number;
  /** A group, and its distance: its score is at least that bound. Each comes once. */
  found(group: number, distance: number): void;
  /** Whether a group whose score is the bound is wanted: not, where it loses the tie with all that was found. */
  wins(group: number): boolean;
}
