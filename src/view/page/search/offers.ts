import type { PageArticle } from '../../page-data.js';
import type { PageIndex, PageSummary } from '../../page-index.js';
import type { Route } from '../../route.js';
import { type Filter, isWantedFinding, isWantedKind } from '../../search/filter.js';
import { createFindings } from '../article/row.js';
import { count, element } from '../dom.js';
import { linkTo, linkToArticle } from '../links.js';
import { appendSome } from '../some.js';
import type { Store } from '../store/store.js';

/** Articles that are offered at most. */
const offered = 12;

/** Articles that a filter finds for what they are, not for a segment. */
interface Offer {
  readonly name: string;
  readonly articles: readonly number[];
  readonly toItem: (at: number) => HTMLElement;
}

/** What else a filter finds: some of the articles of such a name, and of those with such a finding about no segment. */
export function createOffers(store: Store, { filter, sort }: Route): readonly HTMLElement[] {
  return offersOf(store, filter).map(({ name, articles, toItem }) => {
    const items = articles.slice(0, offered).map(toItem);
    const left = articles.length - items.length;
    if (left > 0) {
      const link = linkTo(
        { view: 'articles', filter, sort },
        `and ${count(left)} more article${left === 1 ? '' : 's'}`,
      );
      items.push(element('li', {}, link));
    }
    return element('nav', { 'aria-label': name, class: 'offered' }, element('p', {}, name), element('ul', {}, items));
  });
}

/** All of those articles. */
export function createAllOffers(store: Store, filter: Filter): readonly HTMLElement[] {
  return offersOf(store, filter).map(({ name, articles, toItem }) => {
    const list = element('ul', {});
    const section = element('section', { class: 'offered', 'aria-label': name }, element('h2', {}, name), list);
    appendSome(list, articles, toItem, { outside: section });
    return section;
  });
}

function offersOf({ index, articles: shelf, srcLang }: Store, filter: Filter): readonly Offer[] {
  const text = filter.text.trim().toLowerCase();
  const named = text === '' || filter.finding !== '' ? [] : places(index, (each) => namesOf(each).includes(text));
  const found = text === '' ? places(index, (each) => hasOwn(index, each, filter)) : [];
  const link = (at: number): HTMLElement => linkToArticle(index.articles[at] ?? { path: '' }, srcLang);
  const offers: readonly Offer[] = [
    { name: 'Articles of that name', articles: named, toItem: (at) => element('li', {}, link(at)) },
    {
      name: 'Articles with such a finding about no segment',
      articles: found,
      toItem(at) {
        const findings = element('div', { class: 'findings' }, link(at));
        shelf.fetch(at, (article) => findings.append(createFindings(ownFindings(article, filter)) ?? ''));
        return element('li', {}, findings);
      },
    },
  ];
  return offers.filter(({ articles }) => articles.length > 0);
}

function places({ articles }: PageIndex, isWanted: (article: PageSummary) => boolean): readonly number[] {
  return articles.flatMap((article, at) => (isWanted(article) ? at : []));
}

function hasOwn(index: PageIndex, { own = [], type }: PageSummary, filter: Filter): boolean {
  if (filter.finding === '' || filter.changed || filter.worked) return false;
  if (filter.type !== '' && filter.type !== (type ?? 'unknown')) return false;
  return own.some((kind) => isWantedKind(index, kind, filter.finding));
}

function ownFindings({ findings = [] }: PageArticle, filter: Filter): NonNullable<PageArticle['findings']> {
  return findings.filter((finding) => isWantedFinding(finding, filter.finding));
}

function namesOf({ path, title }: PageSummary): string {
  return `${path}\0${title?.source ?? ''}\0${title?.target ?? ''}`.toLowerCase();
}
