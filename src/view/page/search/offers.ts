import type { PageArticle, PageData } from '../../page-data.js';
import { type Filter, isWantedFinding } from '../../search.js';
import { createFindings } from '../article/row.js';
import { type Child, countOf, element } from '../dom.js';
import { linkTo } from '../route.js';

/** Articles that are offered at most. */
const offered = 12;

/** What else a filter finds: articles of such a name, and those with such a finding about no segment. */
export function createOffers({ articles }: PageData, filter: Filter): readonly HTMLElement[] {
  const text = filter.text.trim().toLowerCase();
  const named =
    text === '' || filter.finding !== '' ? [] : articles.filter((article) => namesOf(article).includes(text));
  const found = text === '' ? articles.filter((article) => ownFindings(article, filter).length > 0) : [];
  return [
    ...list('Articles of that name', named, titleLink),
    ...list('Articles with such a finding about no segment', found, (article) =>
      element('div', { class: 'findings' }, titleLink(article), createFindings(ownFindings(article, filter))),
    ),
  ];
}

function ownFindings(
  { findings = [], type = undefined }: PageArticle,
  filter: Filter,
): NonNullable<PageArticle['findings']> {
  if (filter.finding === '' || filter.changed) return [];
  if (filter.type !== '' && filter.type !== (type ?? 'unknown')) return [];
  return findings.filter((finding) => isWantedFinding(finding, filter.finding));
}

function namesOf({ path, title }: PageArticle): string {
  return `${path}\0${title?.source ?? ''}\0${title?.target ?? ''}`.toLowerCase();
}

function titleLink(article: PageArticle): HTMLElement {
  return linkTo({ article }, article.title?.source || article.path);
}

function list(
  name: string,
  articles: readonly PageArticle[],
  toItem: (article: PageArticle) => Child,
): readonly HTMLElement[] {
  if (articles.length === 0) return [];
  const items = articles.slice(0, offered).map((article) => element('li', {}, toItem(article)));
  const left = articles.length - items.length;
  if (left > 0) items.push(element('li', {}, `and ${countOf(left, 'more article')}`));
  return [element('nav', { 'aria-label': name, class: 'offered' }, element('p', {}, name), element('ul', {}, items))];
}
