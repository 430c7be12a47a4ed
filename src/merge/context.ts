import type { Article, Segment } from '../model/article.js';
import type { MemoryEntry } from '../read/edited/tmx.js';
import { plainSource, segSource } from '../write/tmx.js';

/**
 * Tells how much of what an entry says of its place is true of a segment: its neighbours as OmegaT or memoQ name them,
 * the article, and the id. Neighbours count most, because articles change their places and ids.
 */
export function createContext(
  { path }: Article,
  inline: 'codes' | 'text',
): (segment: Segment, previous?: Segment, next?: Segment) => (entry: MemoryEntry) => number {
  const isOfArticle = (name: string | undefined): boolean =>
    name !== undefined &&
    path !== undefined &&
    (name === path || path.endsWith(`/${name}`) || name.endsWith(`/${path}`));
  return (segment, previous, next) =>
    ({ props }) => {
      const says = (type: string, value: string | undefined): number => Number(props.get(type) === value);
      const before =
        props.has('prev') || previous === undefined
          ? says('prev', plainSource(previous, inline))
          : says('x-context-pre', segSource(previous, inline));
      const behind =
        props.has('next') || next === undefined
          ? says('next', plainSource(next, inline))
          : says('x-context-post', segSource(next, inline));
      const article = isOfArticle(props.get('file') ?? props.get('x-article'));
      return 4 * (before + behind) + Number(article) + (article ? 2 * says('x-pair', segment.id) : 0);
    };
}
