import { findingsIn, type Sort, sorts } from '../../overview/sort.js';
import type { Route } from '../../route.js';
import { typeBadge } from '../article/badge.js';
import { countOf, element } from '../dom.js';
import { linkTo, linkToArticle } from '../links.js';
import type { Store } from '../store/store.js';

const sortNames: Readonly<Record<Sort, string>> = {
  place: 'folder',
  severity: 'severity of findings',
  findings: 'number of findings',
  name: 'name',
  segments: 'segments',
};

/** Links to the index in other orders. */
export function createSortLinks(sort: Sort): HTMLElement {
  const items = sorts.map((each) => {
    const link = linkTo({ sort: each }, sortNames[each]);
    if (each === sort) link.setAttribute('aria-current', 'true');
    return element('li', {}, link);
  });
  return element('nav', { class: 'sorts', 'aria-label': 'Order of articles' }, 'Sorted by', element('ul', {}, items));
}

/** An article in a list; `isWhole`: with all of its path. */
export function createItem(
  { index, srcLang }: Store,
  at: number,
  { sort, isWhole = false }: Pick<Route, 'sort'> & { readonly isWhole?: boolean },
): HTMLElement {
  const article = index.articles[at];
  if (article === undefined) return element('li');
  const { path, segments } = article;
  const findings = findingsIn(article);
  return element(
    'li',
    {},
    linkToArticle(article, srcLang, { sort }),
    element('span', { class: 'path', title: path }, isWhole ? path : path.slice(path.lastIndexOf('/') + 1)),
    element(
      'span',
      { class: 'facts' },
      typeBadge(article),
      element('span', {}, countOf(segments, 'segment')),
      findings === 0 ? undefined : element('span', { class: 'found' }, countOf(findings, 'finding')),
    ),
  );
}
