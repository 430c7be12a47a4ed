import { isPathOf, readBack, takeBack } from '../../../correct/read-back/read-back.js';
import { isWork } from '../../../correct/work.js';
import { countOf } from '../../dom.js';
import type { Store } from '../../store/store.js';
import type { Works } from '../works.js';
import { forEachArticle } from './collect.js';

/** Makes work of what a document says, but where there is work of one's own. `then` gets what to say of it. */
export function readBackInto(store: Store, works: Works, text: string, then: (said: string) => void): void {
  const { articles } = store.index;
  const usual = articles.find(({ trgLang }) => trgLang !== undefined)?.trgLang ?? 'und';
  const trgLangOf = (original: string): string =>
    articles.find(({ path }) => isPathOf(original, path))?.trgLang ?? usual;
  const files = readBack(text, store.srcLang, trgLangOf);
  if (files === undefined) {
    then('it is no XLIFF 2 and no TMX that can be read.');
    return;
  }
  let taken = 0;
  let own = 0;
  let unknown = 0;
  let refused = 0;
  const placesOf = (original: string): readonly number[] => {
    if (articles.length === 1) return [0];
    const found = articles.flatMap(({ path }, at) => (isPathOf(original, path) ? at : []));
    const exact = found.filter((at) => articles[at]?.path === original);
    return exact.length > 0 ? exact : found;
  };
  const from = (index: number): void => {
    const file = files[index];
    if (file === undefined) {
      const parts = [
        `${countOf(taken, 'segment')} taken`,
        own > 0 ? `${own} left as you have them` : '',
        unknown > 0 ? `${unknown} not of these articles, or of another source` : '',
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

/** A file that is dropped anywhere on the page, but into a target. */
export function watchDrops(take: (file: File) => void): void {
  const fileOf = ({ dataTransfer }: DragEvent): File | undefined => dataTransfer?.files[0];
  document.addEventListener('dragover', (event) => {
    if (event.dataTransfer?.types.includes('Files') === true) event.preventDefault();
  });
  document.addEventListener('drop', (event) => {
    const file = fileOf(event);
    if (file === undefined) return;
    event.preventDefault();
    take(file);
  });
}
