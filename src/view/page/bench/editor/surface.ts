import type { Edited } from '../../../correct/edit/edit.js';
import { createEditing, type Editing } from '../../../correct/edit/editing.js';
import { codeAt, codesIn, lengthOf, type Pieces } from '../../../correct/edit/pieces.js';
import type { EditRules } from '../../../correct/edit/rules.js';
import { nameOfCode } from '../../article/chips.js';
import { fill, markedAround, type Stretch } from './fill.js';
import { markPicked, placeIn, selectIn } from './render.js';

/** What a field needs to know, and whom it tells. */
export interface SurfaceOptions {
  readonly pieces: Pieces;
  readonly rules: EditRules;
  readonly hasPartner: (key: string) => boolean;
  /** The target is another one. */
  onChange(pieces: Pieces): void;
  /** Something to say, to those who hear the page too. */
  say(text: string): void;
}

/** An element, and the target that it shows: each edit is one of the model, and the element is drawn anew. */
export interface Surface {
  readonly element: HTMLElement;
  readonly editing: Editing;
  readonly rules: EditRules;
  say(text: string): void;
  /** Draws what is edited, with its selection. */
  draw(): void;
  /** Takes an edit; `false` where there is none. */
  take(edited: Edited, kind?: 'typing' | 'deleting'): boolean;
  undo(): void;
  redo(): void;
  /** The place of the code that alone is selected. */
  picked(): number | undefined;
  /** Marks the white space around the caret, wherever it has gone. */
  followCaret(): void;
  /** Marks the code that alone is selected, and says its name where it is another one. */
  showPicked(): void;
  /** The selection of the browser is that of the draft, where it lies in the element. */
  readSelection(): void;
  selectRange(range: StaticRange): void;
  /** The place of the code whose chip an event met. */
  placeOfChip(target: EventTarget | null): number | undefined;
}

export function createSurface(element: HTMLElement, options: SurfaceOptions): Surface {
  const { pieces: given, rules, hasPartner, onChange, say } = options;
  const editing = createEditing({ pieces: given, from: 0, to: lengthOf(given) });
  let lastPicked: number | undefined;
  const around = (): Stretch => markedAround(editing.draft.to, lengthOf(editing.draft.pieces));
  let marked = around();
  const fillIn = (): void => {
    marked = around();
    fill(element, editing.draft.pieces, { hasPartner, marked });
  };
  const draw = (): void => {
    const { from, to } = editing.draft;
    fillIn();
    selectIn(element, from, to);
    showPicked();
  };
  const changed = (): void => {
    draw();
    onChange(editing.draft.pieces);
  };
  const picked = (): number | undefined => {
    const { pieces, from, to } = editing.draft;
    return to === from + 1 && codeAt(pieces, from) !== undefined ? from : undefined;
  };
  const showPicked = (): void => {
    const place = picked();
    const codes = codesIn(editing.draft.pieces);
    const index = codes.findIndex(([at]) => at === place);
    markPicked(element, index < 0 ? undefined : index);
    if (place !== undefined && place !== lastPicked) {
      const [, code] = codes[index] ?? [];
      if (code !== undefined) say(`${nameOfCode(code)}, code ${index + 1} of ${codes.length}`);
    }
    lastPicked = place;
  };
  const selectRange = ({ startContainer, startOffset, endContainer, endOffset }: StaticRange): void => {
    editing.select(placeIn(element, startContainer, startOffset), placeIn(element, endContainer, endOffset));
  };
  fillIn();
  return {
    element,
    editing,
    rules,
    say,
    draw,
    take(edited, kind) {
      const isTaken = editing.take(edited, kind);
      if (isTaken) changed();
      else draw();
      return isTaken;
    },
    undo() {
      const isUndone = editing.undo();
      if (isUndone) changed();
      say(isUndone ? 'Undone.' : 'There is nothing to undo.');
    },
    redo() {
      const isRedone = editing.redo();
      if (isRedone) changed();
      say(isRedone ? 'Redone.' : 'There is nothing to redo.');
    },
    picked,
    followCaret() {
      const { from, to } = editing.draft;
      const { from: start, to: end } = around();
      // A selection that grows is left to the browser.
      if (from === to && (start !== marked.from || end !== marked.to)) draw();
    },
    showPicked,
    readSelection() {
      const selection = getSelection();
      if (selection === null || selection.rangeCount === 0) return;
      const range = selection.getRangeAt(0);
      if (element.contains(range.startContainer) && element.contains(range.endContainer)) selectRange(range);
    },
    selectRange,
    placeOfChip(target) {
      const chip = target instanceof Element ? target.closest('.chip') : null;
      const index = chip === null ? -1 : Array.from(element.querySelectorAll('.chip')).indexOf(chip);
      return codesIn(editing.draft.pieces)[index]?.[0];
    },
  };
}
