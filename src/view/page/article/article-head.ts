import { nameOf } from '../../overview/sort.js';
import type { PageArticle } from '../../page-data.js';
import type { Route } from '../../route.js';
import { countOf, element } from '../dom.js';
import { linkTo, linkToArticle } from '../links.js';
import type { Store } from '../store/store.js';
import { typeBadge } from './badge.js';
import { renderContent } from './content.js';
import { createFindings, createRefusals } from './row.js';

/** Where the links above an article lead to: the paths of the articles beside it, and what is kept on the way. */
export interface ArticleWays extends Pick<Route, 'filter' | 'sort'> {
  readonly before: string | undefined;
  readonly after: string | undefined;
}

/** What stands above the segments of an article: its title, where it lies, and the ways to the others. */
export function createArticleHead(
  store: Store,
  article: PageArticle,
  { before, after, filter, sort }: ArticleWays,
): HTMLElement {
  const { index, srcLang } = store;
  const { title, path, href, trgLang, dir, handoff, findings, refused, units } = article;
  const ways =
    index.articles.length === 1
      ? undefined
      : element(
          'nav',
          { 'aria-label': 'Articles', class: 'ways' },
          linkTo({ filter, sort }, 'All articles'),
          before === undefined ? undefined : linkTo({ article: before, filter, sort }, '‹ Before'),
          after === undefined ? undefined : linkTo({ article: after, filter, sort }, 'Next ›'),
        );
  const segments = units.reduce((sum, unit) => sum + unit.segments.length, 0);
  return element(
    'div',
    { class: 'article-head' },
    ways,
    element('h2', { lang: title?.source ? srcLang : undefined }, nameOf(article)),
    title === undefined
      ? undefined
      : element('p', { class: 'subtitle', lang: trgLang, dir: dir ?? 'ltr' }, title.target),
    element(
      'p',
      { class: 'facts' },
      typeBadge(article),
      element('span', { class: 'path' }, href === undefined ? path : element('a', { href }, path)),
      element('span', {}, countOf(segments, 'segment')),
      handoff === undefined ? undefined : element('span', {}, `handed off ${handoff}`),
    ),
    findings === undefined ? undefined : element('div', { class: 'findings' }, createFindings(findings)),
    createRefusals(refused ?? [], (proposed) => renderContent(proposed, ''), article),
  );
}

/** The heading of an article among others; its link keeps the filter that found it. */
export function createArticleTitle({ index, srcLang }: Store, at: number, kept: Partial<Route>): HTMLElement {
  const article = index.articles[at];
  if (article === undefined) return element('div');
  return element(
    'div',
    { class: 'group-head' },
    element('h3', {}, linkToArticle(article, srcLang, kept)),
    element('p', { class: 'facts' }, typeBadge(article), element('span', { class: 'path' }, article.path)),
  );
}
