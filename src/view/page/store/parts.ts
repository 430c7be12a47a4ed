import type { PageHead } from '../../document.js';
import type { PageArticle } from '../../page-data.js';
import type { PageIndex, PageParts, PartRange } from '../../page-index.js';
import { createSearchedTexts, type FoldedTexts, type SearchedTexts } from '../../search/texts.js';
import { createLoader } from './loader.js';
import { numbersOf, type Shelf, type Store } from './store.js';

/** Parts with articles that are kept: some megabytes each. */
const keptData = 8;
/** Parts with texts that are kept. They take half as much memory again as they have bytes. */
const keptTexts = 64;

/** A page whose articles are in files beside it: parts are loaded as they are asked for. `onLost`: one could not be. */
export function createPartsStore(
  { index: plain, parts, ...head }: PageHead & { readonly index: PageIndex; readonly parts: PageParts },
  onLost: (folder: string) => void,
): Store {
  const { index, starts } = numbersOf(plain);
  const load = createLoader(parts.folder, () => onLost(parts.folder));
  const firstOfData = firsts(parts.data);
  const firstOfTexts = firsts(parts.texts);
  const partOf = partAt(firstOfData);
  const data = shelf(keptData, parts.data, load, (json): readonly PageArticle[] => JSON.parse(`[${json}]`));
  const texts = shelf(keptTexts, parts.texts, load, (json): SearchedTexts => {
    const pieces = JSON.parse(`[${json}]`) as readonly FoldedTexts[];
    return createSearchedTexts({
      narrow: pieces.map(({ narrow }) => narrow).join(''),
      wide: pieces.map(({ wide }) => wide).join(''),
    });
  });
  return {
    ...head,
    index,
    starts,
    articles: {
      at(place) {
        const part = partOf(place);
        return data.at(part)?.[place - (firstOfData[part] ?? 0)];
      },
      fetch(place, then) {
        const part = partOf(place);
        data.fetch(part, (articles) => {
          const article = articles[place - (firstOfData[part] ?? 0)];
          if (article !== undefined) then(article);
        });
      },
    },
    texts,
    textParts: parts.texts.length,
    startOfTexts: (part) => starts[firstOfTexts[part] ?? 0] ?? 0,
  };
}

/** The first article of each part. */
function firsts(ranges: readonly PartRange[]): readonly number[] {
  let next = 0;
  return ranges.map(([, articles]) => {
    const first = next;
    next += articles;
    return first;
  });
}

function partAt(firstOf: readonly number[]): (article: number) => number {
  return (article) => {
    let low = 0;
    let high = firstOf.length - 1;
    while (low < high) {
      const middle = (low + high + 1) >> 1;
      if ((firstOf[middle] ?? 0) <= article) low = middle;
      else high = middle - 1;
    }
    return low;
  };
}

/** Parts of a kind; those that were asked for last are kept. */
function shelf<Thing>(
  kept: number,
  ranges: readonly PartRange[],
  load: (name: string, then: (json: string) => void) => void,
  read: (json: string) => Thing,
): Shelf<Thing> {
  const things = new Map<number, Thing>();
  const waiting = new Map<number, ((thing: Thing) => void)[]>();
  const at = (place: number): Thing | undefined => {
    const thing = things.get(place);
    if (thing === undefined) return undefined;
    // The last one of the map is the one that was used last.
    things.delete(place);
    things.set(place, thing);
    return thing;
  };
  return {
    at,
    fetch(place, then) {
      const thing = at(place);
      if (thing !== undefined) return then(thing);
      const others = waiting.get(place);
      if (others !== undefined) return void others.push(then);
      const [name] = ranges[place] ?? [];
      if (name === undefined) return;
      const waiters = [then];
      waiting.set(place, waiters);
      load(name, (json) => {
        const made = read(json);
        waiting.delete(place);
        things.set(place, made);
        for (const oldest of things.keys()) {
          if (things.size <= kept) break;
          things.delete(oldest);
        }
        for (const each of waiters) each(made);
      });
    },
  };
}
