import type { PageTerm } from '../../page-data.js';
import { byId, element } from '../dom.js';
import { termAt } from './mark-terms.js';

/** Shows what a glossary says of a term while it is pointed at, or has the focus; Escape puts it away. */
export function startTermNotes(root: HTMLElement): void {
  const note = element('div', { id: 'term-note', class: 'term-note', role: 'tooltip', hidden: true });
  byId('place', HTMLElement).after(note);
  let shown: HTMLElement | undefined;
  const hide = (): void => {
    shown?.removeAttribute('aria-describedby');
    shown = undefined;
    note.hidden = true;
  };
  const show = (target: EventTarget | null): void => {
    const found = termAt(target);
    if (found?.mark === shown && found !== undefined) return;
    hide();
    if (found === undefined) return;
    shown = found.mark;
    fill(note, found.term, found.mark);
    found.mark.setAttribute('aria-describedby', note.id);
    note.hidden = false;
    place(note, found.mark);
  };
  root.addEventListener('pointerover', ({ target }) => show(target));
  // Whoever points at the note itself may read it in peace.
  root.addEventListener('pointerleave', ({ relatedTarget }) => {
    if (relatedTarget !== note) show(document.activeElement);
  });
  root.addEventListener('focusin', ({ target }) => show(target));
  root.addEventListener('focusout', hide);
  window.addEventListener('scroll', hide, { passive: true });
  document.addEventListener('keydown', ({ key }) => {
    if (key === 'Escape') hide();
  });
}

function fill(note: HTMLElement, { of, names, status, definition }: PageTerm, mark: HTMLElement): void {
  const row = mark.closest('tr');
  const languageOf = (side: string): string | undefined => row?.querySelector<HTMLElement>(`td.${side}`)?.lang;
  note.replaceChildren();
  const about = status === undefined ? '' : `${status} term for `;
  note.append(element('p', {}, about, element('b', { lang: languageOf('source') }, of)));
  const items = names.map(([kind, text]) =>
    element('li', { class: kind }, `${kind} `, element('b', { lang: languageOf('target'), dir: 'auto' }, text)),
  );
  if (items.length > 0) note.append(element('ul', {}, items));
  if (definition !== undefined) note.append(element('p', { class: 'definition' }, definition));
}

/** Below the term, or above it where there is no room, within the window. */
function place(note: HTMLElement, mark: HTMLElement): void {
  const box = mark.getBoundingClientRect();
  const { offsetWidth, offsetHeight } = note;
  // Without a gap, which the pointer would have to cross.
  const below = box.bottom;
  const top = below + offsetHeight <= window.innerHeight ? below : Math.max(0, box.top - offsetHeight);
  const left = Math.max(6, Math.min(box.left, document.documentElement.clientWidth - offsetWidth - 6));
  note.style.setProperty('top', `${top}px`);
  note.style.setProperty('left', `${left}px`);
}
