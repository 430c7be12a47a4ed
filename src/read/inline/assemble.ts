import type { Code, Inline, Text } from '../../model/content.js';
import { DROPPED, type Mark } from './marks.js';
import { textPiece } from './text.js';

/** Puts marks in document order and numbers their codes from 1, a pair once. */
export function order(marks: Mark[]): void {
  for (let index = 1; index < marks.length; index++) {
    if ((marks[index] as Mark).start < (marks[index - 1] as Mark).start) {
      // Emphasis is found from its inside out.
      marks.sort((a, b) => a.start - b.start);
      break;
    }
  }
  let count = 0;
  for (const mark of marks) {
    const { partner } = mark;
    if (partner !== undefined && partner.start < mark.start) mark.id = partner.id;
    else if (mark.form !== DROPPED) mark.id = String(++count);
  }
}

/**
 * The content that ordered marks make of a segment that begins at `offset` of its article. `textOf` makes a piece of a
 * stretch without marks.
 */
export function assemble(
  markdown: string,
  marks: readonly Mark[],
  offset: number,
  textOf: (stretch: string) => Text = textPiece,
): Inline[] {
  const content: Inline[] = [];
  let done = 0;
  let dropped: Mark[] | undefined;
  for (const mark of marks) {
    if (mark.form === DROPPED) {
      dropped = [...(dropped ?? []), mark];
      continue;
    }
    if (mark.start > done) content.push(piece(markdown, done, mark.start, dropped, textOf));
    dropped = undefined;
    content.push(code(markdown, mark, offset));
    done = mark.end;
  }
  if (done < markdown.length) content.push(piece(markdown, done, markdown.length, dropped, textOf));
  return content;
}

function piece(
  markdown: string,
  start: number,
  end: number,
  dropped: readonly Mark[] | undefined,
  textOf: (stretch: string) => Text,
): Text {
  if (dropped === undefined)
    return textOf(start === 0 && end === markdown.length ? markdown : markdown.slice(start, end));
  let text = '';
  let done = start;
  for (const mark of dropped) {
    text += textPiece(markdown.slice(done, mark.start)).text;
    done = mark.end;
  }
  return { kind: 'text', text: text + textPiece(markdown.slice(done, end)).text, markdown: markdown.slice(start, end) };
}

function code(markdown: string, mark: Mark, offset: number): Code {
  const { kind, id, recovered } = mark;
  const { type, subType } = mark.form;
  const data = markdown.slice(mark.start, mark.end);
  const range = { start: offset + mark.start, end: offset + mark.end };
  if (kind === 'ph') {
    const { disp, equiv } = mark;
    return recovered
      ? { kind, id, type, subType, data, range, disp, equiv, recovered }
      : { kind, id, type, subType, data, range, disp, equiv };
  }
  if (mark.partner !== undefined) {
    return recovered ? { kind, id, type, subType, data, range, recovered } : { kind, id, type, subType, data, range };
  }
  return recovered
    ? { kind, id, type, subType, data, range, isolated: true, recovered }
    : { kind, id, type, subType, data, range, isolated: true };
}
