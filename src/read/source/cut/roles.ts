import {
  BREAK,
  COMMENT,
  EMPHASIS,
  type Form,
  HTML_IMAGE,
  IMAGE,
  INCLUDE,
  LINK,
  MATH,
  type Mark,
  STRIKE,
  STRONG,
} from '../../inline/marks.js';
import { startsWithBlockTag } from '../block-tags.js';
import { endsLine, startsLine } from './line-ends.js';

/** No sentence ends in these. */
export const undivided: ReadonlySet<Form> = new Set([LINK, STRONG, EMPHASIS, STRIKE, MATH]);

/** Where a code parts the text around it; `undefined` where it does not. */
export interface Part {
  readonly start: number;
  readonly end: number;
  /** It surely does: a line break, an image, the tag of a cell. */
  readonly isSure: boolean;
}

/** How a code parts the text around it. Of a pair, its first half says so. */
export function partOf(mark: Mark, text: string): Part | undefined {
  const { kind, form, start, end, partner } = mark;
  if (kind === 'ph') return { start, end, isSure: isSeparate(mark, text) || isTagOfBlock(mark, text) };
  if (isTagOfBlock(mark, text)) return { start, end, isSure: true };
  if (kind === 'ec' || partner === undefined || !(form === IMAGE || form === LINK || form === STRONG)) return undefined;
  // An image at an end of its line is no part of the sentence beside it.
  const isSure = form === IMAGE && (startsLine(text, start) || endsLine(text, partner.end));
  return { start, end: partner.end, isSure };
}

/** Whether a code at an end of a part, which is from `start` to `end`, is none of it. */
export function isLoose(mark: Mark, text: string, start: number, end: number): boolean {
  const { kind, form, partner } = mark;
  if (form === COMMENT || isSeparate(mark, text)) return true;
  const isInside = partner !== undefined && partner.start >= start && partner.start < end;
  if (form === LINK || form === IMAGE) return !isInside;
  if (form.subType === 'md:html') {
    const isEmpty = partner !== undefined && (partner.start === mark.end || partner.end === mark.start);
    return isEmpty || isTagOfBlock(mark, text);
  }
  // Side-by-side articles have an include before a sentence outside of it, but one in it or after it inside.
  return kind === 'ph' && form === INCLUDE && mark.start === start && !isWord(mark, text);
}

/** Whether a form of DocFX is a word of its sentence: `:::no-loc text="Save":::`. */
function isWord({ start }: Mark, text: string): boolean {
  return text.startsWith(':::no-loc', start);
}

/** Whether a code stands between sentences: a line break, an image of HTML, the mark of an alert. */
function isSeparate(mark: Mark, text: string): boolean {
  const { kind, form, start, end, disp } = mark;
  if (form === BREAK || form === HTML_IMAGE) return true;
  if (kind !== 'ph' || form !== INCLUDE || isWord(mark, text)) return false;
  const isInclude = /^\[!include/i.test(text.slice(start, start + 9));
  return (!isInclude && /^\w+$/.test(disp)) || (startsLine(text, start) && endsLine(text, end));
}

function isTagOfBlock({ form, start, end }: Mark, text: string): boolean {
  return form.subType === 'md:html' && startsWithBlockTag(text.slice(start, Math.min(end, start + 20)));
}
