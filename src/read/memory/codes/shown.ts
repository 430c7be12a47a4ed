import type { CodeSubType } from '../../../model/content.js';
import { findMarks } from '../../inline/inline.js';
import type { Mark } from '../../inline/marks.js';

/** What a person sees of a placeholder, and what it stands for. */
export interface Shown {
  readonly disp: string;
  readonly equiv: string;
}

const lineBreak: Shown = { disp: '↵', equiv: '\n' };
const nothing: Shown = { disp: '', equiv: '' };

/** The same codes come again and again: of so many it is remembered what they are. */
const mostKnown = 4096;
/** Longer ones hardly come again. */
const longestKnown = 256;
const known = new Map<string, Mark | undefined>();

/** What a code is as Markdown, where it is one placeholder from its first character to its last. */
export function placeholderIn(data: string): Mark | undefined {
  if (known.has(data)) return known.get(data);
  const marks = findMarks(data, {}) ?? [];
  const [first] = marks;
  const isWhole = marks.length === 1 && first?.kind === 'ph' && first.start === 0 && first.end === data.length;
  const found = isWhole ? first : undefined;
  if (data.length <= longestKnown) {
    if (known.size >= mostKnown) known.clear();
    known.set(data, found);
  }
  return found;
}

/** What reading the article would say of a placeholder. */
export function shownOf(data: string, subType: CodeSubType | undefined): Shown {
  if (subType === 'xlf:lb') return lineBreak;
  if (subType === 'md:comment') return nothing;
  const mark = placeholderIn(data);
  if (mark !== undefined && (subType === undefined || mark.form.subType === subType)) return mark;
  return { disp: data, equiv: '' };
}
