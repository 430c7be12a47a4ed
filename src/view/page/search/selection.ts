import type { Side } from '../../search/query.js';
import { element } from '../dom.js';

/** A text that is selected in a segment, and the language that it is in. */
export interface Selected {
  readonly text: string;
  readonly side: Exclude<Side, 'both'>;
}

/** The text that is selected in `main`, where all of it stands in one text; without marks of codes, as it is searched. */
export function selectedIn(main: HTMLElement): (Selected & { readonly range: Range }) | undefined {
  const selection = document.getSelection();
  if (selection === null || selection.isCollapsed || selection.rangeCount === 0) return undefined;
  const range = selection.getRangeAt(0);
  const cell = cellOf(range.startContainer);
  if (cell === null || cell !== cellOf(range.endContainer) || !main.contains(cell)) return undefined;
  const copy = range.cloneContents();
  for (const each of copy.querySelectorAll('.chip.sc, .chip.ec, .marker, .between, .heard')) each.remove();
  const text = copy.textContent?.replaceAll(/\s+/g, ' ').trim() ?? '';
  return text === '' ? undefined : { text, side: cell.classList.contains('source') ? 'source' : 'target', range };
}

function cellOf(node: Node): Element | null {
  const element = node instanceof Element ? node : node.parentElement;
  return element?.closest('[contenteditable]') ? null : (element?.closest('td.source, td.target') ?? null);
}

/** Offers a button beside what is selected, which searches it. */
export function offerSelected(main: HTMLElement, onSearch: (selected: Selected) => void): void {
  const button = element('button', { type: 'button', class: 'search-selected', hidden: true });
  main.after(button);
  const offer = (): void => {
    const selected = selectedIn(main);
    button.hidden = selected === undefined;
    if (selected === undefined) return;
    button.textContent = `Find in ${selected.side}s`;
    const { right, bottom } = selected.range.getBoundingClientRect();
    button.style.top = `${bottom + window.scrollY + 4}px`;
    button.style.left = `${Math.max(0, Math.min(right, window.innerWidth - button.offsetWidth - 8))}px`;
  };
  document.addEventListener('pointerup', ({ target }) => {
    if (target !== button) setTimeout(offer);
  });
  document.addEventListener('keyup', ({ shiftKey }) => {
    if (shiftKey) offer();
  });
  document.addEventListener('selectionchange', () => {
    if (document.getSelection()?.isCollapsed !== false) button.hidden = true;
  });
  // The selection stays while the button is pressed.
  button.addEventListener('pointerdown', (event) => event.preventDefault());
  button.addEventListener('click', () => {
    const selected = selectedIn(main);
    button.hidden = true;
    if (selected !== undefined) onSearch(selected);
  });
}
