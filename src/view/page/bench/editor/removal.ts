import { codeStaying, deleteCode, replaceText } from '../../../correct/edit/edit.js';
import { codeAt, lengthOf, slice } from '../../../correct/edit/pieces.js';
import { nameOfCode } from '../../article/chips.js';
import type { Surface } from './surface.js';
import { graphemeAt } from './text-parts.js';

const mustStay = 'This code must stay: both languages have it.';

/** Deletes what is selected; a code alone goes with its other half. */
export function removeSelected({ editing, rules, picked, take, say }: Surface): void {
  const place = picked();
  if (place === undefined) {
    const { pieces, from, to } = editing.draft;
    const stays = codeStaying(slice(pieces, from, to), rules);
    const isTaken = take(replaceText(editing.draft, rules, ''), 'deleting');
    if (stays) say(mustStay);
    else if (!isTaken) say('Nothing can be deleted here.');
  } else {
    const code = codeAt(editing.draft.pieces, place);
    const isTaken = take(deleteCode(editing.draft, rules, place));
    say(isTaken && code !== undefined ? `Deleted: ${nameOfCode(code).replace(/ (?:starts|ends)$/, '')}.` : mustStay);
  }
}

/** Deletes the character after (1) or before (-1) the caret; a code there is selected first. */
export function removeBeside({ editing, rules, draw, take }: Surface, direction: 1 | -1): void {
  const { pieces, from } = editing.draft;
  const at = direction > 0 ? from : from - 1;
  if (at < 0 || at >= lengthOf(pieces)) return;
  if (codeAt(pieces, at) !== undefined) {
    editing.select(at, at + 1);
    draw();
    return;
  }
  const [text = ''] = direction > 0 ? slice(pieces, from) : slice(pieces, 0, from).slice(-1);
  const own = typeof text === 'string' ? graphemeAt(text, direction > 0 ? 0 : text.length - 1) : undefined;
  const size = own?.length ?? 1;
  editing.select(direction > 0 ? from : from - size, direction > 0 ? from + size : from);
  take(replaceText(editing.draft, rules, ''), 'deleting');
}
