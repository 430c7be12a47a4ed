import type { TextBlock } from './leaves.js';

/** What a line starts, beside containers. Patterns are for the rest of a line, without the white space at its start. */

/** A heading (CommonMark 0.31, 4.2), without the marks that close it. */
const atxHeading = /^(#{1,6})(?:[ \t]+|$)/;
const atxClosing = /(?:^|[ \t])#+[ \t]*$/;
/** A thematic break (4.1). */
const thematicBreak = /^(?:(?:\*[ \t]*){3,}|(?:-[ \t]*){3,}|(?:_[ \t]*){3,})$/;
/** The underline of a heading (4.3). */
const setextUnderline = /^(?:=+|-+)[ \t]*$/;
/** A code fence (4.5). */
const fence = /^(?:(`{3,})(?!.*`)|(~{3,}))/;
/** A mark of DocFX in a line of its own: `:::row:::`, `::: moniker-end`; `:::no-loc text="a":::` is a word. */
const docfxBlock = /^:{3,}[ \t]*(?!no-loc(?![\w-]))([A-Za-z][\w-]*)(?=[ \t:]|$)/;
/** With text after it in its line, it is a code in that text. */
const docfxInLine = /:::[ \t]*[^\s:]/;

/** The heading that a line is, whose rest starts at an offset. */
export function headingOf(rest: string, offset: number): TextBlock | undefined {
  const open = atxHeading.exec(rest);
  if (open === null) return undefined;
  const start = open[0].length;
  const body = withoutClosing(rest.slice(start).trimEnd()).trimEnd();
  const line = { start: offset + start, end: offset + start + body.length };
  return { block: 'heading', level: (open[1] ?? '').length, lines: [line] };
}

function withoutClosing(body: string): string {
  // From the end: a search for a run of marks would start at each of them.
  if (!body.endsWith('#')) return body;
  let end = body.length;
  while (end > 0 && body.charCodeAt(end - 1) === 0x23) end--;
  return atxClosing.test(body.slice(Math.max(0, end - 1))) ? body.slice(0, end) : body;
}

/** `#` is the first of them that can be one: others are told apart by their first character at once. */
export function isThematicBreak(rest: string): boolean {
  const first = rest.charCodeAt(0);
  return (first === 0x2a || first === 0x2d || first === 0x5f) && thematicBreak.test(rest);
}

export function underlineLevel(rest: string): 1 | 2 | undefined {
  const first = rest.charCodeAt(0);
  if ((first !== 0x3d && first !== 0x2d) || !setextUnderline.test(rest)) return undefined;
  return first === 0x3d ? 1 : 2;
}

/** The fence that a line opens. */
export function fenceOf(rest: string): string | undefined {
  const match = fence.exec(rest);
  return match?.[1] ?? match?.[2];
}

/** Whether a line closes a fence. */
export function closesFence(rest: string, open: string): boolean {
  const line = rest.trimEnd();
  if (line.length < open.length) return false;
  const mark = open.charCodeAt(0);
  for (let at = 0; at < line.length; at++) if (line.charCodeAt(at) !== mark) return false;
  return true;
}

/** The name of the mark of DocFX that a line is, and nothing else; it starts or ends a part of the article. */
export function docfxBlockOf(rest: string): string | undefined {
  if (!rest.startsWith(':::') || docfxInLine.test(rest.slice(3))) return undefined;
  return docfxBlock.exec(rest)?.[1]?.toLowerCase();
}
