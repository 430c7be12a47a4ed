import type { PageData } from '../page-data.js';
import { createEntries, isEmpty, search } from '../search.js';
import { createArticleHead, createArticleTitle } from './article/article-head.js';
import { lightPartners } from './article/chips.js';
import { createSegmentList, type SegmentList, showCount } from './article/segments.js';
import { createCurrent, rowsIn } from './current.js';
import { byId, element } from './dom.js';
import { startKeyboard } from './keyboard.js';
import { createOverview } from './overview/overview.js';
import { addressOf, type Route, readRoute } from './route.js';
import { createFilters } from './search/filters.js';
import { createOffers } from './search/offers.js';
import { startTheme } from './theme.js';

function start(data: PageData): void {
  const main = byId('main', HTMLElement);
  const entries = createEntries(data);
  const filters = createFilters(data, () => show());
  let route: Route = readRoute(data, location.hash);
  let list: SegmentList | undefined;
  const current = createCurrent((row) => {
    const entry = list?.entryOf(row);
    const article = data.articles[entry?.article ?? -1];
    return entry === undefined || article === undefined
      ? undefined
      : { article, line: entry.segment.line, id: entry.segment.id };
  });

  const show = (): void => {
    const filter = filters.read();
    const index = route.article === undefined ? undefined : data.articles.indexOf(route.article);
    list?.close();
    list = undefined;
    current.set(undefined);
    main.replaceChildren();
    const all = index === undefined ? entries : entries.filter(({ article }) => article === index);
    const found = search(all, filter);
    showCount(found.length, all.length);
    if (index === undefined && isEmpty(filter)) return void main.append(createOverview(data));
    if (index !== undefined) main.append(createArticleHead(data, index));
    else for (const each of [element('h2', {}, 'Found'), ...createOffers(data, filter)]) main.append(each);
    if (found.length === 0) main.append(element('p', { class: 'nothing' }, 'No segment is like that.'));
    const heading = index === undefined ? { heading: (at: number) => createArticleTitle(data, at) } : {};
    list = createSegmentList(main, found, { data, searched: filter.text, ...heading });
  };

  const go = (row: HTMLTableRowElement | undefined): void => {
    if (row === undefined) return;
    current.set(row);
    row.focus({ preventScroll: true });
    row.scrollIntoView({ block: 'nearest' });
  };
  const rowAt = (steps: number, isWanted: (row: HTMLTableRowElement) => boolean): HTMLTableRowElement | undefined => {
    for (;;) {
      const rows = rowsIn(main);
      const from = current.row === undefined ? (steps > 0 ? -1 : rows.length) : rows.indexOf(current.row);
      const ahead = steps > 0 ? rows.slice(from + 1) : rows.slice(0, from).reverse();
      const wanted = ahead.filter(isWanted)[Math.abs(steps) - 1];
      if (wanted !== undefined || steps < 0 || list?.more() !== true) return wanted;
    }
  };
  const navigate = (next: Route): void => {
    location.hash = addressOf(next);
  };
  startKeyboard({
    move: (rows) => go(rowAt(rows, () => true)),
    moveToFinding: (direction) => go(rowAt(direction, (row) => row.querySelector('.findings li') !== null)),
    moveToCode(direction) {
      const chips = Array.from(current.row?.querySelectorAll<HTMLElement>('.chip') ?? []);
      const { activeElement } = document;
      const at = activeElement instanceof HTMLElement ? chips.indexOf(activeElement) : -1;
      const next = at < 0 && direction < 0 ? -1 : at + direction;
      chips.at(next % Math.max(chips.length, 1))?.focus();
    },
    moveToArticle(articles) {
      const at = route.article === undefined ? -1 : data.articles.indexOf(route.article);
      const article = data.articles[at + articles];
      if (article !== undefined) navigate({ article });
    },
    search: () => filters.focusText(),
    index: () => navigate({}),
    open() {
      const entry = current.row === undefined ? undefined : list?.entryOf(current.row);
      const article = data.articles[entry?.article ?? -1];
      if (entry === undefined || article === undefined || article === route.article) return;
      filters.clear();
      navigate({ article, segment: entry.segment.id });
    },
  });

  const arrive = (): void => {
    route = readRoute(data, location.hash);
    show();
    window.scrollTo(0, 0);
    const { segment } = route;
    const row = segment === undefined ? undefined : list?.reveal((entry) => entry.segment.id === segment);
    if (row !== undefined) go(row);
    else main.focus({ preventScroll: true });
  };
  window.addEventListener('hashchange', arrive);
  window.addEventListener('beforeprint', () => {
    while (list?.more() === true);
  });
  main.addEventListener('focusin', ({ target }) => {
    const row = target instanceof Element ? target.closest<HTMLTableRowElement>('tr[data-id]') : null;
    if (row !== null) current.set(row);
  });
  main.addEventListener('click', ({ target }) => {
    const row = target instanceof Element ? target.closest<HTMLTableRowElement>('tr[data-id]') : null;
    if (row !== null) current.set(row);
  });
  byId('skip', HTMLAnchorElement).addEventListener('click', (event) => {
    event.preventDefault();
    main.focus();
  });
  watchBar();
  lightPartners(main);
  startTheme();
  byId('name', HTMLElement).textContent = data.title;
  arrive();
}

/** The heads of tables stick below the bar with the controls, which may break into lines. */
function watchBar(): void {
  const bar = byId('search', HTMLElement);
  const { style } = document.documentElement;
  new ResizeObserver(() => style.setProperty('--bar-height', `${bar.offsetHeight}px`)).observe(bar);
}

start(JSON.parse(document.getElementById('data')?.textContent ?? 'null') as PageData);
