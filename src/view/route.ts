import { type Sort, sorts } from './overview/sort.js';
import { type Filter, noFilter } from './search/filter.js';
import { sides, ways } from './search/query.js';

/** What of the page is shown; it stands after the `#` of its address. */
export interface Route {
  /** The path of an article. Not there: all of them. Paths, not numbers: they stay when the page is made anew. */
  readonly article?: string;
  /** The id of a segment of the article. */
  readonly segment?: string;
  /** What is shown of all articles. Not there: the index, or what the filter finds. */
  readonly view?: WholeView;
  /** A source whose translations are shown. */
  readonly source?: string;
  readonly filter: Filter;
  /** What is found stands without the segments around it. */
  readonly bare?: true;
  /** The order of the articles. */
  readonly sort: Sort;
}

/** `rules`: findings by their codes; `articles`: the articles that a filter finds by their names or findings. */
export type WholeView = (typeof wholeViews)[number];

const wholeViews = ['rules', 'articles'] as const;
const types = ['ht', 'mt', 'unknown'] as const;

/** The index, with nothing asked for. */
export const home: Route = { filter: noFilter, sort: 'place' };

/** The address of a place in the page; what is usual is left out of it. */
export function addressOf(route: Partial<Route>): string {
  const { article, segment, view, source, filter = noFilter, bare, sort = 'place' } = route;
  const words = new URLSearchParams();
  const add = (name: string, value: string | undefined, usual?: string): void => {
    if (value !== undefined && value !== usual) words.set(name, value);
  };
  add('article', article);
  add('segment', segment);
  add('view', view);
  add('source', source);
  add('search', filter.text, '');
  add('way', filter.way, noFilter.way);
  add('side', filter.side, noFilter.side);
  add('type', filter.type, '');
  add('finding', filter.finding, '');
  add('changed', filter.changed ? 'only' : undefined);
  add('worked', filter.worked ? 'only' : undefined);
  add('context', bare === true ? 'none' : undefined);
  add('sort', sort, 'place');
  return `#${words}`;
}

/** What an address asks for; what it says that is unknown is passed over. */
export function routeOf(hash: string): Route {
  const words = new URLSearchParams(hash.replace(/^#/, ''));
  const known = <Value extends string>(name: string, values: readonly Value[]): Value | undefined =>
    values.find((value) => value === words.get(name));
  const article = words.get('article');
  const segment = words.get('segment');
  const source = words.get('source');
  const view = known('view', wholeViews);
  return {
    ...(article === null ? {} : { article }),
    ...(segment === null ? {} : { segment }),
    ...(view === undefined ? {} : { view }),
    ...(source === null ? {} : { source }),
    ...(words.get('context') === 'none' ? { bare: true } : {}),
    filter: {
      text: words.get('search') ?? '',
      way: known('way', ways) ?? noFilter.way,
      side: known('side', sides) ?? noFilter.side,
      type: known('type', types) ?? '',
      finding: words.get('finding') ?? '',
      changed: words.get('changed') === 'only',
      worked: words.get('worked') === 'only',
    },
    sort: known('sort', sorts) ?? 'place',
  };
}
