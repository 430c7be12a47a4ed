import { paste, replaceText } from '../../../correct/edit/edit.js';
import { codeAt, codesIn, type Pieces, slice } from '../../../correct/edit/pieces.js';
import { removeSelected } from './removal.js';
import type { Surface } from './surface.js';

/** What was copied last: as text it is on the clipboard, and here with its codes. */
let copied: { readonly text: string; readonly pieces: Pieces } | undefined;

/** Puts a text in the place of what is selected; what was copied from a target comes with its codes. */
export function insertText({ editing, rules, take, say }: Surface, text: string): void {
  // Systems have line ends of their own on the clipboard.
  if (copied === undefined || toLineFeeds(text) !== toLineFeeds(copied.text)) {
    take(replaceText(editing.draft, rules, text));
    return;
  }
  const { pieces, from, to } = editing.draft;
  const left = codesIn(slice(pieces, 0, from)).length + codesIn(slice(pieces, to)).length;
  const isTaken = take(paste(editing.draft, rules, copied.pieces));
  const came = codesIn(editing.draft.pieces).length - left;
  if (isTaken && came < codesIn(copied.pieces).length) say('Codes that cannot stand here were left out.');
}

function toLineFeeds(text: string): string {
  return text.replace(/\r\n?/g, '\n');
}

/** What is selected; of a code alone, both halves. */
function selectedPieces({ editing, picked }: Surface): Pieces {
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
