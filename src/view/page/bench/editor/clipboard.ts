import { paste, replaceText } from '../../../correct/edit/edit.js';
import { codeAt, type Pieces, slice } from '../../../correct/edit/pieces.js';
import { removeSelected } from './removal.js';
import type { Surface } from './surface.js';

/** What was copied last: as text it is on the clipboard, and here with its codes. */
let copied: { readonly text: string; readonly pieces: Pieces } | undefined;

/** Puts a text in the place of what is selected; what was copied from a target comes with its codes. */
export function insertText({ editing, rules, take }: Surface, text: string): void {
  take(
    copied !== undefined && text === copied.text
      ? paste(editing.draft, rules, copied.pieces)
      : replaceText(editing.draft, rules, text),
  );
}

/** What is selected; of a code alone, both halves. */
export function selectedPieces({ editing, picked }: Surface): Pieces {
  const { pieces, from, to } = editing.draft;
  const place = picked();
  const code = place === undefined ? undefined : codeAt(pieces, place);
  if (code === undefined) return slice(pieces, from, to);
  return pieces.filter((piece) => typeof piece !== 'string' && piece.id === code.id);
}

/** Pieces as the text that they are elsewhere. */
export function markdownOf(pieces: Pieces): string {
  return pieces.map((piece) => (typeof piece === 'string' ? piece : piece.data)).join('');
}

export function listenToClipboard(surface: Surface): void {
  const { element, readSelection } = surface;
  const copy = (event: ClipboardEvent): void => {
    event.preventDefault();
    readSelection();
    const pieces = selectedPieces(surface);
    const text = markdownOf(pieces);
    copied = { text, pieces };
    event.clipboardData?.setData('text/plain', text);
  };
  element.addEventListener('copy', copy);
  element.addEventListener('cut', (event) => {
    copy(event);
    removeSelected(surface);
  });
  element.addEventListener('paste', (event) => {
    event.preventDefault();
    readSelection();
    insertText(surface, event.clipboardData?.getData('text/plain') ?? '');
  });
}
