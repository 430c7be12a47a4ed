import { lightPartners } from './article/chips.js';
import type { SegmentList } from './article/segments.js';
import { createCurrent, rowsIn } from './current.js';
import { byId, element } from './dom.js';
import { startKeyboard } from './keyboard.js';
import { addressOf, type Route, readRoute } from './route.js';
import { createFilters } from './search/filters.js';
import { openStore } from './store/open.js';
import type { Store } from './store/store.js';
import { startTheme } from './theme.js';
import { createViews } from './views.js';

function start(store: Store): void {
  const main = byId('main', HTMLElement);
  const { articles } = store.index;
  const filters = createFilters(store, () => show());
  let route: Route = readRoute(articles, location.hash);
  let list: SegmentList | undefined;
  const current = createCurrent((row) => {
    const place = list?.placeOf(row);
    return place === undefined ? undefined : { article: place.article, line: place.segment.line, id: place.segment.id };
  });
  const views = createViews(store, main);

  const show = (then = (): void => undefined): void => {
    views.show(route.article, filters.read(), {
      begin() {
        list = undefined;
        current.set(undefined);
      },
      end(made) {
        list = made;
        then();
      },
    });
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
  const navigate = (address: string): void => {
    location.hash = address;
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
    moveToArticle(steps) {
      const article = articles[(route.article ?? -1) + steps];
      if (article !== undefined) navigate(addressOf({ article }));
    },
    search: () => filters.focusText(),
    index: () => navigate(addressOf({})),
    open() {
      const place = current.row === undefined ? undefined : list?.placeOf(current.row);
      if (place === undefined || place.at === route.article) return;
      filters.clear();
      navigate(addressOf({ article: place.article, segment: place.segment.id }));
    },
  });

  const arrive = (): void => {
    route = readRoute(articles, location.hash);
    const { segment } = route;
    show(() => {
      window.scrollTo(0, 0);
      const number = segment === undefined ? undefined : views.numberOf(route.article, segment);
      const row = number === undefined ? undefined : list?.reveal(number);
      if (row !== undefined) go(row);
      else main.focus({ preventScroll: true });
    });
  };
  window.addEventListener('hashchange', arrive);
  window.addEventListener('beforeprint', () => {
    while (list?.more() === true);
  });
  for (const event of ['focusin', 'click']) {
    main.addEventListener(event, ({ target }) => {
      const row = target instanceof Element ? target.closest<HTMLTableRowElement>('tr[data-id]') : null;
      if (row !== null) current.set(row);
    });
  }
  byId('skip', HTMLAnchorElement).addEventListener('click', (event) => {
    event.preventDefault();
    main.focus();
  });
  watchBar();
  lightPartners(main);
  startTheme();
  byId('name', HTMLElement).textContent = store.title;
  byId('text', HTMLInputElement).addEventListener('focus', () => views.prepareSearch(), { once: true });
  arrive();
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
