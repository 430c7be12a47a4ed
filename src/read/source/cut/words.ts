import type { Range } from '../../../model/position.js';
import { MATH, type Mark } from '../../inline/marks.js';
import { textPiece } from '../../inline/text.js';
import { firstFrom } from './trim.js';

/** A text that is an address, and nothing else. */
export const address: RegExp = /^(?:https?|ftp):\/\/\S+$/i;

/**
 * Whether a part of a block has anything in it to translate: not if it is all codes, other than formulas, an address, or
 * white space, such as the `&nbsp;` of an empty cell.
 */
export function hasWords(text: string, marks: readonly Mark[], { start, end }: Range): boolean {
  let rest = '';
  let done = start;
  for (let index = firstFrom(marks, start); index < marks.length; index++) {
    const mark = marks[index] as Mark;
    if (mark.start >= end) break;
    if (mark.form === MATH) continue;
    rest += text.slice(done, mark.start);
    done = mark.end;
  }
  rest = (rest + text.slice(done, end)).trim();
  if (rest.startsWith('&')) rest = textPiece(rest).text.trim();
  return rest !== '' && !address.test(rest);
}
