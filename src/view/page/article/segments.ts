import type { PageArticle, PageData } from '../../page-data.js';
import type { Entry } from '../../search.js';
import { byId, count, element } from '../dom.js';
import { createOutline } from './outline.js';
import { createRow, type RowContext } from './row.js';

/** Rows that are made at once: they are on the screen before anyone could notice. */
const atOnce = 60;

/** A list of segments that is made as far as it is looked at. */
export interface SegmentList {
  /** Makes more rows, as far as there are any; `false` where there are none. */
  more(): boolean;
  /** Makes rows up to that of an entry that is wanted. */
  reveal(isWanted: (entry: Entry) => boolean): HTMLTableRowElement | undefined;
  entryOf(row: Element): Entry | undefined;
  /** Stops watching the window. */
  close(): void;
}

/** What a list needs besides its entries. */
export interface SegmentListOptions {
  readonly data: PageData;
  readonly searched: string;
  /** Makes the heading of an article, where several are listed. */
  readonly heading?: (article: number) => HTMLElement;
}

/** Shows segments in `parent`, and goes on when the end of what was made comes into sight. */
export function createSegmentList(
  parent: HTMLElement,
  entries: readonly Entry[],
  { data, searched, heading }: SegmentListOptions,
): SegmentList {
  const rows = new Map<Element, Entry>();
  const button = element('button', { type: 'button', class: 'more' });
  let made = 0;
  let table: HTMLTableElement | undefined;
  let context: RowContext | undefined;
  let last: Entry | undefined;

  const begin = (index: number): void => {
    const article = data.articles[index];
    if (article === undefined) return;
    const inArticle = entries.filter((entry) => entry.article === index);
    table = createTable(data.srcLang, article, inArticle);
    context = { article, srcLang: data.srcLang, searched, outline: createOutline(heading === undefined ? 2 : 3) };
    const title = heading?.(index);
    button.before(element('section', { class: 'article' }, title, table));
  };

  const more = (): boolean => {
    const end = Math.min(made + atOnce, entries.length);
    let group: HTMLElement | undefined;
    for (; made < end; made++) {
      const entry = entries[made];
      if (entry === undefined) break;
      if (entry.article !== last?.article || table === undefined) {
        begin(entry.article);
        group = undefined;
      }
      if (context === undefined || table === undefined) break;
      if (group === undefined) {
        group = element('tbody', { role: 'rowgroup' });
        table.append(group);
      }
      const row = createRow(entry, entry.unit !== last?.unit, context);
      rows.set(row, entry);
      group.append(row);
      last = entry;
    }
    const left = entries.length - made;
    button.hidden = left === 0;
    button.textContent = `Show more (${count(left)} left)`;
    return group !== undefined;
  };

  parent.append(button);
  button.addEventListener('click', more);
  const observer = new IntersectionObserver(
    (seen) => {
      if (!seen.some(({ isIntersecting }) => isIntersecting) || !more()) return;
      // The button may still be in sight; it is only told again once it is looked at anew.
      observer.unobserve(button);
      observer.observe(button);
    },
    { rootMargin: '1500px' },
  );
  more();
  observer.observe(button);
  return {
    more,
    reveal(isWanted) {
      const wanted = entries.find(isWanted);
      if (wanted === undefined) return undefined;
      for (;;) {
        for (const [row, entry] of rows) if (entry === wanted && row instanceof HTMLTableRowElement) return row;
        if (!more()) return undefined;
      }
    },
    entryOf: (row) => rows.get(row),
    close: () => observer.disconnect(),
  };
}

/** An English name keeps its direction where it heads a language that is written from right to left. */
function bdi(name: string): HTMLElement {
  return element('bdi', { dir: 'ltr' }, name);
}

function createTable(srcLang: string, article: PageArticle, entries: readonly Entry[]): HTMLTableElement {
  const hasFindings = entries.some(({ segment }) => segment.findings !== undefined);
  const target = article.trgLang === undefined ? 'Target' : languageName(article.trgLang);
  const head = ['Line', languageName(srcLang), target, 'Findings'].map((name, column) =>
    element('th', { role: 'columnheader', scope: 'col', dir: column === 2 ? article.dir : undefined }, bdi(name)),
  );
  return element(
    'table',
    { role: 'table', class: hasFindings ? 'segments with-findings' : 'segments', 'aria-label': article.path },
    element('thead', { role: 'rowgroup' }, element('tr', { role: 'row' }, head)),
  );
}

const displayNames = new Intl.DisplayNames('en', { type: 'language', fallback: 'code' });

/** A language in words, with its tag. */
function languageName(tag: string): string {
  try {
    return `${displayNames.of(tag) ?? tag} · ${tag}`;
  } catch {
    return tag;
  }
}

/** Says how many segments are shown, for those who hear the page, too. */
export function showCount(shown: number, all: number): void {
  const text =
    shown === all ? `${count(all)} segment${all === 1 ? '' : 's'}` : `${count(shown)} of ${count(all)} segments`;
  byId('count', HTMLOutputElement).textContent = text;
}
