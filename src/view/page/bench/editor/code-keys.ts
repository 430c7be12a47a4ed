import { moveCode } from '../../../correct/edit/edit.js';
import { codesIn, slice } from '../../../correct/edit/pieces.js';
import { nameOfCode } from '../../article/chips.js';
import type { Surface } from './surface.js';
import { stopsIn } from './text-parts.js';

/** The keys that select and move codes, undo and redo: the same in all browsers. */
export function listenToKeys(surface: Surface, isComposing: () => boolean): void {
  const { element } = surface;
  element.addEventListener('keydown', (event) => {
    if (event.isComposing || isComposing() || event.keyCode === 229) return;
    const action = actionOf(event, surface);
    if (action === undefined) return;
    event.preventDefault();
    event.stopPropagation();
    surface.readSelection();
    action();
  });
}

function actionOf(event: KeyboardEvent, surface: Surface): (() => void) | undefined {
  const { key, altKey, shiftKey } = event;
  const control = event.ctrlKey || event.metaKey;
  if (control === altKey) return undefined;
  if (control) {
    const letter = key.toLowerCase();
    if (letter === 'z') return shiftKey ? surface.redo : surface.undo;
    return letter === 'y' ? surface.redo : undefined;
  }
  if (key === 'ArrowDown') return () => pick(surface, 1);
  if (key === 'ArrowUp') return () => pick(surface, -1);
  if (key !== 'ArrowLeft' && key !== 'ArrowRight') return undefined;
  const isRtl = getComputedStyle(surface.element).direction === 'rtl';
  return () => step(surface, (key === 'ArrowRight') === isRtl ? -1 : 1);
}

/** Selects the next code (1), or the one before (-1); after the last comes the first. */
function pick({ editing, picked, draw, say }: Surface, direction: 1 | -1): void {
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
}

/** Characters that are said of the text after a code. */
const longestSaid = 12;

/** Moves the code that is selected by a word. */
function step({ editing, rules, picked, take, say }: Surface, direction: 1 | -1): void {
  const place = picked();
  if (place === undefined) {
    say('Select a code first: Alt+↓.');
    return;
  }
  const stops = stopsIn(editing.draft.pieces);
  if (!take(moveCode(editing.draft, rules, place, direction, stops))) {
    say('It cannot go there.');
    return;
  }
  const [next] = slice(editing.draft.pieces, editing.draft.to);
  const what = typeof next === 'string' ? `“${[...next].slice(0, longestSaid).join('')}”` : next && nameOfCode(next);
  say(what === undefined ? 'Moved to the end.' : `Moved before ${what}.`);
}
