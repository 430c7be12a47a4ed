import type { PageSummary } from '../page-index.js';
import { element } from './dom.js';

/** What of the page is shown; it stands after the `#` of its address. */
export interface Route {
  /** The place of the article. Not there: the index. */
  readonly article?: number;
  readonly segment?: string;
}

/** Where a link leads to. */
interface Place {
  /** Not there: the index. */
  readonly article?: Pick<PageSummary, 'path'>;
  readonly segment?: string;
}

/** The address of a place in the page. Paths, not numbers: they stay when the page is made anew. */
export function addressOf({ article, segment }: Place): string {
  if (article === undefined) return '#';
  const words = new URLSearchParams({ article: article.path });
  if (segment !== undefined) words.set('segment', segment);
  return `#${words}`;
}

/** What the address of the page asks for. */
export function readRoute(articles: readonly PageSummary[], hash: string): Route {
  const words = new URLSearchParams(hash.slice(1));
  const path = words.get('article');
  const only = articles.length === 1 ? 0 : undefined;
  const found = path === null ? -1 : articles.findIndex((each) => each.path === path);
  const article = path === null ? only : found < 0 ? undefined : found;
  const segment = words.get('segment');
  return { ...(article === undefined ? {} : { article }), ...(segment === null ? {} : { segment }) };
}

/** A link to a place in the page. */
export function linkTo(place: Place, text: string): HTMLAnchorElement {
  return element('a', { href: addressOf(place) }, text);
}
