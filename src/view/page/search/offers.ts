import type { PageArticle } from '../../page-data.js';
import type { PageIndex, PageSummary } from '../../page-index.js';
import { type Filter, isWantedFinding, isWantedKind } from '../../search.js';
import { createFindings } from '../article/row.js';
import { type Child, countOf, element } from '../dom.js';
import { linkTo } from '../route.js';
import type { Store } from '../store/store.js';

/** Articles that are offered at most. */
const offered = 12;

/** What else a filter finds: articles of such a name, and those with such a finding about no segment. */
export function createOffers({ index, articles: shelf }: Store, filter: Filter): readonly HTMLElement[] {
  const text = filter.text.trim().toLowerCase();
  const named = text === '' || filter.finding !== '' ? [] : places(index, (each) => namesOf(each).includes(text));
  const found = text === '' ? places(index, (each) => hasOwn(index, each, filter)) : [];
  const summaryOf = (at: number): PageSummary => index.articles[at] ?? { path: '', segments: 0 };
  return [
    ...list('Articles of that name', named, (at) => titleLink(summaryOf(at))),
    ...list('Articles with such a finding about no segment', found, (at) => {
      const findings = element('div', { class: 'findings' }, titleLink(summaryOf(at)));
      shelf.fetch(at, (article) => findings.append(createFindings(ownFindings(article, filter)) ?? ''));
      return findings;
    }),
  ];
}

function places({ articles }: PageIndex, isWanted: (article: PageSummary) => boolean): readonly number[] {
  return articles.flatMap((article, at) => (isWanted(article) ? at : []));
}

function hasOwn(index: PageIndex, { own = [], type }: PageSummary, filter: Filter): boolean {
  if (filter.finding === '' || filter.changed) return false;
  if (filter.type !== '' && filter.type !== (type ?? 'unknown')) return false;
  return own.some((kind) => isWantedKind(index, kind, filter.finding));
}

function ownFindings({ findings = [] }: PageArticle, filter: Filter): NonNullable<PageArticle['findings']> {
  return findings.filter((finding) => isWantedFinding(finding, filter.finding));
}

function namesOf({ path, title }: PageSummary): string {
  return `${path}\0${title?.source ?? ''}\0${title?.target ?? ''}`.toLowerCase();
}

function titleLink(article: PageSummary): HTMLElement {
  return linkTo({ article }, article.title?.source || article.path);
}

function list(name: string, articles: readonly number[], toItem: (at: number) => Child): readonly HTMLElement[] {
  if (articles.length === 0) return [];
  const items = articles.slice(0, offered).map((at) => element('li', {}, toItem(at)));
  const left = articles.length - items.length;
  if (left > 0) items.push(element('li', {}, `and ${countOf(left, 'more article')}`));
  return [element('nav', { 'aria-label': name, class: 'offered' }, element('p', {}, name), element('ul', {}, items))];
}
