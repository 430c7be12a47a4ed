import type { Range } from '../../../model/position.js';
import { type Form, IMAGE, LINK, MATH, type Mark } from '../../inline/marks.js';
import { partOf, undivided } from './roles.js';
import { toSentenceText } from './sentence-text.js';
import type { SentenceRules } from './sentences.js';

/** A part of the text of a block, in offsets of it. */
export interface Piece extends Range {
  /** Where nothing is known of the text, a segment ends with it. */
  readonly isEnd: boolean;
}

/** Cuts the text of a block into its finest parts; these follow each other without a gap. */
export function cutText(text: string, marks: readonly Mark[], rules: SentenceRules): Piece[] {
  const cuts = new Map<number, boolean>();
  const add = (at: number, isSure: boolean): void => {
    if (at > 0 && at < text.length) cuts.set(at, isSure || cuts.get(at) === true);
  };
  const sentences = toSentenceText(text, marks);
  const placeOf = sentences.createPlaces();
  const isInside = createInsides(text, marks, rules.inCodes === true ? whole : undivided);
  for (const { at, isSure } of rules.ends(sentences.text)) {
    const place = placeOf(at);
    if (place !== undefined) add(place, isSure && !isInside(place));
  }
  let reach = 0;
  for (const mark of marks) {
    const part = partOf(mark, text);
    if (part !== undefined) {
      // Half a link is none, nor half an image.
      const isSure = part.isSure && mark.start >= reach;
      add(part.start, isSure);
      add(part.end, isSure);
    }
    const isWhole = mark.form === LINK || (mark.form === IMAGE && part?.isSure === false);
    if (isWhole) reach = Math.max(reach, mark.partner?.start ?? 0);
  }
  let start = 0;
  const pieces = [...cuts.keys()]
    .sort((a, b) => a - b)
    .map((end): Piece => {
      const piece = { start, end, isEnd: cuts.get(end) === true };
      start = end;
      return piece;
    });
  pieces.push({ start, end: text.length, isEnd: true });
  return pieces;
}

/** Half of one is no code: its address would be text. */
const whole: ReadonlySet<Form> = new Set([LINK, IMAGE, MATH]);

/** Whether a place is within a code of these forms, or an image in a line; those that are asked for ascend. */
function createInsides(text: string, marks: readonly Mark[], forms: ReadonlySet<Form>): (place: number) => boolean {
  let index = 0;
  let reach = 0;
  return (place) => {
    for (; index < marks.length; index++) {
      const mark = marks[index] as Mark;
      const { form, start, end, partner } = mark;
      if (start >= place) break;
      // An image that is no part of a sentence has sentences of its own; another one would lose its ends.
      const isWhole = forms.has(form) || (form === IMAGE && partOf(mark, text)?.isSure === false);
      if (isWhole) reach = Math.max(reach, partner?.start ?? 0, form === MATH ? end : 0);
    }
    return reach > place;
  };
}
