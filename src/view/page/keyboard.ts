import { benchKeys } from './bench/keys.js';
import { byId, element, openDialog } from './dom.js';
import { recall, remember } from './settings.js';

/** What keys can do. */
export interface Actions {
  /** To the segment so many rows away from the current one. */
  move(rows: number): void;
  /** To the next segment with a finding in a direction. */
  moveToFinding(direction: 1 | -1): void;
  /** To the next code of the current segment. */
  moveToCode(direction: 1 | -1): void;
  /** To the article so many places away. */
  moveToArticle(articles: number): void;
  search(): void;
  /** Searches what is selected in a segment. */
  searchSelected(): void;
  /** All translations of the source of the current segment. */
  translations(): void;
  index(): void;
  /** Findings by rule. */
  rules(): void;
  /** Follows the current segment to its article. */
  open(): void;
}

interface Key {
  readonly keys: readonly string[];
  readonly meaning: string;
  run(actions: Actions): void;
}

const table: readonly Key[] = [
  { keys: ['j', 'ArrowDown'], meaning: 'next segment', run: (actions) => actions.move(1) },
  { keys: ['k', 'ArrowUp'], meaning: 'segment before', run: (actions) => actions.move(-1) },
  { keys: ['f'], meaning: 'next segment with a finding', run: (actions) => actions.moveToFinding(1) },
  { keys: ['F'], meaning: 'the one before', run: (actions) => actions.moveToFinding(-1) },
  { keys: ['c', 'ArrowRight'], meaning: 'next code or term of the segment', run: (actions) => actions.moveToCode(1) },
  { keys: ['C', 'ArrowLeft'], meaning: 'the one before', run: (actions) => actions.moveToCode(-1) },
  { keys: ['n'], meaning: 'next article', run: (actions) => actions.moveToArticle(1) },
  { keys: ['p'], meaning: 'article before', run: (actions) => actions.moveToArticle(-1) },
  { keys: ['o'], meaning: 'open the article of the segment', run: (actions) => actions.open() },
  { keys: ['s'], meaning: 'find the selected text', run: (actions) => actions.searchSelected() },
  { keys: ['t'], meaning: 'translations of the source', run: (actions) => actions.translations() },
  { keys: ['i'], meaning: 'all articles', run: (actions) => actions.index() },
  { keys: ['r'], meaning: 'findings by rule', run: (actions) => actions.rules() },
  { keys: ['/'], meaning: 'search', run: (actions) => actions.search() },
  { keys: ['?'], meaning: 'this help', run: () => openDialog(byId('help', HTMLDialogElement)) },
];

const names: Readonly<Record<string, string>> = { ArrowDown: '↓', ArrowUp: '↑', ArrowRight: '→', ArrowLeft: '←' };

/** Listens to keys, and lists them in the help. */
export function startKeyboard(actions: Actions): void {
  const help = byId('help', HTMLDialogElement);
  const switched = byId('use-keys', HTMLInputElement);
  switched.checked = recall('keys') !== 'off';
  switched.addEventListener('change', () => remember('keys', switched.checked ? 'on' : 'off'));
  byId('open-help', HTMLButtonElement).addEventListener('click', () => openDialog(help));
  const list = byId('keys', HTMLDListElement);
  for (const { keys, meaning } of table) {
    const shown = keys.flatMap((key) => [element('kbd', {}, names[key] ?? key), ' ']);
    list.append(element('div', {}, element('dt', {}, shown), element('dd', {}, meaning)));
  }
  list.append(element('div', {}, element('dt', {}, element('kbd', {}, 'Esc')), element('dd', {}, 'leave the search')));
  for (const [keys, meaning] of benchKeys) {
    const shown = keys.flatMap((key) => [element('kbd', {}, key), ' ']);
    list.append(element('div', {}, element('dt', {}, shown), element('dd', {}, meaning)));
  }
  document.addEventListener('keydown', (event) => {
    const { key, target, altKey, ctrlKey, metaKey } = event;
    if (altKey || ctrlKey || metaKey || help.open || !(target instanceof HTMLElement)) return;
    if (key === 'Escape' && target.matches('input, select')) return target.blur();
    if (target.matches('input, select, textarea') || target.isContentEditable) return;
    if (key.length === 1 && !switched.checked) return;
    // Arrows scroll, and Enter presses buttons, unless a segment has the focus.
    if (key.length > 1 && target.closest('tr[data-id]') === null) return;
    if (key === 'Enter' && target.matches('a, button, summary')) return;
    const known = table.find(({ keys }) => keys.includes(key));
    if (known === undefined) return;
    event.preventDefault();
    known.run(actions);
  });
}
