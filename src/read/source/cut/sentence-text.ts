import { AUTOLINK, BREAK, CODE, type Form, INCLUDE, MATH, type Mark, XREF } from '../../inline/marks.js';

/** The text of a block as rules for sentences look at it, and where its characters stand in the block. */
export interface SentenceText {
  readonly text: string;
  /**
   * Finds the offset in the block of an offset in the text; those that are asked for ascend. What closes at a place is
   * before it, what opens there is after it; `undefined` within what stands for a code.
   */
  createPlaces(): (offset: number) => number | undefined;
}

/**
 * Leaves out the halves of pairs (`**`, the destinations of links), and puts something that rules can look at in the place
 * of other codes: letters for what is read as a word, else white space.
 */
export function toSentenceText(text: string, marks: readonly Mark[]): SentenceText {
  // A formula is looked at as it is written: what cut side-by-side articles knew nothing of formulas.
  const pieces: string[] = [];
  let length = 0;
  let done = 0;
  // Where what stands for a code starts; and from where of the plain text on, those of the block are so much larger.
  const standIns: number[] = [];
  const starts: number[] = [];
  const shifts: number[] = [];
  let lastOpening = -1;
  for (const mark of marks) {
    const { kind, form, start, end } = mark;
    const shown = standIn(mark, text);
    pieces.push(text.slice(done, start), shown);
    length += start - done + shown.length;
    standIns.push(form === MATH ? length : length - shown.length);
    done = end;
    if (kind === 'sc') lastOpening = length;
    starts.push(lastOpening === length ? length + 1 : length);
    shifts.push(end - length);
  }
  pieces.push(text.slice(done));
  return {
    text: pieces.join(''),
    createPlaces() {
      let index = 0;
      return (offset) => {
        while (index < starts.length && (starts[index] as number) <= offset) index++;
        if (index < starts.length && (standIns[index] as number) < offset) return undefined;
        return index === 0 ? offset : offset + (shifts[index - 1] as number);
      };
    },
  };
}

const words: ReadonlySet<Form> = new Set([CODE, XREF, AUTOLINK]);

/** What a sentence has in the place of a code. */
function standIn({ kind, form, start, end, disp }: Mark, text: string): string {
  if (kind !== 'ph') return '';
  if (form === BREAK) return '\n';
  if (form === MATH) return text.slice(start, end);
  if (words.has(form) || (form === INCLUDE && disp !== '')) return 'X'.repeat(Math.min(8, Math.max(2, end - start)));
  return form.subType === 'md:footnote' ? '' : ' ';
}
