import type { PageArticle } from '../page-data.js';
import { createGate, type Filter, fold, isEmpty } from '../search.js';
import { createArticleHead, createArticleTitle } from './article/article-head.js';
import { createSegmentList, type SegmentList, showCount } from './article/segments.js';
import { element } from './dom.js';
import { createOverview } from './overview/overview.js';
import { createOffers } from './search/offers.js';
import { entriesOf, type Store } from './store/store.js';
import { textsOf } from './store/whole.js';

/** What the page can show: the index, an article, or what a filter finds. */
export interface Views {
  /** Shows an article, or all; what is not at hand follows later, unless something else is shown by then. */
  show(article: number | undefined, filter: Filter, events: ViewEvents): void;
  /** The number of a segment of an article that is at hand. */
  numberOf(article: number | undefined, id: string): number | undefined;
  /** Fetches what is searched, in the time that nobody needs. */
  prepareSearch(): void;
}

/** What is told of a view. */
export interface ViewEvents {
  /** What was shown before goes away. */
  begin(): void;
  /** It is shown; `list`: its segments, where it has some. */
  end(list: SegmentList | undefined): void;
}

/** Shows views in `main`. */
export function createViews(store: Store, main: HTMLElement): Views {
  const { index, starts, articles, texts } = store;
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

  const showArticle = (article: PageArticle, at: number, filter: Filter, events: ViewEvents): void => {
    clear(events);
    const found = numbersIn(article, at, filter);
    showCount(found.length, (starts[at + 1] ?? 0) - (starts[at] ?? 0));
    main.append(createArticleHead(store, article, at));
    if (found.length === 0) showNothing();
    end(events, createSegmentList(main, found, { store, searched: filter.text }));
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

  const showFound = (filter: Filter, events: ViewEvents, own: number): void => {
    clear(events);
    const all = starts.at(-1) ?? 0;
    const isOpen = createGate(index, starts, filter);
    for (const each of [element('h2', {}, 'Found'), ...createOffers(store, filter)]) main.append(each);
    const found: number[] = [];
    const text = fold(filter.text.trim());
    if (text === '') for (let segment = 0; segment < all; segment++) if (isOpen(segment)) found.push(segment);
    const heading = (at: number): HTMLElement => createArticleTitle(store, at);
    const made = createSegmentList(main, found, { store, searched: filter.text, heading });
    const finish = (): void => {
      showCount(found.length, all);
      if (found.length === 0) showNothing();
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

  /** The next parts are on their way while one is searched. */
  const fetchAhead = (part: number): void => {
    for (let next = part + 1; next < Math.min(part + 4, store.textParts); next++) {
      if (texts.at(next) === undefined) texts.fetch(next, () => undefined);
    }
  };

  return {
    show(article, filter, events) {
      const own = ++turn;
      if (article !== undefined) {
        articles.fetch(article, (there) => {
          if (own === turn) showArticle(there, article, filter, events);
        });
      } else if (isEmpty(filter)) {
        clear(events);
        showCount(starts.at(-1) ?? 0, starts.at(-1) ?? 0);
        main.append(createOverview(store));
        end(events);
      } else {
        showFound(filter, events, own);
      }
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
