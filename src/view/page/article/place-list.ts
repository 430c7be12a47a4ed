import type { PageArticle } from '../../page-data.js';
import { articleAt } from '../../search/filter.js';
import { element } from '../dom.js';
import { linkTo } from '../links.js';
import { appendSome } from '../some.js';
import { type Entry, entriesOf, type Store } from '../store/store.js';

/** Places that are listed at once: each may need another part of the page. */
const listed = 20;

/** Lists segments by their places, each with a link to it; `describe` adds to one what there is to say of it. */
export function createPlaceList(
  store: Store,
  numbers: readonly number[],
  describe: (entry: Entry, article: PageArticle) => readonly (Node | undefined)[],
): HTMLElement {
  const list = element('ul', { class: 'places' });
  const box = element('div', {}, list);
  const toItem = (number: number): HTMLElement => {
    const item = element('li', { 'aria-busy': 'true' });
    const at = articleAt(store.starts, number);
    store.articles.fetch(at, (article) => {
      const entry = entriesOf(article)[number - (store.starts[at] ?? 0)];
      if (entry === undefined) return;
      const { id, line } = entry.segment;
      const link = linkTo(
        { article: article.path, segment: id },
        line === 0 ? article.path : `${article.path}:${line}`,
      );
      link.classList.add('path');
      item.append(link);
      for (const each of describe(entry, article)) if (each !== undefined) item.append(each);
      item.removeAttribute('aria-busy');
    });
    return item;
  };
  appendSome(list, numbers, toItem, { outside: box, atOnce: listed });
  return box;
}
