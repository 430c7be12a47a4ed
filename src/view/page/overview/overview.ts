import { sortedPlaces } from '../../overview/sort.js';
import type { Route } from '../../route.js';
import { type Folder, foldersOf, type Totals, totalsIn } from '../../totals.js';
import { count, countOf, element } from '../dom.js';
import { linkTo } from '../links.js';
import { appendSome } from '../some.js';
import type { Store } from '../store/store.js';
import { createItem, createSortLinks } from './articles.js';
import { createBar, findingParts, typeParts } from './charts.js';

/** The index: totals, charts, and all articles: by folder, or in another order. */
export function createOverview(store: Store, { sort }: Pick<Route, 'sort'>): DocumentFragment {
  const { articles } = store.index;
  const fragment = document.createDocumentFragment();
  const folders = foldersOf(articles);
  fragment.append(createSummary(store.changes, totalsIn(articles)));
  const nameOf = createFolderNames(folders);
  if (folders.length > 1) fragment.append(createFolderTable(folders, nameOf));
  const all = element(
    'section',
    { 'aria-labelledby': 'all' },
    element('div', { class: 'line' }, element('h2', { id: 'all' }, 'Articles'), createSortLinks(sort)),
  );
  if (sort === 'place') {
    const isOpen = folders.length === 1 || articles.length <= 40;
    appendSome(all, folders, (folder) => createFolder(store, folder, nameOf(folder), isOpen));
  } else {
    const list = element('ul', { class: 'articles flat' });
    all.append(list);
    appendSome(list, sortedPlaces(articles, sort), (at) => createItem(store, at, { sort, isWhole: true }), {
      outside: all,
    });
  }
  fragment.append(all);
  return fragment;
}

function createSummary(changes: string | undefined, totals: Totals): HTMLElement {
  const share = (part: number): string => `${Math.round((part / Math.max(totals.segments, 1)) * 100)} %`;
  const tile = (number: string, name: string, className = ''): HTMLElement =>
    element('div', { class: `tile ${className}` }, element('dt', {}, name), element('dd', {}, number));
  const { error, warning, info } = totals.findings;
  const tiles = [
    tile(count(totals.articles), 'articles'),
    tile(count(totals.segments), 'segments'),
    tile(share(totals.ht), 'human (HT)', 'ht'),
    tile(share(totals.mt), 'machine (MT)', 'mt'),
    ...(totals.unknown === 0 ? [] : [tile(share(totals.unknown), 'unknown', 'unknown')]),
    tile(count(error), error === 1 ? 'error' : 'errors', 'error'),
    tile(count(warning), warning === 1 ? 'warning' : 'warnings', 'warning'),
    tile(count(info), info === 1 ? 'info' : 'infos', 'info'),
    ...(changes === undefined
      ? []
      : [tile(count(totals.changed), 'changed', 'changed'), tile(count(totals.refused), 'refused', 'refused')]),
  ];
  return element(
    'section',
    { 'aria-labelledby': 'totals' },
    element('h2', { id: 'totals' }, 'Totals'),
    element('dl', { class: 'tiles' }, tiles),
    element('div', { class: 'share' }, createBar(typeParts(totals), totals.segments, 10)),
    error + warning + info === 0
      ? undefined
      : element('p', { class: 'way' }, linkTo({ view: 'rules' }, 'Findings by rule')),
  );
}

function mostOf(folders: readonly Folder[], numberOf: (totals: Totals) => number): number {
  return folders.reduce((most, { totals }) => Math.max(most, numberOf(totals)), 0);
}

function createFolderTable(folders: readonly Folder[], nameOf: (folder: Folder) => string): HTMLElement {
  const mostSegments = mostOf(folders, ({ segments }) => segments);
  const sum = ({ findings: { error, warning, info } }: Totals): number => error + warning + info;
  const mostFindings = mostOf(folders, sum);
  const body = element('tbody', { role: 'rowgroup' });
  const toRow = (folder: Folder): HTMLElement => {
    const { totals } = folder;
    // Where columns have no room, and no names, each number says what it is of.
    const number = (value: number, thing: string): HTMLElement =>
      element('td', { role: 'cell', class: 'number', 'data-thing': value === 1 ? thing : `${thing}s` }, count(value));
    const chart = (bar: Element): HTMLElement => element('td', { role: 'cell', class: 'chart' }, bar);
    return element(
      'tr',
      { role: 'row' },
      element('th', { role: 'rowheader', scope: 'row' }, nameOf(folder)),
      number(totals.articles, 'article'),
      number(totals.segments, 'segment'),
      chart(createBar(typeParts(totals), mostSegments, 10)),
      number(sum(totals), 'finding'),
      chart(createBar(findingParts(totals), mostFindings, 10)),
    );
  };
  const columns = ['Folder', 'Articles', 'Segments', 'Human and machine', 'Findings', 'By severity'];
  const head = element('tr', { role: 'row' }, columns.map(createColumn));
  const section = element(
    'section',
    { 'aria-labelledby': 'folders' },
    element('h2', { id: 'folders' }, 'Folders'),
    element(
      'table',
      // On small screens it is none to look at: the roles keep it one for those who hear it.
      { role: 'table', class: 'folders', 'aria-labelledby': 'folders' },
      element('thead', { role: 'rowgroup' }, head),
      body,
    ),
  );
  appendSome(body, folders, toRow, { outside: section });
  return section;
}

function createColumn(name: string): HTMLElement {
  const isNumber = name === 'Articles' || name === 'Segments' || name === 'Findings';
  return element('th', { role: 'columnheader', scope: 'col', class: isNumber ? 'number' : undefined }, name);
}

/** Names without what is the same for all of them. */
function createFolderNames(folders: readonly Folder[]): (folder: Folder) => string {
  const [first = [], ...others] = folders.map(({ path }) => path.split('/'));
  const different = first.findIndex((part, index) => others.some((parts) => parts[index] !== part));
  const same = others.length === 0 ? 0 : different < 0 ? first.length : different;
  return ({ path }) => path.split('/').slice(same).join('/') || (path === '' ? '.' : (path.split('/').at(-1) ?? path));
}

/** A folder lists its articles when it is opened. */
function createFolder(store: Store, { path, articles, totals }: Folder, name: string, isOpen: boolean): HTMLElement {
  const list = element('ul', { class: 'articles' });
  const summary = element('summary', {}, element('b', {}, name), ` ${countOf(totals.articles, 'article')}`);
  const details = element('details', { open: isOpen, 'data-name': path }, summary, list);
  const fill = (): void => {
    if (list.childElementCount > 0) return;
    appendSome(list, articles, (at) => createItem(store, at, { sort: 'place' }), { outside: details });
  };
  details.addEventListener('toggle', () => {
    if (details.open) fill();
  });
  if (isOpen) fill();
  return details;
}
