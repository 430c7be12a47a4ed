import { isHandedChange } from '../../../correct/hand-over/hand-over.js';
import { type ArticleWork, noWork, type SegmentWork, workArticleOf } from '../../../correct/work.js';
import { type PageArticle, piecesOf } from '../../../page-data.js';
import { entriesOf, type Store } from '../../store/store.js';

/** Work on articles as they are, in the order of the page, and work on other versions of them. */
export interface Collected {
  readonly current: readonly ArticleWork[];
  /** The segments that it is of, by their numbers in the page. */
  readonly numbers: ReadonlySet<number>;
  readonly others: readonly ArticleWork[];
}

/** Sorts work by whether it is of an article as it is now. Articles that are not at hand are fetched. */
export function collectCurrent(store: Store, all: readonly ArticleWork[], then: (collected: Collected) => void): void {
  const places = store.index.articles.flatMap(({ path }, at) => (all.some((work) => work.path === path) ? at : []));
  const current: ArticleWork[] = [];
  const others: ArticleWork[] = [];
  const numbers = new Set<number>();
  forEachArticle(
    store,
    places,
    (article, at) => {
      const { digest } = workArticleOf(article);
      const order = new Map(entriesOf(article).map(({ segment }, index) => [segment.id, index]));
      for (const work of all) {
        if (work.path !== article.path) continue;
        if (work.digest !== digest) others.push(work);
        else {
          current.push({ ...work, segments: inOrder(work.segments, order) });
          for (const { id } of work.segments) numbers.add((store.starts[at] ?? 0) + (order.get(id) ?? 0));
        }
      }
    },
    () => then({ current, numbers, others }),
  );
}

function inOrder(segments: readonly SegmentWork[], order: ReadonlyMap<string, number>): readonly SegmentWork[] {
  const placeOf = ({ id }: SegmentWork): number => order.get(id) ?? 0;
  return segments.toSorted((a, b) => placeOf(a) - placeOf(b));
}

/**
 * What a memory has to say so that only what was corrected is another: the corrected segments, and all others of the page
 * with the same source in the same language.
 */
export function withSameSources(
  store: Store,
  work: readonly ArticleWork[],
  then: (articles: readonly ArticleWork[]) => void,
): void {
  const wanted = new Set<string>();
  for (const { trgLang, segments } of work) {
    for (const each of segments) if (isHandedChange(each)) wanted.add(keyOf(trgLang, each.source));
  }
  const found: ArticleWork[] = [];
  const byPath = new Map(work.map((each) => [each.path, each]));
  const visit = (article: PageArticle): void => {
    const own = new Map(byPath.get(article.path)?.segments.map((each) => [each.id, each]));
    const segments = entriesOf(article)
      .filter(({ segment }) => !segment.recovered && wanted.has(keyOf(article.trgLang, segment.source)))
      .map(({ unit, segment }) => own.get(segment.id) ?? noWork(unit, segment));
    if (segments.length > 0) found.push({ ...workArticleOf(article), segments });
  };
  forEachArticle(store, [...store.index.articles.keys()], visit, () => then(found));
}

/** Texts and markup decide, as for `merge`; white space at the ends does not. */
function keyOf(trgLang: string | undefined, source: SegmentWork['source']): string {
  const texts = piecesOf(source).map((piece) => (typeof piece === 'string' ? piece : `\0${piece.data}\0`));
  return `${trgLang} ${texts.join('').trim()}`;
}

/** Visits articles in their order, as they come. */
export function forEachArticle(
  store: Store,
  places: readonly number[],
  visit: (article: PageArticle, at: number) => void,
  then: () => void,
): void {
  const from = (first: number): void => {
    for (let next = first; next < places.length; next++) {
      const place = places[next] ?? 0;
      const article = store.articles.at(place);
      if (article === undefined) {
        store.articles.fetch(place, () => from(next));
        return;
      }
      visit(article, place);
    }
    then();
  };
  from(0);
}
