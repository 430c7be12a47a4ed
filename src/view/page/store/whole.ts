import type { PageArticle, PageData } from '../../page-data.js';
import { createSearchedTexts, foldedTextsOf, type SearchedTexts } from '../../search/texts.js';
import { indexOf } from '../../summary.js';
import { numbersOf, type Shelf, type Store } from './store.js';

/** Articles that are made ready for a search together. */
const together = 256;

/** A page in one file: all is at hand. */
export function createWholeStore({ articles, ...head }: PageData): Store {
  const { index, starts } = numbersOf(indexOf(articles));
  const texts: SearchedTexts[] = [];
  return {
    ...head,
    index,
    starts,
    articles: shelf((place) => articles[place]),
    texts: shelf((part) => {
      texts[part] ??= textsOf(articles.slice(part * together, (part + 1) * together));
      return texts[part];
    }),
    textParts: Math.ceil(articles.length / together),
    startOfTexts: (part) => starts[part * together] ?? 0,
  };
}

function shelf<Thing>(at: (place: number) => Thing | undefined): Shelf<Thing> {
  return {
    at,
    fetch(place, then) {
      const thing = at(place);
      if (thing !== undefined) then(thing);
    },
  };
}

/** What is searched of articles that are at hand. */
export function textsOf(articles: readonly PageArticle[]): SearchedTexts {
  const folded = articles.map(foldedTextsOf);
  return createSearchedTexts({
    narrow: folded.map(({ narrow }) => narrow).join(''),
    wide: folded.map(({ wide }) => wide).join(''),
  });
}
