import { type Sort, sortedPlaces } from '../overview/sort.js';
import type { PageSummary } from '../page-index.js';
import type { Route } from '../route.js';
import type { ShownArticle } from './views.js';

/** Which article stands where, in the order that a route names. */
export interface Order {
  /** The article of a route. Not there: the route is about all, or there is no such article. */
  find(route: Route): ShownArticle | undefined;
  /** The path of the article so many places after that of a route; the first one where it has none. */
  step(route: Route, steps: number): string | undefined;
}

/** Orders articles as it is asked for. */
export function createOrder(articles: readonly PageSummary[]): Order {
  const byPath = new Map(articles.map(({ path }, at) => [path, at]));
  let known: { readonly sort: Sort; readonly places: readonly number[]; readonly ranks: readonly number[] } | undefined;
  const ordered = (sort: Sort): NonNullable<typeof known> => {
    if (known?.sort !== sort) {
      const places = sortedPlaces(articles, sort);
      const ranks: number[] = [];
      for (const [rank, place] of places.entries()) ranks[place] = rank;
      known = { sort, places, ranks };
    }
    return known;
  };
  const placeOf = ({ article, view, source }: Route): number | undefined =>
    article !== undefined
      ? byPath.get(article)
      : articles.length === 1 && view === undefined && source === undefined
        ? 0
        : undefined;
  const step = (route: Route, steps: number): string | undefined => {
    const { places, ranks } = ordered(route.sort);
    const at = placeOf(route);
    const rank = at === undefined ? -1 : (ranks[at] ?? -1);
    return articles[places[rank + steps] ?? -1]?.path;
  };
  return {
    find(route) {
      const at = placeOf(route);
      return at === undefined ? undefined : { at, before: step(route, -1), after: step(route, 1) };
    },
    step,
  };
}
