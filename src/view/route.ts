import { type Sort, sorts } from './overview/sort.js';
import { type Filter, noFilter } from './search/filter.js';

/** What of the page is shown; it stands after the `#` of its address. */
export interface Route {
  /** The path of an article. Not there: all of them. Paths, not numbers: they stay when the page is made anew. */
  readonly article?: string;
  /** The id of a segment of the article. */
  readonly segment?: string;
  /** What is shown of all articles. Not there: the index, or what the filter finds. */
  readonly view?: WholeView;
  readonly filter: Filter;
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
export function addressOf({ article, segment, view, filter = noFilter, sort = 'place' }: Partial<Route>): string {
  const words = new URLSearchParams();
  const add = (name: string, value: string | undefined, usual?: string): void => {
    if (value !== undefined && value !== usual) words.set(name, value);
  };
  add('article', article);
  add('segment', segment);
  add('view', view);
  add('search', filter.text, '');
  add('type', filter.type, '');
  add('finding', filter.finding, '');
  add('changed', filter.changed ? 'only' : undefined);
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
  const view = known('view', wholeViews);
  return {
    ...(article === null ? {} : { article }),
    ...(segment === null ? {} : { segment }),
    ...(view === undefined ? {} : { view }),
    filter: {
      text: words.get('search') ?? '',
      type: known('type', types) ?? '',
      finding: words.get('finding') ?? '',
      changed: words.get('changed') === 'only',
    },
    sort: known('sort', sorts) ?? 'place',
  };
}
