import type { Route } from '../route.js';
import { articleAt, createGate } from '../search/filter.js';
import { createMarker, readQuery } from '../search/query.js';
import { createSegmentList, type SegmentList, type SegmentListOptions, showCount } from './article/segments.js';
import { count, element } from './dom.js';
import { linkTo } from './links.js';
import type { Finder, SearchedParts } from './search/finder.js';
import { entriesOf, type Store } from './store/store.js';

/** Segments that may be listed: those of an article, or all. */
export interface Listed extends SearchedParts {
  /** The number of the first one, and that after the last one. */
  readonly start: number;
  readonly end: number;
  /** Makes the heading of an article, where there are several. */
  readonly heading?: (article: number) => HTMLElement;
}

/** What a list is made by. */
export interface ListingOptions extends Pick<SegmentListOptions, 'store' | 'onRow'> {
  readonly finder: Finder;
  readonly route: Route;
  /** The segments that were worked on, by their numbers, where the filter asks for them. */
  readonly worked?: ReadonlySet<number>;
}

/** What is reported of a list. */
export interface ListingEvents {
  /** It is there; there may be more in it later. */
  end(list: SegmentList): void;
  /** All of it is known. */
  done(): void;
}

/** Lists the segments that a filter lets through in `main`, as they are found. */
export function listSegments(
  main: HTMLElement,
  { store, finder, route, worked, ...rows }: ListingOptions,
  { start, end, heading, ...parts }: Listed,
  events: ListingEvents,
): void {
  const { filter } = route;
  const found: number[] = [];
  const isOpen = createGate(store.index, store.starts, filter, worked);
  const isSearched = filter.text.trim() !== '';
  if (!isSearched) for (let number = start; number < end; number++) if (isOpen(number)) found.push(number);
  const marker = createMarker(readQuery(filter));
  const none = (): readonly [] => [];
  const list = createSegmentList(main, found, {
    store,
    markers: {
      source: filter.side === 'target' ? none : marker,
      target: filter.side === 'source' ? none : marker,
    },
    hasContext: isSearched && heading !== undefined && route.bare !== true,
    ...(heading === undefined ? {} : { heading }),
    ...rows,
  });
  events.end(list);
  const finish = (): void => {
    showCount(found.length, end - start);
    if (found.length === 0) main.append(element('p', { class: 'nothing' }, 'No segment is like that.'));
    events.done();
  };
  if (!isSearched) {
    finish();
    return;
  }
  finder.find(parts, filter, {
    found(numbers) {
      for (const number of numbers) if (isOpen(number)) found.push(number);
      list.grow();
    },
    goesOn: () => showCount(found.length, end - start, false),
    done: finish,
    failed(title, reason, segment) {
      showCount(found.length, end - start);
      const searched = segment === undefined || segment === start ? [] : sayHowFar(store, segment);
      const failed = element('p', { class: 'failed', role: 'alert' }, element('b', {}, title), ` ${reason}`, searched);
      main.querySelector('.more')?.before(failed);
      events.done();
    },
  });
}

/** Where a search ended: what stands there, and after it, may have hits that are not shown. */
function sayHowFar(store: Store, segment: number): readonly (string | HTMLElement)[] {
  const at = articleAt(store.starts, segment);
  const { path } = store.index.articles[at] ?? {};
  if (path === undefined) return [];
  const place = segment - (store.starts[at] ?? 0);
  const article = store.articles.at(at);
  const id = article === undefined ? undefined : entriesOf(article)[place]?.segment.id;
  const route = { article: path, ...(id === undefined ? {} : { segment: id }) };
  return [' Searched are all segments before ', linkTo(route, `segment ${count(place + 1)} of ${path}`), '.'];
}
