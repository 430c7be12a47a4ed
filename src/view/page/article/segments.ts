import type { PageArticle } from '../../page-data.js';
import { articleAt } from '../../search/filter.js';
import { byId, count, element } from '../dom.js';
import { type Entry, entriesOf, type Store } from '../store/store.js';
import { createOutline } from './outline.js';
import { createContextRow, createRow, type Markers, type RowContext } from './row.js';

/** Rows that are made at once: they are on the screen before anyone could notice. */
const atOnce = 60;
/** And those while it is scrolled: in the time of a frame. */
const atOnceOnTheWay = 20;
/** Rows of a group, which is laid out as a whole when it comes near the window. */
const inGroup = 15;

/** A list of segments that is made as far as it is looked at. */
export interface SegmentList {
  /** Makes more rows, as far as there are any; `false` where there are none, or they are still on the way. */
  more(): boolean;
  /** There are more numbers in the list than before. */
  grow(): void;
  /** Makes rows up to that of a segment that is wanted, by its number, and calls `then` when it is there. */
  reveal(segment: number, then: (row: HTMLTableRowElement) => void): void;
  placeOf(row: Element): RowPlace | undefined;
  /** Stops watching the window. */
  close(): void;
}

/** What a row shows. */
export interface RowPlace extends Entry {
  /** The place of its article in the page. */
  readonly at: number;
  readonly article: PageArticle;
  /** The number of the segment. */
  readonly number: number;
}

/** What a list needs besides the numbers of its segments. */
export interface SegmentListOptions {
  readonly store: Store;
  readonly markers: Markers;
  /** The segments before and after each of them are shown, too. */
  readonly hasContext?: boolean;
  /** Makes the heading of an article, where several are listed. */
  readonly heading?: (article: number) => HTMLElement;
  /** Called with each row that is made. */
  readonly onRow?: (row: HTMLTableRowElement, place: RowPlace) => void;
}

/** Shows segments in `parent`, and goes on when the end of what was made comes into sight. */
export function createSegmentList(
  parent: HTMLElement,
  numbers: readonly number[],
  { store, markers, hasContext = false, heading, onRow }: SegmentListOptions,
): SegmentList {
  const rows = new Map<Element, RowPlace>();
  const byNumber = new Map<number, HTMLTableRowElement>();
  const button = element('button', { type: 'button', class: 'more' });
  let made = 0;
  /** Rows are wanted up to there. */
  let wanted = 0;
  let isWaiting = false;
  let isClosed = false;
  let table: HTMLTableElement | undefined;
  let group: HTMLElement | undefined;
  let context: RowContext | undefined;
  let last: RowPlace | undefined;
  /** The number of the segment that the last row shows, hits and those around them alike. */
  let shown = -1;
  /** Who waits for a row, and for which segment. */
  let awaited: { readonly segment: number; readonly then: (row: HTMLTableRowElement) => void } | undefined;

  const begin = (article: PageArticle, at: number): void => {
    const start = store.starts[at] ?? 0;
    const entries = entriesOf(article);
    const listed: Entry[] = [];
    for (let next = made; next < numbers.length; next++) {
      const entry = entries[(numbers[next] ?? 0) - start];
      if (entry === undefined) break;
      listed.push(entry);
    }
    table = createTable(store.srcLang, article, listed);
    context = { article, srcLang: store.srcLang, markers, outline: createOutline(heading === undefined ? 2 : 3) };
    button.before(element('section', { class: 'article' }, heading?.(at), table));
    group = undefined;
  };

  /** Whether no row above shows its block. */
  const isFirst = (article: PageArticle, at: number, number: number): boolean => {
    const start = store.starts[at] ?? 0;
    return entriesOf(article)[number - start]?.unit !== entriesOf(article)[shown - start]?.unit;
  };

  /** Shows a segment beside a hit, if there is one that is not shown yet. */
  const showAround = (article: PageArticle, at: number, number: number): void => {
    const entry = entriesOf(article)[number - (store.starts[at] ?? 0)];
    if (entry === undefined || number <= shown || context === undefined) return;
    group?.append(createContextRow(entry, isFirst(article, at, number), context));
    shown = number;
  };

  /** Makes the rows that are wanted, as far as their articles are at hand, and fetches the next article otherwise. */
  const fill = (): void => {
    for (; made < wanted; made++) {
      const number = numbers[made] ?? 0;
      const at = articleAt(store.starts, number);
      const article = last?.at === at ? last.article : store.articles.at(at);
      if (article === undefined) {
        isWaiting = true;
        store.articles.fetch(at, () => {
          isWaiting = false;
          if (isClosed) return;
          fill();
          watch();
        });
        break;
      }
      if (at !== last?.at || table === undefined) begin(article, at);
      const entry = entriesOf(article)[number - (store.starts[at] ?? 0)];
      if (context === undefined || table === undefined || entry === undefined) continue;
      if (group === undefined || group.childElementCount >= inGroup) {
        group = element('tbody', { role: 'rowgroup' });
        table.append(group);
      }
      if (hasContext) showAround(article, at, number - 1);
      const row = createRow(entry, isFirst(article, at, number), context);
      const place = { ...entry, at, article, number };
      rows.set(row, place);
      byNumber.set(number, row);
      group.append(row);
      onRow?.(row, place);
      last = place;
      shown = number;
      if (hasContext && numbers[made + 1] !== number + 1) showAround(article, at, number + 1);
      // About as high as it will be.
      group.style.setProperty('--rows', String(group.childElementCount));
    }
    const left = numbers.length - made;
    const hasFocus = document.activeElement === button;
    button.hidden = left === 0;
    // A button that goes away hands the focus on to the row above it.
    if (hasFocus && left === 0) byNumber.get(last?.number ?? -1)?.focus({ preventScroll: true });
    button.textContent = isWaiting ? 'Loading…' : `Show more (${count(left)} left)`;
    const row = awaited === undefined ? undefined : byNumber.get(awaited.segment);
    if (row === undefined) return;
    const then = awaited?.then;
    awaited = undefined;
    then?.(row);
  };
  const make = (rows: number): void => {
    wanted = Math.min(rows, numbers.length);
    if (isWaiting) return;
    group = undefined;
    fill();
  };
  const more = (): boolean => {
    if (isWaiting) return false;
    const before = made;
    make(made + (made < atOnce ? atOnce : atOnceOnTheWay));
    return made > before;
  };

  parent.append(button);
  button.addEventListener('click', more);
  const observer = new IntersectionObserver(
    (seen) => {
      if (!seen.some(({ isIntersecting }) => isIntersecting) || !more()) return;
      // The button may still be in sight; that is reported again once it is looked at anew.
      watch();
    },
    { rootMargin: '1500px' },
  );
  const watch = (): void => {
    observer.unobserve(button);
    observer.observe(button);
  };
  more();
  watch();
  return {
    more,
    grow() {
      if (made < atOnce && !isWaiting) more();
      else button.hidden = made === numbers.length;
      watch();
    },
    reveal(segment, then) {
      const row = byNumber.get(segment);
      const place = row === undefined ? numbers.indexOf(segment) : -1;
      if (row !== undefined) then(row);
      if (place < 0) return;
      awaited = { segment, then };
      make(place + 1);
    },
    placeOf: (row) => rows.get(row),
    close() {
      isClosed = true;
      observer.disconnect();
    },
  };
}

