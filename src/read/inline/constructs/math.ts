import {
  asciiClass,
  BACKSLASH,
  CR,
  DIGIT,
  DOLLAR,
  isAlphanumeric,
  isBlank,
  isLineEnd,
  LF,
  lineEndEnd,
  PAREN_OPEN,
} from '../characters.js';

/** What only TeX has: a command, an index or a brace. */
const TEX = /[\\^_{}]/;
const SYMBOL = /^-?[\p{L}\p{N}]{1,3}$/u;

/**
 * The offset after `$math$` or `$$math$$` at `from`, or -1.
 *
 * The rule is the one that keeps `$5 and $6` text: no white space inside beside a `$`, and no digit after the closing
 * one. Shell variables need more (`$true`と`$false`, `$PATH:$HOME`): where a letter or `(` follows the closing `$`, what
 * is between must itself look like TeX, and not end as what stands before a word does (`$my_path, or "$HOME"`); and `**` or a
 * backtick between says that the two belong to different words.
 *
 * A search ends at the next `$`, so the searches of a text are together as long as the text.
 */
export function mathEnd(text: string, from: number): number {
  const width = text.charCodeAt(from + 1) === DOLLAR ? 2 : 1;
  const start = from + width;
  if (isAlphanumeric(text.charCodeAt(from - 1))) return -1;
  if (width === 1 && (start >= text.length || isBlank(text.charCodeAt(start)))) return -1;
  for (let at = start; at < text.length; at++) {
    const code = text.charCodeAt(at);
    if (code === BACKSLASH) at++;
    else if ((code === LF || code === CR) && isBlankLine(text, at)) return -1;
    else if (code === DOLLAR) {
      if (width === 1) return closes(text, start, at) ? at + 1 : -1;
      if (text.charCodeAt(at + 1) === DOLLAR) return at > start ? at + 2 : -1;
    }
  }
  return -1;
}

function closes(text: string, start: number, at: number): boolean {
  if (at === start || isBlank(text.charCodeAt(at - 1))) return false;
  const after = text.charCodeAt(at + 1);
  if ((asciiClass(after) & DIGIT) !== 0) return false;
  const inner = text.slice(start, at);
  if (inner.includes('`')) return false;
  if (isAlphanumeric(after) || after === PAREN_OPEN)
    return SYMBOL.test(inner) || (TEX.test(inner) && !/\*|[ "(/[]$/.test(inner));
  return !inner.includes('**');
}

/** Whether the line after the line end at `from` is blank. */
function isBlankLine(text: string, from: number): boolean {
  let at = lineEndEnd(text, from);
  while (isBlank(text.charCodeAt(at)) && !isLineEnd(text.charCodeAt(at))) at++;
  return isLineEnd(text.charCodeAt(at));
}
