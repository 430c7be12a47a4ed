import type { Range } from '../../../model/position.js';
import { IMAGE, LINK, type Mark } from '../../inline/marks.js';
import { isLoose } from './roles.js';

/** Takes away from the ends of a part of a block what is none of its text. */
export interface Trimmer {
  /** Takes white space, and codes that a translation does not need; `undefined` where nothing is left. */
  trim(range: Range): Range | undefined;
  /** The alternative text of an image that is all there is; `undefined` where there is more, or nothing in it. */
  trimImage(range: Range): Range | undefined;
  /** Takes white space only. */
  trimSpace(range: Range): Range | undefined;
}

export function createTrimmer(text: string, marks: readonly Mark[]): Trimmer {
  const trimSpace = ({ start: from, end: to }: Range): Range | undefined => {
    let start = from;
    let end = to;
    while (start < end && isSpace(text.charCodeAt(start))) start++;
    while (end > start && isSpace(text.charCodeAt(end - 1))) end--;
    return start < end ? { start, end } : undefined;
  };
  const trim = (range: Range): Range | undefined => {
    let first = firstFrom(marks, range.start);
    let last = firstFrom(marks, range.end) - 1;
    for (let rest = trimSpace(range); rest !== undefined; ) {
      const { start, end } = rest;
      const head = first <= last ? marks[first] : undefined;
      const tail = first <= last ? marks[last] : undefined;
      const isHead = head?.start === start;
      const isTail = tail?.end === end;
      if (isHead && isLoose(head, text, start, end)) {
        first++;
        rest = trimSpace({ start: head.end, end });
      } else if (isTail && isLoose(tail, text, start, end)) {
        last--;
        rest = trimSpace({ start, end: tail.start });
      } else if (isHead && isTail && head.form === LINK && head.partner === tail && !hasParentheses(text, tail)) {
        // Of a link that is all there is, the label is translated.
        first++;
        last--;
        rest = trimSpace({ start: head.end, end: tail.start });
      } else return rest;
    }
    return undefined;
  };
  const trimImage = (range: Range): Range | undefined => {
    const head = marks[firstFrom(marks, range.start)];
    const tail = head?.form === IMAGE && head.start === range.start ? head.partner : undefined;
    return tail?.end === range.end ? trimSpace({ start: head?.end ?? tail.start, end: tail.start }) : undefined;
  };
  return { trim, trimImage, trimSpace };
}

/** Side-by-side articles have links whole whose destinations have parentheses in them. */
function hasParentheses(text: string, { start, end }: Mark): boolean {
  const open = text.indexOf('(', start + 2);
  return open > 0 && open < end;
}

function isSpace(code: number): boolean {
  return code === 0x20 || (code >= 9 && code <= 13);
}

/** The index of the first mark that starts at or after an offset. */
export function firstFrom(marks: readonly Mark[], offset: number): number {
  let low = 0;
  let high = marks.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((marks[middle] as Mark).start < offset) low = middle + 1;
    else high = middle;
  }
  return low;
}
