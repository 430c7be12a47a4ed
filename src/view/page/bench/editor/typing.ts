import { differenceOf } from '../../../correct/edit/difference.js';
import { replaceText } from '../../../correct/edit/edit.js';
import { insertText } from './clipboard.js';
import { removeBeside, removeSelected } from './removal.js';
import { readField } from './render.js';
import type { Surface } from './surface.js';

/** Makes an edit of each input. `isComposing`: an input method is at work, and the browser is left to itself. */
export function listenToTyping(surface: Surface): { isComposing(): boolean } {
  const { element, editing, rules } = surface;
  let isComposing = false;

  const insert = (event: InputEvent): void => {
    const { inputType } = event;
    const data = event.data ?? event.dataTransfer?.getData('text/plain') ?? '';
    if (inputType === 'insertLineBreak' || inputType === 'insertParagraph') {
      surface.say('A target has no line breaks of its own. Ctrl+Enter confirms it.');
    } else if (inputType === 'insertText') surface.take(replaceText(editing.draft, rules, data), 'typing');
    // What is dropped comes by its own event.
    else if (inputType !== 'insertFromDrop') {
      const [range] = event.getTargetRanges();
      if (inputType === 'insertReplacementText' && range !== undefined) surface.selectRange(range);
      insertText(surface, data);
    }
  };
  const remove = (event: InputEvent): void => {
    const { inputType } = event;
    const isCaret = editing.draft.from === editing.draft.to;
    const [range] = event.getTargetRanges();
    if (isCaret && inputType === 'deleteContentBackward') removeBeside(surface, -1);
    else if (isCaret && inputType === 'deleteContentForward') removeBeside(surface, 1);
    else if (inputType !== 'deleteByDrag') {
      if (isCaret && range !== undefined) surface.selectRange(range);
      removeSelected(surface);
    }
  };
  /** What the browser did by itself, as an edit: what differs is one stretch, whose codes stay or go as in any edit. */
  const readBack = (): void => {
    const before = editing.draft.pieces;
    const { from, to, text } = differenceOf(before, readField(element, before));
    editing.select(from, to);
    if (from === to && text === '') surface.draw();
    else surface.take(replaceText(editing.draft, rules, text), 'typing');
  };

  element.addEventListener('beforeinput', (event) => {
    const { inputType } = event;
    if (isComposing || event.isComposing || inputType.includes('Composition')) return;
    event.preventDefault();
    surface.readSelection();
    if (inputType === 'historyUndo') surface.undo();
    else if (inputType === 'historyRedo') surface.redo();
    else if (inputType.startsWith('insert')) insert(event);
    else if (inputType.startsWith('delete')) remove(event);
  });
  element.addEventListener('input', () => {
    if (!isComposing) readBack();
  });
  element.addEventListener('compositionstart', () => {
    isComposing = true;
  });
  element.addEventListener('compositionend', () => {
    isComposing = false;
    readBack();
  });
  return { isComposing: () => isComposing };
}
