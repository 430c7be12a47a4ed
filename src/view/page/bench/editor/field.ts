import { differenceOf } from '../../../correct/edit/difference.js';
import {
  codeStaying,
  type Draft,
  deleteCode,
  type Edited,
  moveCode,
  moveTo,
  paste,
  replaceText,
} from '../../../correct/edit/edit.js';
import { createEditing, type Editing } from '../../../correct/edit/editing.js';
import { codeAt, codesIn, lengthOf, type Pieces, slice } from '../../../correct/edit/pieces.js';
import type { EditRules } from '../../../correct/edit/rules.js';
import { nameOfCode } from '../../article/chips.js';
import { fill, markPicked, placeIn, readField, selectIn } from './render.js';
import { graphemes, stopsIn } from './text-parts.js';

/** A field in which a target is edited. */
export interface Field {
  readonly editing: Editing;
  /** Takes an edit that a control asks for. */
  take(edited: Edited): void;
  undo(): void;
  redo(): void;
  /** `at`: the point in the window where the caret goes. Default: the end. */
  focus(at?: WindowPoint): void;
  close(): void;
}

/** A point in the window. */
export interface WindowPoint {
  readonly x: number;
  readonly y: number;
}

/** What a field needs to know, and whom it tells. */
export interface FieldOptions {
  readonly pieces: Pieces;
  readonly rules: EditRules;
  readonly hasPartner: (key: string) => boolean;
  /** The target is another one. */
  onChange(pieces: Pieces): void;
  /** Something to say, to those who hear the page too. */
  say(text: string): void;
}

/** What was copied last: as text it is on the clipboard, and here with its codes. */
let copied: { readonly text: string; readonly pieces: Pieces } | undefined;

const mustStay = 'This code must stay: both languages have it.';

/**
 * Makes an element a field for a target. The browser changes nothing in it by itself: each input is an edit of the model,
 * and the field is drawn anew. Only what an input method composes is left to it until that ends, and read then.
 */
