import type { Range } from '../../../model/position.js';

const delimiterCell = /^:?-+:?$/;

/** Whether a line is the head of a table: a row of dashes with as many cells is under it (GFM, 4.10). */
export function isTableHead(text: string, { start, end }: Range, next: string): boolean {
  const columns = delimiterColumns(next);
  return columns !== undefined && cellsOf(text, start, end).length === columns;
}

/** How many columns a row of dashes gives a table; `undefined` where it is none. */
function delimiterColumns(rest: string): number | undefined {
  if (!/^[|:-]/.test(rest) || !/^[-:| \t]+$/.test(rest)) return undefined;
  const cells = cellsOf(rest, 0, rest.length);
  if (cells.length === 0 || (cells.length === 1 && !rest.includes('|'))) return undefined;
  return cells.every(({ start, end }) => delimiterCell.test(rest.slice(start, end))) ? cells.length : undefined;
}

/** More marks of DocFX than a quote starts with. */
const mostMarks = 8;
/** A line of a quote that is a mark of DocFX, and nothing else: `[!NOTE]`, `[!div class="mx-tdBreakAll"]`. */
const quoteMark = /^\[![A-Za-z]+(?:[ \t][^\]]*)?\][ \t]*$/;

/**
 * Whether the last line of a paragraph stands under marks of a quote, and lacks the `>` that they have: DocFX ends the
 * quote with its marks, so that it may be the head of a table.
 */
export function isUnderMarks(text: string, lines: readonly Range[]): boolean {
  const head = lines.at(-1);
  const above = lines.at(-2);
  if (head === undefined || above === undefined || lines.length > mostMarks + 1) return false;
  if (text.slice(above.end, head.start).includes('>')) return false;
  return lines.every((line) => line === head || quoteMark.test(text.slice(line.start, line.end)));
}

/** The cells of a row, without the white space at their ends. A bar with a backslash before it is a character. */
export function cellsOf(text: string, from: number, to: number): Range[] {
  let start = skipSpace(text, from, to);
  if (text.charCodeAt(start) === 0x7c) start++;
  let end = to;
  while (end > start && isSpace(text.charCodeAt(end - 1))) end--;
  const cells: Range[] = [];
  let cell = start;
  for (let at = start; at < end; at++) {
    const code = text.charCodeAt(at);
    if (code === 0x5c) at++;
    else if (code === 0x7c) {
      cells.push(trimmed(text, cell, at));
      cell = at + 1;
    }
  }
  if (cell < end) cells.push(trimmed(text, cell, end));
  return cells;
}

function trimmed(text: string, from: number, to: number): Range {
  const start = skipSpace(text, from, to);
  let end = to;
  while (end > start && isSpace(text.charCodeAt(end - 1))) end--;
  return { start, end };
}

function skipSpace(text: string, from: number, to: number): number {
  let at = from;
  while (at < to && isSpace(text.charCodeAt(at))) at++;
  return at;
}

function isSpace(code: number): boolean {
  return code === 0x20 || code === 0x09;
}
