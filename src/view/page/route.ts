import type { PageArticle, PageData } from '../page-data.js';
import { element } from './dom.js';

/** What of the page is shown; it stands after the `#` of its address. */
export interface Route {
  /** Not there: the index. */
  readonly article?: PageArticle;
  readonly segment?: string;
}

/** The address of a place in the page. Paths, not numbers: they stay when the page is made anew. */
export function addressOf({ article, segment }: Route): string {
  if (article === undefined) return '#';
  const words = new URLSearchParams({ article: article.path });
  if (segment !== undefined) words.set('segment', segment);
  return `#${words}`;
}

/** What the address of the page asks for. */
export function readRoute(data: PageData, hash: string): Route {
  const words = new URLSearchParams(hash.slice(1));
  const path = words.get('article');
  const [only, ...others] = data.articles;
  const article =
    path === null ? (others.length === 0 ? only : undefined) : data.articles.find((each) => each.path === path);
  const segment = words.get('segment');
  return { ...(article === undefined ? {} : { article }), ...(segment === null ? {} : { segment }) };
}

/** A link to a place in the page. */
export function linkTo(route: Route, text: string): HTMLAnchorElement {
  return element('a', { href: addressOf(route) }, text);
}
