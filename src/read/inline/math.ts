import { asciiClass, BACKSLASH, DIGIT, DOLLAR, isAlphanumeric, isBlank, LF, PAREN_OPEN } from './characters.js';

/** What only TeX has: a command, an index or a brace. */
const TEX = /[\\^_{}]/;
const SYMBOL = /^-?[\p{L}\p{N}]{1,3}$/u;

/**
 * The offset after `$math$` or `$$math$$` at `from`, or -1.
 *
 * The rule is the one that keeps `$5 and $6` text: no white space inside beside a `$`, and no digit after the closing
 * one. Shell variables need more (`$true`と`$false`, `$PATH:$HOME`): where a letter or `(` follows the closing `$`, what
 * is between must itself look like TeX; and `**` or a backtick between says that the two belong to different words.
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
    else if (code === LF && isBlankLine(text, at + 1)) return -1;
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
  if (isAlphanumeric(after) || after === PAREN_OPEN)
    return SYMBOL.test(inner) || (TEX.test(inner) && !inner.includes('*'));
  return !inner.includes('**') && !inner.includes('`');
}

function isBlankLine(text: string, from: number): boolean {
  let at = from;
  while (isBlank(text.charCodeAt(at)) && text.charCodeAt(at) !== LF) at++;
  return text.charCodeAt(at) === LF;
}
