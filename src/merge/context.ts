import type { Article, Segment } from '../model/article.js';
import type { MemoryEntry } from '../read/edited/tmx.js';
import { plainSource, segSource } from '../write/tmx.js';

type Props = MemoryEntry['props'];

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
  return (segment, previous, next) => {
    const hasPrevious = createNeighbour('prev', 'x-context-pre', previous, inline);
    const hasNext = createNeighbour('next', 'x-context-post', next, inline);
    return ({ props }) => {
      const article = isOfArticle(props.get('file') ?? props.get('x-article'));
      const id = article && props.get('x-pair') === segment.id;
      return 4 * (Number(hasPrevious(props)) + Number(hasNext(props))) + Number(article) + 2 * Number(id);
    };
  };
}

/** Tells whether an entry names this neighbour. What it would say is written once: entries may be thousands. */
function createNeighbour(
  omegat: string,
  memoq: string,
  segment: Segment | undefined,
  inline: 'codes' | 'text',
): (props: Props) => boolean {
  const plain = withLineFeeds(plainSource(segment, inline));
  const has = (props: Props, type: string, text: string): boolean => withLineFeeds(props.get(type) ?? '') === text;
  if (segment === undefined) return (props) => props.has(omegat) && has(props, omegat, plain);
  const seg = withLineFeeds(segSource(segment, inline));
  return (props) => (props.has(omegat) ? has(props, omegat, plain) : has(props, memoq, seg));
}

/** Line ends as LF, also where they are written as references: what they are is no difference. */
function withLineFeeds(text: string): string {
  return text.replace(/(?:\r|&#13;|&#xD;)\n?/gi, '\n');
}
