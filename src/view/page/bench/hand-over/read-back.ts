import { decodeDocument } from '../../../correct/read-back/decode.js';
import { type ReadBackFile, readBack } from '../../../correct/read-back/documents.js';
import { isPathOf, takeBack } from '../../../correct/read-back/read-back.js';
import { isWork } from '../../../correct/work.js';
import { countOf } from '../../dom.js';
import type { Store } from '../../store/store.js';
import type { Works } from '../works.js';
import { forEachArticle } from './collect.js';

const unreadable = 'it is no XLIFF and no TMX that can be read.';

/** Makes work of what a document says, but where there is work of one's own. Gives what to say of it. */
export async function readBackInto(store: Store, works: Works, file: File): Promise<string> {
  // A folder is a file that has no bytes.
  const bytes = await file.arrayBuffer().catch(() => undefined);
  const text = bytes === undefined ? undefined : decodeDocument(new Uint8Array(bytes));
  const { articles } = store.index;
  const usual = articles.find(({ trgLang }) => trgLang !== undefined)?.trgLang ?? 'und';
  const trgLangOf = (original: string): string =>
    articles.find(({ path }) => isPathOf(original, path))?.trgLang ?? usual;
  const files = text === undefined ? undefined : readBack(text, store.srcLang, trgLangOf);
  return files === undefined ? unreadable : new Promise((resolve) => takeAll(store, works, files, resolve));
}

/** `then` gets what to say of it. */
function takeAll(store: Store, works: Works, files: readonly ReadBackFile[], then: (said: string) => void): void {
  const { articles } = store.index;
  let taken = 0;
  let own = 0;
  let unknown = 0;
  let refused = 0;
  const byPath = new Map(articles.map(({ path }, at) => [path, at]));
  const placesOf = (original: string): readonly number[] => {
    const exact = articles.length === 1 ? 0 : byPath.get(original);
    if (exact !== undefined) return [exact];
    return articles.flatMap(({ path }, at) => (isPathOf(original, path) ? at : []));
  };
  const from = (index: number): void => {
    const file = files[index];
    if (file === undefined) {
      const parts = [
        `${countOf(taken, 'segment')} taken`,
        own > 0 ? `${own} left as you have them` : '',
        unknown > 0 ? `${unknown} not of these articles, or of another source or language` : '',
        refused > 0 ? `${refused} refused for their codes` : '',
      ];
      then(`${parts.filter((part) => part !== '').join(', ')}.`);
      return;
    }
    const places = placesOf(file.original);
    if (places.length !== 1) {
      unknown += file.targets.length;
      from(index + 1);
      return;
    }
    forEachArticle(
      store,
      places,
      (article) => {
        const found = takeBack(file, article);
        unknown += found.unknown;
        refused += found.refused;
        for (const work of found.works.filter(isWork)) {
          if (works.of(article, work.id) !== undefined) own++;
          else {
            works.set(article, work);
            taken++;
          }
        }
      },
      () => setTimeout(() => from(index + 1)),
    );
  };
  from(0);
}

/** Files that are dropped anywhere on the page. */
export function watchDrops(take: (files: readonly File[]) => void): void {
  document.addEventListener('dragover', (event) => {
    if (event.dataTransfer?.types.includes('Files') === true) event.preventDefault();
  });
  document.addEventListener('drop', (event) => {
    const files = [...(event.dataTransfer?.files ?? [])];
    if (files.length === 0) return;
    event.preventDefault();
    take(files);
  });
}
