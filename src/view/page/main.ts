import { plainTextOf } from '../page-data.js';
import { home, type Route } from '../route.js';
import { noFilter } from '../search/filter.js';
import { lightPartners } from './article/chips.js';
import type { SegmentList } from './article/segments.js';
import { startBench } from './bench/bench.js';
import { createCurrent, rowsIn } from './current.js';
import { byId, element } from './dom.js';
import { startKeyboard } from './keyboard.js';
import { createOrder } from './order.js';
import { createFilters } from './search/filters.js';
import { offerSelected, type Selected, selectedIn } from './search/selection.js';
import { openStore } from './store/open.js';
import type { Store } from './store/store.js';
import { startTermNotes } from './terms/term-notes.js';
import { startDensity, startTheme } from './theme.js';
import { lookAt, returnTo } from './trail/kept.js';
import { type Kept, startTrail } from './trail/trail.js';
import { createViews } from './views.js';

function start(store: Store): void {
  const main = byId('main', HTMLElement);
  const { articles } = store.index;
  const filters = createFilters(store, (kind) => {
    const { article, bare, sort } = route;
    const kept = { ...(article === undefined ? {} : { article }), ...(bare === undefined ? {} : { bare }), sort };
    route = { ...kept, filter: filters.read() };
    if (kind === 'typed') trail.replace(route);
    else trail.push(route);
    show();
  });
  let route: Route = home;
  let list: SegmentList | undefined;
  const current = createCurrent((row) => list?.placeOf(row));
  const bench = startBench({
    store,
    main,
    placeOf: (row) => list?.placeOf(row),
    onWork: (segments) => filters.offerWorked(segments > 0),
    next() {
      const row = rowAt(1, () => true);
      go(row);
      return row;
    },
  });
  const views = createViews(store, main, {
    onRow(row, place) {
      current.offer(row);
      bench.dress(row, place);
    },
    worked: bench.worked,
  });
  const order = createOrder(articles);

  const show = (then = (): void => undefined): void => {
    views.show(route, order.find(route), {
      begin() {
        bench.leave();
        list = undefined;
        current.set(undefined);
      },
      end(made) {
        list = made;
      },
      done: then,
    });
  };

  /** Makes a row the current one; in an article, the address says so. */
  const choose = (row: HTMLTableRowElement | undefined): void => {
    current.set(row);
    const place = row === undefined ? undefined : list?.placeOf(row);
    if (place === undefined || place.at !== order.find(route)?.at) return;
    route = { ...route, segment: place.segment.id };
    trail.replace(route);
  };
  const go = (row: HTMLTableRowElement | undefined): void => {
    if (row === undefined) return;
    choose(row);
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
  const searchSelected = ({ text, side }: Selected): void =>
    trail.follow({ filter: { ...noFilter, text, side, way: 'exact' }, sort: route.sort });
  startKeyboard({
    move: (rows) => go(rowAt(rows, () => true)),
    moveToFinding: (direction) => go(rowAt(direction, (row) => row.querySelector('.findings li') !== null)),
    moveToCode(direction) {
      const chips = Array.from(current.row?.querySelectorAll<HTMLElement>('.chip, .term') ?? []);
      const { activeElement } = document;
      const at = activeElement instanceof HTMLElement ? chips.indexOf(activeElement) : -1;
      const next = at < 0 && direction < 0 ? -1 : at + direction;
      chips.at(next % Math.max(chips.length, 1))?.focus();
    },
    moveToArticle(steps) {
      const path = order.step(route, steps);
      if (path !== undefined) trail.follow({ article: path, filter: route.filter, sort: route.sort });
    },
    search: () => filters.focusText(),
    searchSelected() {
      const selected = selectedIn(main);
      if (selected !== undefined) searchSelected(selected);
    },
    translations() {
      const place = current.row === undefined ? undefined : list?.placeOf(current.row);
      if (place !== undefined) trail.follow({ source: plainTextOf(place.segment.source) });
    },
    index: () => trail.follow({ filter: route.filter, sort: route.sort }),
    rules: () => trail.follow({ view: 'rules' }),
    open() {
      const place = current.row === undefined ? undefined : list?.placeOf(current.row);
      if (place === undefined || place.at === order.find(route)?.at) return;
      trail.follow({ article: place.article.path, segment: place.segment.id, sort: route.sort });
    },
  });

  const arrive = (next: Route, kept: Kept | undefined): void => {
    route = next;
    filters.write(route.filter);
    show(() => {
      const { segment } = route;
      const number = segment === undefined ? undefined : views.numberOf(order.find(route)?.at, segment);
      window.scrollTo(0, 0);
      // In a frame, the focus stays where the reader is.
      if (window.parent === window || document.hasFocus()) main.focus({ preventScroll: true });
      if (number !== undefined) list?.reveal(number, go);
      if (kept !== undefined) returnTo(kept, list);
    });
  };
  const trail = startTrail(() => lookAt(list), arrive);
  window.addEventListener('beforeprint', () => {
    while (list?.more() === true);
  });
  for (const event of ['focusin', 'click']) {
    main.addEventListener(event, ({ target }) => {
      const row = target instanceof Element ? target.closest<HTMLTableRowElement>('tr[data-id]') : null;
      if (row !== null && row !== current.row) choose(row);
    });
  }
  byId('skip', HTMLAnchorElement).addEventListener('click', (event) => {
    event.preventDefault();
    main.focus();
  });
  watchBar();
  lightPartners(main);
  startTermNotes(main);
  offerSelected(main, searchSelected);
  startTheme();
  startDensity();
  const name = byId('name', HTMLElement);
  name.textContent = store.title;
  // Where there is no room for all of it.
  name.title = store.title;
  byId('text', HTMLInputElement).addEventListener('focus', () => views.prepareSearch(), { once: true });
}

/** The heads of tables stick below the bar with the controls, which may break into lines. */
function watchBar(): void {
  const bar = byId('search', HTMLElement);
  const { style } = document.documentElement;
  new ResizeObserver(() => style.setProperty('--bar-height', `${bar.offsetHeight}px`)).observe(bar);
}

/** Says that a part of the page is missing. Once is enough: where one is, most often all are. */
function reportLost(folder: string): void {
  if (document.getElementById('lost') !== null) return;
  const text = `A part of this page is missing: the folder ${folder} has to lie beside it.`;
  byId('main', HTMLElement).before(element('p', { id: 'lost', class: 'lost', role: 'alert' }, text));
}

start(openStore(document.getElementById('data')?.textContent ?? 'null', reportLost));
