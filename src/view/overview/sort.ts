import type { PageSummary } from '../page-index.js';

/** Orders of articles: as they lie in their folders, by their findings, by their names, by their lengths. */
export const sorts = ['place', 'severity', 'findings', 'name', 'segments'] as const;

export type Sort = (typeof sorts)[number];

type Compare = (one: PageSummary, other: PageSummary) => number;

const collator = new Intl.Collator('en');

const orders: Readonly<Record<Exclude<Sort, 'place'>, Compare>> = {
  severity: compareSeverity,
  findings: (one, other) => findingsIn(other) - findingsIn(one) || compareSeverity(one, other),
  name: (one, other) => collator.compare(nameOf(one), nameOf(other)),
  segments: (one, other) => other.segments - one.segments,
};

/** The places of articles in an order; those that are alike stay as they lie. */
export function sortedPlaces(articles: readonly PageSummary[], sort: Sort): readonly number[] {
  const places = Array.from(articles.keys());
  if (sort === 'place') return places;
  const compare = orders[sort];
  const at = (place: number): PageSummary => articles[place] ?? { path: '', segments: 0 };
  return places.sort((one, other) => compare(at(one), at(other)));
}

/** What an article is called: its title in the source language, or its path. */
export function nameOf({ title, path }: Pick<PageSummary, 'title' | 'path'>): string {
  return title?.source || path;
}

/** The number of findings in an article. */
export function findingsIn({ counts: [errors, warnings, infos] = [0, 0, 0, 0, 0] }: PageSummary): number {
  return errors + warnings + infos;
}

/** More errors first; with as many of them, more warnings, and then more infos. */
function compareSeverity({ counts: one = none }: PageSummary, { counts: other = none }: PageSummary): number {
  return other[0] - one[0] || other[1] - one[1] || other[2] - one[2];
}

const none = [0, 0, 0, 0, 0] as const;
