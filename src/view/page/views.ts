import type { PageArticle } from '../page-data.js';
import type { Route } from '../route.js';
import { isEmpty } from '../search/filter.js';
import { createArticleHead, createArticleTitle } from './article/article-head.js';
import { type SegmentList, type SegmentListOptions, showCount } from './article/segments.js';
import { element } from './dom.js';
import { linkTo } from './links.js';
import { type Listed, type ListingEvents, type ListingOptions, listSegments } from './listing.js';
import { createOverview } from './overview/overview.js';
import { createRules } from './overview/rules.js';
import { createFinder } from './search/finder.js';
import { createAllOffers, createOffers } from './search/offers.js';
import { createTranslationsView } from './search/translations.js';
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

/** What the page tells its views. */
export interface ViewOptions extends Pick<SegmentListOptions, 'onRow'> {
  /** Finds the numbers of the segments that were worked on. */
  worked(then: (segments: ReadonlySet<number>) => void): void;
}

/** Shows views in `main`. */
export function createViews(store: Store, main: HTMLElement, { onRow, worked }: ViewOptions): Views {
  const { starts, articles, texts } = store;
  const finder = createFinder();
  const all = starts.at(-1) ?? 0;
  const base = { store, finder, ...(onRow === undefined ? {} : { onRow }) };
  let turn = 0;
  let list: SegmentList | undefined;
  const clear = (events: ViewEvents): void => {
    list?.close();
    list = undefined;
    events.begin();
    main.replaceChildren();
  };
  const eventsOf = ({ end, done }: ViewEvents): ListingEvents => ({
    end(made) {
      list = made;
      end(made);
    },
    done,
  });

  const showArticle = (article: PageArticle, shown: ShownArticle, shared: ListingOptions, events: ViewEvents): void => {
    clear(events);
    const { at } = shown;
    const { filter, sort } = shared.route;
    const start = starts[at] ?? 0;
    main.append(createArticleHead(store, article, { ...shown, filter, sort }));
    const part = textsOf([article]);
    const listed: Listed = {
      start,
      end: starts[at + 1] ?? 0,
      texts: { at: () => part, fetch: (_place, then) => then(part) },
      textParts: 1,
      startOfTexts: () => start,
    };
    listSegments(main, shared, listed, eventsOf(events));
  };

  /** Shows something of all articles that is no list of segments. */
  const showWhole = (shown: readonly Node[], events: ViewEvents): void => {
    clear(events);
    showCount(all, all);
    for (const each of shown) main.append(each);
    events.end(undefined);
    events.done();
  };

  const showFound = (shared: ListingOptions, events: ViewEvents): void => {
    clear(events);
    const { route } = shared;
    for (const each of [createFoundHead(route), ...createOffers(store, route)]) main.append(each);
    const { filter, sort } = route;
    const heading = (at: number): HTMLElement => createArticleTitle(store, at, { filter, sort });
    listSegments(main, shared, { ...store, start: 0, end: all, heading }, eventsOf(events));
  };

  return {
    show(route, article, events) {
      const own = ++turn;
      finder.stop();
      /** What lists segments waits for what it has to know. */
      const withWorked = (then: (shared: ListingOptions) => void): void => {
        if (!route.filter.worked) then({ ...base, route });
        else {
          worked((segments) => {
            if (own === turn) then({ ...base, route, worked: segments });
          });
        }
      };
      if (article !== undefined) {
        articles.fetch(article.at, (there) => {
          if (own === turn) withWorked((shared) => showArticle(there, article, shared, events));
        });
        return;
      }
      if (route.article !== undefined) showWhole([missing(route.article), createOverview(store, route)], events);
      else if (route.view === 'rules') showWhole([createRules(store)], events);
      else if (route.source !== undefined) showWhole([createTranslationsView(store, finder, route.source)], events);
      else if (isEmpty(route.filter)) showWhole([createOverview(store, route)], events);
      else if (route.view === 'articles') showWhole(createAllOffers(store, route.filter), events);
      else withWorked((shared) => showFound(shared, events));
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

function missing(path: string): HTMLElement {
  return element('p', { class: 'nothing', role: 'status' }, `This page has no article ${path}.`);
}

/** What stands above all that was found; the segments around hits can be left out. */
function createFoundHead(route: Route): HTMLElement {
  const { bare, ...others } = route;
  const link =
    route.filter.text.trim() === ''
      ? undefined
      : bare === true
        ? linkTo(others, 'With the segments around them')
        : linkTo({ ...others, bare: true }, 'Without the segments around them');
  return element(
    'div',
    { class: 'line' },
    element('h2', {}, 'Found'),
    link === undefined ? undefined : element('p', { class: 'sorts' }, link),
  );
}