export function createField(field: HTMLElement, options: FieldOptions): Field {
  const { rules, hasPartner, onChange, say } = options;
  const editing = createEditing({ pieces: options.pieces, from: 0, to: lengthOf(options.pieces) });
  let isComposing = false;
  let dragged: Draft | undefined;

  const draw = (): void => {
    const { pieces, from, to } = editing.draft;
    fill(field, pieces, hasPartner);
    selectIn(field, from, to);
    showPicked();
  };
  const changed = (): void => {
    draw();
    onChange(editing.draft.pieces);
  };
  const take = (edited: Edited, kind?: 'typing' | 'deleting'): boolean => {
    const isTaken = editing.take(edited, kind);
    if (isTaken) changed();
    else draw();
    return isTaken;
  };
  /** The place of the code that alone is selected. */
  const picked = (): number | undefined => {
    const { pieces, from, to } = editing.draft;
    return to === from + 1 && codeAt(pieces, from) !== undefined ? from : undefined;
  };
  let lastPicked: number | undefined;
  const showPicked = (): void => {
    const place = picked();
    const codes = codesIn(editing.draft.pieces);
    const index = codes.findIndex(([at]) => at === place);
    markPicked(field, index < 0 ? undefined : index);
    if (place !== undefined && place !== lastPicked) {
      const [, code] = codes[index] ?? [];
      if (code !== undefined) say(`${nameOfCode(code)}, code ${index + 1} of ${codes.length}`);
    }
    lastPicked = place;
  };
  const readSelection = (): void => {
    const selection = getSelection();
    if (selection === null || selection.rangeCount === 0) return;
    const range = selection.getRangeAt(0);
    if (field.contains(range.startContainer) && field.contains(range.endContainer)) selectRange(range);
  };
  const selectRange = ({ startContainer, startOffset, endContainer, endOffset }: StaticRange): void => {
    editing.select(placeIn(field, startContainer, startOffset), placeIn(field, endContainer, endOffset));
  };

  /** Deletes a stretch; a code alone goes with its other half, after it was selected. */
  const remove = (): void => {
    const place = picked();
    if (place === undefined) {
      const { pieces, from, to } = editing.draft;
      const stays = codeStaying(slice(pieces, from, to), rules);
      if (!take(replaceText(editing.draft, rules, ''), 'deleting') || stays) say(mustStay);
    } else if (!take(deleteCode(editing.draft, rules, place))) say(mustStay);
  };
  const removeBeside = (direction: 1 | -1): void => {
    const { pieces, from } = editing.draft;
    const at = direction > 0 ? from : from - 1;
    if (at < 0 || at >= lengthOf(pieces)) return;
    if (codeAt(pieces, at) !== undefined) {
      editing.select(at, at + 1);
      draw();
      return;
    }
    const [text = ''] = direction > 0 ? slice(pieces, from) : slice(pieces, 0, from).slice(-1);
    const own = typeof text === 'string' ? graphemes(text) : [];
    const size = (direction > 0 ? own[0] : own.at(-1))?.length ?? 1;
    editing.select(direction > 0 ? from : from - size, direction > 0 ? from + size : from);
    take(replaceText(editing.draft, rules, ''), 'deleting');
  };
  const insert = (text: string, kind?: 'typing'): void => {
    take(
      copied !== undefined && kind === undefined && text === copied.text
        ? paste(editing.draft, rules, copied.pieces)
        : replaceText(editing.draft, rules, text),
      kind,
    );
  };
  const pick = (direction: 1 | -1): void => {
    const { pieces, from, to } = editing.draft;
    const places = codesIn(pieces).map(([at]) => at);
    if (places.length === 0) {
      say('There is no code.');
      return;
    }
    const own = picked();
    const next =
      direction > 0
        ? (places.find((at) => at >= (own === undefined ? from : to)) ?? places[0])
        : (places.findLast((at) => at < from) ?? places.at(-1));
    editing.select(next ?? 0, (next ?? 0) + 1);
    draw();
  };
  const step = (direction: 1 | -1): void => {
    const place = picked();
    if (place === undefined) {
      say('Select a code first: Alt+↓.');
      return;
    }
    const stops = stopsIn(editing.draft.pieces);
    if (!take(moveCode(editing.draft, rules, place, direction, stops))) say('It cannot go there.');
    else lastPicked = picked();
  };

  const onBeforeInput = (event: InputEvent): void => {
    const { inputType } = event;
    if (isComposing || event.isComposing || inputType.includes('Composition')) return;
    event.preventDefault();
    readSelection();
    const isCaret = editing.draft.from === editing.draft.to;
    const data = event.data ?? event.dataTransfer?.getData('text/plain') ?? '';
    if (inputType === 'historyUndo') undo();
    else if (inputType === 'historyRedo') redo();
    else if (inputType === 'insertLineBreak' || inputType === 'insertParagraph') {
      say('A target has no line breaks of its own. Ctrl+Enter confirms it.');
    } else if (inputType === 'insertText') insert(data, 'typing');
    else if (inputType === 'insertFromDrop') return;
    else if (inputType.startsWith('insert')) {
      const [range] = event.getTargetRanges();
      if (inputType === 'insertReplacementText' && range !== undefined) selectRange(range);
      insert(data);
    } else if (inputType === 'deleteByDrag') return;
    else if (inputType.startsWith('delete')) {
      const [range] = event.getTargetRanges();
      if (isCaret && inputType === 'deleteContentBackward') removeBeside(-1);
      else if (isCaret && inputType === 'deleteContentForward') removeBeside(1);
      else {
        if (isCaret && range !== undefined) selectRange(range);
        remove();
      }
    }
  };
  /** What the browser did by itself, as an edit: what differs is one stretch, whose codes stay or go as in any edit. */
  const readBack = (): void => {
    const before = editing.draft.pieces;
    const { from, to, text } = differenceOf(before, readField(field, before));
    editing.select(from, to);
    if (from === to && text === '') draw();
    else take(replaceText(editing.draft, rules, text), 'typing');
  };
  const undo = (): void => {
    if (editing.undo()) changed();
    else say('There is nothing to undo.');
  };
  const redo = (): void => {
    if (editing.redo()) changed();
    else say('There is nothing to redo.');
  };

  const onKey = (event: KeyboardEvent): void => {
    const { key, altKey, shiftKey } = event;
    if (event.isComposing || isComposing || event.keyCode === 229) return;
    const control = event.ctrlKey || event.metaKey;
    const letter = key.toLowerCase();
    const isRtl = getComputedStyle(field).direction === 'rtl';
    const action =
      control && !altKey && letter === 'z'
        ? shiftKey
          ? redo
          : undo
        : control && !altKey && letter === 'y'
          ? redo
          : altKey && !control && key === 'ArrowDown'
            ? () => pick(1)
            : altKey && !control && key === 'ArrowUp'
              ? () => pick(-1)
              : altKey && !control && (key === 'ArrowLeft' || key === 'ArrowRight')
                ? () => step((key === 'ArrowRight') === isRtl ? -1 : 1)
                : undefined;
    if (action === undefined) return;
    event.preventDefault();
    event.stopPropagation();
    readSelection();
    action();
  };
  const copy = (event: ClipboardEvent): void => {
    event.preventDefault();
    readSelection();
    const { pieces, from, to } = editing.draft;
    const place = picked();
    const code = place === undefined ? undefined : codeAt(pieces, place);
    const own =
      code === undefined
        ? slice(pieces, from, to)
        : pieces.filter((piece) => typeof piece !== 'string' && piece.id === code.id);
    const text = own.map((piece) => (typeof piece === 'string' ? piece : piece.data)).join('');
    copied = { text, pieces: own };
    event.clipboardData?.setData('text/plain', text);
  };
  const placeAt = ({ x, y }: WindowPoint): number | undefined => {
    const caret = document.caretPositionFromPoint?.(x, y);
    const node = caret?.offsetNode;
    return node !== undefined && field.contains(node) ? placeIn(field, node, caret?.offset ?? 0) : undefined;
  };
  const onDrop = (event: DragEvent): void => {
    event.preventDefault();
    const place = placeAt({ x: event.clientX, y: event.clientY });
    if (place === undefined) return;
    if (dragged !== undefined) {
      if (!take(moveTo({ ...editing.draft, from: dragged.from, to: dragged.to }, rules, place)))
        say('It cannot go there.');
    } else {
      editing.select(place, place);
      insert(event.dataTransfer?.getData('text/plain') ?? '');
    }
    dragged = undefined;
  };
  const onDragStart = ({ target }: DragEvent): void => {
    readSelection();
    const chips = Array.from(field.querySelectorAll('.chip'));
    const chip = target instanceof Element ? chips.indexOf(target.closest('.chip') ?? field) : -1;
    const [place] = codesIn(editing.draft.pieces)[chip] ?? [];
    dragged = place === undefined ? editing.draft : { ...editing.draft, from: place, to: place + 1 };
  };
  const onSelection = (): void => {
    if (isComposing || document.activeElement !== field) return;
    readSelection();
    showPicked();
  };

  field.addEventListener('beforeinput', onBeforeInput);
  field.addEventListener('input', () => {
    if (!isComposing) readBack();
  });
  field.addEventListener('compositionstart', () => {
    isComposing = true;
  });
  field.addEventListener('compositionend', () => {
    isComposing = false;
    readBack();
  });
  field.addEventListener('keydown', onKey);
  field.addEventListener('copy', copy);
  field.addEventListener('cut', (event) => {
    copy(event);
    remove();
  });
  field.addEventListener('paste', (event) => {
    event.preventDefault();
    readSelection();
    insert(event.clipboardData?.getData('text/plain') ?? '');
  });
  field.addEventListener('dragstart', onDragStart);
  field.addEventListener('dragover', (event) => event.preventDefault());
  field.addEventListener('drop', onDrop);
  field.addEventListener('click', ({ target }) => {
    const chips = Array.from(field.querySelectorAll('.chip'));
    const chip = target instanceof Element ? chips.indexOf(target.closest('.chip') ?? field) : -1;
    const [place] = codesIn(editing.draft.pieces)[chip] ?? [];
    if (place === undefined) return;
    editing.select(place, place + 1);
    draw();
  });
  document.addEventListener('selectionchange', onSelection);
  fill(field, options.pieces, hasPartner);
  return {
    editing,
    take(edited) {
      field.focus();
      take(edited);
    },
    undo,
    redo,
    focus(at) {
      field.focus();
      const end = (at && placeAt(at)) ?? lengthOf(editing.draft.pieces);
      editing.select(end, end);
      draw();
    },
    close: () => document.removeEventListener('selectionchange', onSelection),
  };
}
