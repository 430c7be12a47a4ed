import type { PageArticle } from '../../page-data.js';
import { countOf, element } from '../dom.js';
import { typeBadge } from '../overview/overview.js';
import { linkTo } from '../route.js';
import type { Store } from '../store/store.js';
import { renderContent } from './content.js';
import { createFindings, createRefusals } from './row.js';

/** What stands above the segments of an article: its title, where it lies, and the ways to the others. */
export function createArticleHead({ index, srcLang }: Store, article: PageArticle, at: number): HTMLElement {
  const { title, path, href, trgLang, dir, handoff, findings, refused, units } = article;
  const before = index.articles[at - 1];
  const after = index.articles[at + 1];
  const ways =
    index.articles.length === 1
      ? undefined
      : element(
          'nav',
          { 'aria-label': 'Articles', class: 'ways' },
          linkTo({}, 'All articles'),
          before === undefined ? undefined : linkTo({ article: before }, '‹ Before'),
          after === undefined ? undefined : linkTo({ article: after }, 'Next ›'),
        );
  const segments = units.reduce((sum, unit) => sum + unit.segments.length, 0);
  return element(
    'div',
    { class: 'article-head' },
    ways,
    element('h2', { lang: srcLang }, title?.source || path),
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
    createRefusals(refused ?? [], (proposed) => renderContent(proposed, '', ''), article),
  );
}

/** The heading of an article among others. */
export function createArticleTitle({ index, srcLang }: Store, at: number): HTMLElement {
  const article = index.articles[at];
  if (article === undefined) return element('div');
  return element(
    'div',
    { class: 'group-head' },
    element('h3', { lang: srcLang }, linkTo({ article }, article.title?.source || article.path)),
    element('p', { class: 'facts' }, typeBadge(article), element('span', { class: 'path' }, article.path)),
  );
}