/** An English name keeps its direction where it heads a language that is written from right to left. */
function bdi(name: string): HTMLElement {
  return element('bdi', { dir: 'ltr' }, name);
}

function createTable(srcLang: string, article: PageArticle, entries: readonly Entry[]): HTMLTableElement {
  const hasFindings = entries.some(({ segment }) => segment.findings !== undefined);
  const { className: ofPlaces, name: places } = placesOf(entries);
  const className = ['segments', ...(hasFindings ? ['with-findings'] : []), ofPlaces];
  const target = article.trgLang === undefined ? 'Target' : languageName(article.trgLang);
  const head = [places, languageName(srcLang), target, 'Findings'].map((name, column) =>
    element('th', { role: 'columnheader', scope: 'col', dir: column === 2 ? article.dir : undefined }, bdi(name)),
  );
  return element(
    'table',
    { role: 'table', class: className.join(' '), 'aria-label': article.path },
    element('thead', { role: 'rowgroup' }, element('tr', { role: 'row' }, head)),
  );
}

/** What stands before the texts, and what that is called: lines, or what there is in their stead. */
function placesOf(entries: readonly Entry[]): { readonly name: string; readonly className: string } {
  const has = (what: (segment: Entry['segment']) => boolean): boolean => entries.some(({ segment }) => what(segment));
  const hasLines = has(({ line }) => line > 0);
  if (has(({ memory }) => memory?.pair !== undefined))
    return { name: hasLines ? 'Place' : 'Pair', className: 'with-pairs' };
  if (has(({ state }) => state !== undefined)) return { name: hasLines ? 'Line' : 'State', className: 'with-states' };
  return hasLines || has(({ recovered }) => recovered === true)
    ? { name: 'Line', className: '' }
    : { name: 'Entry', className: 'without-places' };
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

/** Says how many segments are shown, to those who hear the page, too. `isDone`: else it is still searched. */
export function showCount(shown: number, all: number, isDone = true): void {
  const text =
    shown === all ? `${count(all)} segment${all === 1 ? '' : 's'}` : `${count(shown)} of ${count(all)} segments`;
  byId('count', HTMLOutputElement).textContent = isDone ? text : `${count(shown)} so far…`;
}
