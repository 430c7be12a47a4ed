import type { Edited } from '../../../correct/edit/edit.js';
import type { Editing } from '../../../correct/edit/editing.js';
import { lengthOf } from '../../../correct/edit/pieces.js';
import { listenToClipboard } from './clipboard.js';
import { listenToKeys } from './code-keys.js';
import { listenToDrags, placeAt, type WindowPoint } from './drag.js';
import { createSurface, type SurfaceOptions } from './surface.js';
import { listenToTyping } from './typing.js';

/** A field in which a target is edited. */
export interface Field {
  readonly editing: Editing;
  /** Takes an edit that a control asks for; `false` where there is none. */
  take(edited: Edited): boolean;
  undo(): void;
  redo(): void;
  /** `at`: the point in the window where the caret goes. Default: the end. */
  focus(at?: WindowPoint): void;
  close(): void;
}

/**
 * Makes an element a field for a target. The browser changes nothing in it by itself: each input is an edit of the model,
 * and the field is drawn anew. Only what an input method composes is left to it until that ends, and read then.
 */
export function createField(element: HTMLElement, options: SurfaceOptions): Field {
  const surface = createSurface(element, options);
  const { editing } = surface;
  const { isComposing } = listenToTyping(surface);
  listenToKeys(surface, isComposing);
  listenToClipboard(surface);
  listenToDrags(surface);
  element.addEventListener('click', ({ target }) => {
    const place = surface.placeOfChip(target);
    if (place === undefined) return;
    editing.select(place, place + 1);
    surface.draw();
  });
  const onSelection = (): void => {
    if (isComposing() || document.activeElement !== element) return;
    surface.readSelection();
    surface.showPicked();
    if (!isPressed) surface.followCaret();
  };
  // While the mouse is held, a stretch may be about to be selected.
  let isPressed = false;
  const onPointer = ({ type, target }: PointerEvent): void => {
    isPressed = type === 'pointerdown' && target instanceof Node && element.contains(target);
    if (!isPressed) onSelection();
  };
  const pointer = ['pointerdown', 'pointerup', 'pointercancel'] as const;
  for (const type of pointer) document.addEventListener(type, onPointer);
  document.addEventListener('selectionchange', onSelection);
  return {
    editing,
    take(edited) {
      element.focus();
      return surface.take(edited);
    },
    undo: surface.undo,
    redo: surface.redo,
    focus(at) {
      element.focus();
      const end = (at && placeAt(surface, at)) ?? lengthOf(editing.draft.pieces);
      editing.select(end, end);
      surface.draw();
    },
    close() {
      document.removeEventListener('selectionchange', onSelection);
      for (const type of pointer) document.removeEventListener(type, onPointer);
    },
  };
}
