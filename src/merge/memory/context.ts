import type { Article, Segment } from '../../model/article.js';
import { plainSource, segSource } from '../../write/formats/tmx.js';
import { type MemoryEntry, withPlainLineEnds } from './entry.js';

/**
 * What entries say of their places, as names: an entry and a segment share a name where what the entry says is true of the
 * segment.
 */
export interface Context {
  /** That of the article. */
  readonly path: string | undefined;
  /** All names of an entry. */
  namesOf(entry: MemoryEntry): readonly string[];
  /**
   * Names of a segment, those that say most first. Entries with a name of one level have none of a level before; if they
   * have none at all, they say nothing that is true.
   */
  levelsOf(segment: Segment, previous?: Segment, next?: Segment): readonly (readonly string[])[];
}

/**
 * Neighbours as OmegaT or memoQ name them count most, because articles change their places and ids; then the article and
 * the id in it, then the article.
 */
export function createContext({ path }: Article, inline: 'codes' | 'text'): Context {
  const numbers = new Map<string, number>();
  /** Texts may be long, and each is in several names. */
  const numberOf = (text: string): number => {
    const number = numbers.get(text) ?? numbers.size;
    numbers.set(text, number);
    return number;
  };
  const isOfArticle = (name: string | undefined): boolean =>
    name !== undefined &&
    path !== undefined &&
    (name === path || path.endsWith(`/${name}`) || name.endsWith(`/${path}`));
  const placesOf = (neighbour: string | undefined): readonly number[] =>
    neighbour === undefined ? [] : [numberOf(neighbour)];
  const neighboursOf = (segment: Segment | undefined): readonly number[] => {
    const plain = `omegat ${plainSource(segment, inline)}`;
    const all = segment === undefined ? [plain] : [plain, `memoq ${segSource(segment, inline)}`];
    return all.flatMap((text) => numbers.get(withPlainLineEnds(text)) ?? []);
  };
  return {
    path,
    namesOf({ article, pair, ...entry }) {
      const before = placesOf(entry.before);
      const after = placesOf(entry.after);
      const isOwn = isOfArticle(article);
      if (!isOwn && before.length + after.length === 0) return [];
      if (!isOwn) return namesOfPlaces(before, after, ['']).flat();
      const within = pair === undefined ? ['article'] : [`pair ${numberOf(`pair ${pair}`)}`, 'article'];
      return namesOfPlaces(before, after, [...within, '']).flat();
    },
    levelsOf(segment, previous, next) {
      const pair = numbers.get(`pair ${segment.id}`);
      const within = pair === undefined ? ['article', ''] : [`pair ${pair}`, 'article', ''];
      return namesOfPlaces(neighboursOf(previous), neighboursOf(next), within);
    },
  };
}

/** What two paths have in common if one is the end of the other. */
export function lastPart(path: string): string {
  return path.slice(path.lastIndexOf('/') + 1);
}

/** By level: both neighbours, one of them, none; in each, by what is known of the article. */
function namesOfPlaces(
  before: readonly number[],
  after: readonly number[],
  within: readonly string[],
): readonly (readonly string[])[] {
  const both = before.flatMap((one) => after.map((other) => `${one}-${other}`));
  const either = [...before.map((one) => `${one}-`), ...after.map((other) => `-${other}`)];
  return [both, either, ['']].flatMap((places) =>
    within.filter((name) => places[0] !== '' || name !== '').map((name) => places.map((place) => `${place} ${name}`)),
  );
}
