import type { PageArticle, PageSegment, PageUnit } from '../../page-data.js';
import type { PageIndex } from '../../page-index.js';
import { segmentStarts } from '../../search/filter.js';
import type { SearchedTexts } from '../../search/texts.js';

/** What the page shows: the index at once, all else as it is asked for. */
export interface Store {
  readonly title: string;
  readonly srcLang: string;
  /** The name of the document with changed targets, where there is one. */
  readonly changes?: string;
  readonly index: PageIndex;
  /** The number of the first segment of each article, and the number of all. */
  readonly starts: readonly number[];
  readonly articles: Shelf<PageArticle>;
  /** What is searched, in parts; each starts with the segment that has the number `startOfTexts`. */
  readonly texts: Shelf<SearchedTexts>;
  readonly textParts: number;
  startOfTexts(part: number): number;
}

/** Things that are at hand, or can be fetched. */
export interface Shelf<Thing> {
  /** What is at hand. */
  at(place: number): Thing | undefined;
  /** Calls `then` when it is at hand: at once where it is already, never where it cannot be had. */
  fetch(place: number, then: (thing: Thing) => void): void;
}

/** A segment with where it stands. */
export interface Entry {
  readonly unit: PageUnit;
  readonly segment: PageSegment;
}

const entries = new WeakMap<PageArticle, readonly Entry[]>();

/** The segments of an article, in their order. */
export function entriesOf(article: PageArticle): readonly Entry[] {
  const known = entries.get(article);
  if (known !== undefined) return known;
  const made = article.units.flatMap((unit) => unit.segments.map((segment): Entry => ({ unit, segment })));
  entries.set(article, made);
  return made;
}

/** Where the numbers of segments start, by article. */
export function numbersOf(index: PageIndex): Pick<Store, 'index' | 'starts'> {
  return { index, starts: segmentStarts(index) };
}
