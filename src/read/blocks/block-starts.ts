import { CR, EQUALS, HYPHEN, isLineEnd, LF } from '../inline/characters.js';

/** A blank line, in a quote too (CommonMark 0.31, 2.1): a line end, nothing, and another line end. CRLF is one line end. */
const blankLine = /(?:\r\n|\n|\r(?!\n))[ \t>]*[\r\n]/;
const lineEnd = /[\r\n]/;
/**
 * The start of a line that starts another block: a list item, heading, fence, alert, DocFX block, footnote, HTML block
 * of a comment, an instruction or a declaration (CommonMark 4.6), or a YAML key.
 */
const blockStart =
  /[\n\r][ \t>]*(?:([-+*])[ \t](?!(?:[ \t]*\1){2,}[ \t]*[\r\n])|[0-9]{1,9}[.)][ \t]|#{1,6}[ \t\r\n]|```|~~~|:[ \t]|:::|\[!|\[\^[^\]\s]{1,100}\]:|<!--|<\?|<![A-Za-z]|<!\[CDATA\[|[\w.-]+:[ \t])/;
/** A line that is nothing but a thematic break (4.1) or the underline of a heading (4.3), and what stands before it. */
const rule = /[\n\r]([ \t>]*)(([-_*])(?:[ \t]*\3){2,}|=+|-+)[ \t]*(?=[\r\n])/g;
/** What may stand before the text of a line: the markers of quotes and lists, one at a time. */
const container = /[ \t]*(?:>|(?:[-+*]|[0-9]{1,9}[.)])(?=[ \t]))/y;
const indentation = /[ \t]*/y;
const underline = /[^\r\n]{0,100}(?:\r\n?|\n)([ \t>]*)(?:(=+)|-+)[ \t]*(?=[\r\n]|$)/y;

/** What stands before the text in the first line of a block. */
export interface LinePrefix {
  /** How many quotes the line is in. */
  readonly quotes: number;
  /** Where its text starts, in columns from the innermost quote. */
  readonly column: number;
}

/** Reads the markers at the start of the line at `start`. */
export function linePrefixAt(text: string, start: number): LinePrefix {
  const prefix = markersAt(text, start);
  return { quotes: quotesIn(prefix), column: columnOf(prefix) };
}

function markersAt(text: string, start: number): string {
  let end = start;
  for (container.lastIndex = start; container.test(text); ) end = container.lastIndex;
  indentation.lastIndex = end;
  return text.slice(start, end + (indentation.exec(text)?.[0].length ?? 0));
}

/** Whether the text between two pairs, with its line ends, has the start of another block in it, after a block that begins with `prefix`. */
export function startsBlock(gap: string, prefixOfBlock: () => LinePrefix): boolean {
  if (blankLine.test(gap)) return true;
  return lineEnd.test(gap) && (blockStart.test(gap) || entersQuote(gap, prefixOfBlock) || hasRule(gap, prefixOfBlock));
}

/** The level of the heading that an underline makes of the paragraph whose last pair ends at `end` (4.3), if it does. */
export function underlinedLevel(text: string, end: number, prefixOfBlock: () => LinePrefix): 1 | 2 | undefined {
  if (!mayBeUnderlined(text, end)) return undefined;
  underline.lastIndex = end;
  const match = underline.exec(text);
  if (match === null || /[|<]/.test(match[0]) || quotesIn(match[1] ?? '') !== prefixOfBlock().quotes) return undefined;
  return match[2] === undefined ? 2 : 1;
}

/** Whether a line follows whose first character could be that of an underline. Of nearly all lines it is not. */
function mayBeUnderlined(text: string, end: number): boolean {
  // No character past the end is asked for: V8 would compile this again and again.
  const { length } = text;
  let at = end;
  while (at - end <= 100 && at < length && !isLineEnd(text.charCodeAt(at))) at++;
  if (at >= length) return false;
  if (text.charCodeAt(at) === CR && at + 1 < length && text.charCodeAt(at + 1) === LF) at++;
  for (at++; at < length; at++) {
    const code = text.charCodeAt(at);
    if (code !== 32 && code !== 9 && code !== 62) return code === HYPHEN || code === EQUALS;
  }
  return false;
}

/** A line in more quotes than the paragraph starts a quote; one in fewer goes on with the paragraph (5.1, laziness). */
function entersQuote(gap: string, prefixOfBlock: () => LinePrefix): boolean {
  if (!gap.includes('>')) return false;
  const { quotes } = prefixOfBlock();
  for (const { index, 0: lineEnd } of gap.matchAll(/\r\n?|\n/g)) {
    if (quotesIn(markersAt(gap, index + lineEnd.length)) > quotes) return true;
  }
  return false;
}

/**
 * Four columns further in than the text of its block it is no rule, but text (4.4). So is an underline that is not in
 * the quotes and list items of its block; but `---` is a thematic break there, and `-` an empty list item.
 */
function hasRule(gap: string, prefixOfBlock: () => LinePrefix): boolean {
  if (!/[-=*_]/.test(gap)) return false;
  const { quotes, column } = prefixOfBlock();
  for (const [, before = '', mark = ''] of gap.matchAll(rule)) {
    const indent = columnOf(before) - column;
    const isOutside = indent < 0 || quotesIn(before) < quotes;
    if (indent < 4 && !(isOutside && (mark === '--' || mark.startsWith('=')))) return true;
  }
  return false;
}

function quotesIn(prefix: string): number {
  let quotes = 0;
  for (let at = prefix.indexOf('>'); at >= 0; at = prefix.indexOf('>', at + 1)) quotes++;
  return quotes;
}

function columnOf(prefix: string): number {
  const inner = prefix.slice(prefix.lastIndexOf('>') + 1);
  const isQuoted = inner.length < prefix.length;
  let column = 0;
  for (let at = 0; at < inner.length; at++) column += inner.charCodeAt(at) === 9 ? 4 - (column % 4) : 1;
  // One space belongs to the marker of the quote.
  return isQuoted && inner.startsWith(' ') ? column - 1 : column;
}
