import { nameOf } from '../overview/sort.js';
import type { PageSummary } from '../page-index.js';
import { addressOf, type Route } from '../route.js';
import { element } from './dom.js';

/** A link to a place in the page. */
export function linkTo(place: Partial<Route>, text: string): HTMLAnchorElement {
  return element('a', { href: addressOf(place) }, text);
}

/** A link to an article, in the language of its title; `kept`: what else the address says. */
export function linkToArticle(
  article: Pick<PageSummary, 'path' | 'title'>,
  srcLang: string,
  kept: Partial<Route> = {},
): HTMLAnchorElement {
  const link = linkTo({ ...kept, article: article.path }, nameOf(article));
  if (article.title?.source) link.lang = srcLang;
  return link;
}
