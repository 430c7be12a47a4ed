import type { PageArticle } from '../page-data.js';
import type { Route } from '../route.js';
import { createGate, type Filter, fold, isEmpty } from '../search/filter.js';
import { createArticleHead, createArticleTitle } from './article/article-head.js';
import { createSegmentList, type SegmentList, type SegmentListOptions, showCount } from './article/segments.js';
import { element } from './dom.js';
import { createOverview } from './overview/overview.js';
import { createRules } from './overview/rules.js';
import { createAllOffers, createOffers } from './search/offers.js';
import { entriesOf, type Store } from './store/store.js';
import { textsOf } from './store/whole.js';

/** What the page can show: the index, an article, what a filter finds, or findings by rule. */
export interface Views {
  /** Shows a place; what is not at hand follows later, unless something else is shown by then. */
  show(route: Route, article: ShownArticle | undefined, events: ViewEvents): void;
  /** The number of a segment of an article that is at hand. */
  numberOf(article: number | undefined, id: string): number | undefined;
  /** Fetches what is searched, in the time that nobody needs. */
  prepareSearch(): void;
}

/** The article of a route: its place in the page, and the paths of those beside it. */
export interface ShownArticle {
  readonly at: number;
  readonly before: string | undefined;
  readonly after: string | undefined;
}

/** What is reported of a view. */
export interface ViewEvents {
  /** What was shown before goes away. */
  begin(): void;
  /** It is shown; `list`: its segments, where it has some. */
  end(list: SegmentList | undefined): void;
  /** All of it is known. */
  done(): void;
}

/** Shows views in `main`. */
export function createViews(store: Store, main: HTMLElement, onRow?: SegmentListOptions['onRow']): Views {
  const { index, starts, articles, texts } = store;
  const rows = onRow === undefined ? {} : { onRow };
  let turn = 0;
  let list: SegmentList | undefined;
  const clear = (events: ViewEvents): void => {
    list?.close();
    list = undefined;
    events.begin();
    main.replaceChildren();
  };
  const showNothing = (): void => main.append(element('p', { class: 'nothing' }, 'No segment is like that.'));
  const end = (events: ViewEvents, made?: SegmentList): void => {
    list = made;
    events.end(made);
  };

  const showArticle = (article: PageArticle, shown: ShownArticle, route: Route, events: ViewEvents): void => {
    clear(events);
    const { at } = shown;
    const { filter, sort } = route;
    const found = numbersIn(article, at, filter);
    showCount(found.length, (starts[at + 1] ?? 0) - (starts[at] ?? 0));
    main.append(createArticleHead(store, article, { ...shown, filter, sort }));
    if (found.length === 0) showNothing();
    end(events, createSegmentList(main, found, { store, searched: filter.text, ...rows }));
    events.done();
  };

  /** Shows something of all articles that is no list of segments. */
  const showWhole = (shown: readonly Node[], events: ViewEvents): void => {
    clear(events);
    showCount(starts.at(-1) ?? 0, starts.at(-1) ?? 0);
    for (const each of shown) main.append(each);
    end(events);
    events.done();
  };

  const numbersIn = (article: PageArticle, at: number, filter: Filter): readonly number[] => {
    const start = starts[at] ?? 0;
    const found: number[] = [];
    const isOpen = createGate(index, starts, filter);
    const add = (segment: number): void => {
      if (isOpen(start + segment)) found.push(start + segment);
    };
    const text = fold(filter.text.trim());
    if (text === '') for (const segment of entriesOf(article).keys()) add(segment);
    else textsOf([article]).find(text, add);
    return found;
  };

  const showFound = (route: Route, events: ViewEvents, own: number): void => {
    clear(events);
    const { filter, sort } = route;
    const all = starts.at(-1) ?? 0;
    const isOpen = createGate(index, starts, filter);
    for (const each of [element('h2', {}, 'Found'), ...createOffers(store, route)]) main.append(each);
    const found: number[] = [];
    const text = fold(filter.text.trim());
    if (text === '') for (let segment = 0; segment < all; segment++) if (isOpen(segment)) found.push(segment);
    const heading = (at: number): HTMLElement => createArticleTitle(store, at, { filter, sort });
    const made = createSegmentList(main, found, { store, searched: filter.text, heading, ...rows });
    const finish = (): void => {
      showCount(found.length, all);
      if (found.length === 0) showNothing();
      events.done();
    };
    end(events, made);
    if (text === '') {
      finish();
      return;
    }
    const from = (first: number): void => {
      for (let part = first; part < store.textParts; part++) {
        const searched = texts.at(part);
        if (searched === undefined) {
          showCount(found.length, all, false);
          fetchAhead(part);
          texts.fetch(part, () => {
            if (own === turn) from(part);
          });
          return;
        }
        const start = store.startOfTexts(part);
        const before = found.length;
        searched.find(text, (segment) => {
          if (isOpen(start + segment)) found.push(start + segment);
        });
        if (found.length > before) made.grow();
      }
      finish();
    };
    from(0);
  };

  const missing = (path: string): HTMLElement =>
    element('p', { class: 'nothing', role: 'status' }, `This page has no article ${path}.`);

  /** The next parts are on their way while one is searched. */
  const fetchAhead = (part: number): void => {
    for (let next = part + 1; next < Math.min(part + 4, store.textParts); next++) {
      if (texts.at(next) === undefined) texts.fetch(next, () => undefined);
    }
  };

  return {
    show(route, article, events) {
      const own = ++turn;
      if (article !== undefined) {
        articles.fetch(article.at, (there) => {
          if (own === turn) showArticle(there, article, route, events);
        });
        return;
      }
      if (route.article !== undefined) showWhole([missing(route.article), createOverview(store, route)], events);
      else if (route.view === 'rules') showWhole([createRules(store)], events);
      else if (isEmpty(route.filter)) showWhole([createOverview(store, route)], events);
      else if (route.view === 'articles') showWhole(createAllOffers(store, route.filter), events);
      else showFound(route, events, own);
    },
    numberOf(at, id) {
      const article = at === undefined ? undefined : articles.at(at);
      const place = article === undefined ? -1 : entriesOf(article).findIndex(({ segment }) => segment.id === id);
      return at === undefined || place < 0 ? undefined : (starts[at] ?? 0) + place;
    },
    prepareSearch() {
      const from = (part: number): void => {
        if (part < store.textParts) texts.fetch(part, () => setTimeout(() => from(part + 1)));
      };
      from(0);
    },
  };
}
