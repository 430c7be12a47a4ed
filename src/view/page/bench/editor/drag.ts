import { moveTo } from '../../../correct/edit/edit.js';
import { slice } from '../../../correct/edit/pieces.js';
import { insertText, markdownOf } from './clipboard.js';
import { placeIn } from './render.js';
import type { Surface } from './surface.js';

/** A point in the window. */
export interface WindowPoint {
  readonly x: number;
  readonly y: number;
}

/** The place in the target at a point; `undefined`: the point is elsewhere. */
export function placeAt({ element }: Surface, { x, y }: WindowPoint): number | undefined {
  const caret = document.caretPositionFromPoint?.(x, y);
  const node = caret?.offsetNode;
  return node !== undefined && element.contains(node) ? placeIn(element, node, caret?.offset ?? 0) : undefined;
}

/** A code, or what is selected, is moved by the mouse; what is dragged from elsewhere is text. */
export function listenToDrags(surface: Surface): void {
  const { element, editing, rules } = surface;
  let dragged: { readonly from: number; readonly to: number } | undefined;
  element.addEventListener('dragstart', ({ target, dataTransfer }) => {
    surface.readSelection();
    const place = surface.placeOfChip(target);
    const { from, to } = place === undefined ? editing.draft : { from: place, to: place + 1 };
    dragged = { from, to };
    // Firefox drags nothing that has no data.
    dataTransfer?.setData('text/plain', markdownOf(slice(editing.draft.pieces, from, to)));
  });
  // It may end elsewhere: what is dropped next is another thing.
  element.addEventListener('dragend', () => {
    dragged = undefined;
  });
  element.addEventListener('dragover', (event) => event.preventDefault());
  element.addEventListener('drop', (event) => {
    event.preventDefault();
    const place = placeAt(surface, { x: event.clientX, y: event.clientY });
    if (place === undefined) return;
    if (dragged !== undefined) {
      const { from, to } = dragged;
      if (!surface.take(moveTo({ ...editing.draft, from, to }, rules, place))) surface.say('It cannot go there.');
    } else {
      editing.select(place, place);
      insertText(surface, event.dataTransfer?.getData('text/plain') ?? '');
    }
    dragged = undefined;
  });
}
