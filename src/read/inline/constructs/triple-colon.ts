import { COLON, isBlank, isLineEnd, skipBlank } from '../characters.js';
import { INCLUDE, type Mark, placeholder } from '../marks.js';

/** The extensions that DocFX and Microsoft Learn know, and what closes them. */
const name = /(?:chromeless|code|column|form|image|moniker|no-loc|row|video|zone)(?:-end)?(?![\w-])/y;
/** `name="value"`: a quote in a value is escaped, or of the other kind. */
const attribute = /[A-Za-z][\w-]*[ \t]*=[ \t]*(?:"(?:[^"\\]|\\[\s\S])*"|'(?:[^'\\]|\\[\s\S])*')/y;
const attributeStart = /[A-Za-z][\w-]*[ \t]*=[ \t]*["']/y;
const shown = /\s(?:alt-text|text|title)[ \t]*=[ \t]*(?:"((?:[^"\\]|\\[\s\S])*)"|'((?:[^'\\]|\\[\s\S])*)')/;
const blankLine = /(?:\r\n|\n|\r(?!\n))[ \t]*[\r\n]/;
/** Longer is no form, but a text with colons in it. */
const longest = 4000;

/**
 * A DocFX form between triple colons at `from`, `floor` being where the last code ends: `:::image source="a.png" alt-text="b":::`, `:::no-loc text="c":::`,
 * `:::row-end:::`; and one that fills its line, which needs no colons at its end (`::: moniker range="d"`).
 *
 * As other DocFX forms it is one placeholder: its attributes are names, paths and settings. What a reader sees of it
 * (`alt-text`, `text`) is what it stands for, and is not compared.
 */
export function tripleColon(text: string, from: number, floor: number): Mark | undefined {
  // A longer run of colons is no opener, nor is the middle of one, unless another form ends there.
  if ((from > floor && text.charCodeAt(from - 1) === COLON) || text.charCodeAt(from + 3) === COLON) return undefined;
  const start = skipSpaces(text, from + 3);
  name.lastIndex = start;
  if (!name.test(text)) return undefined;
  const end = formEnd(text, from, name.lastIndex);
  if (end < 0 || end - from > longest) return undefined;
  const data = text.slice(from, end);
  if (blankLine.test(data)) return undefined;
  const [, double, single] = shown.exec(data) ?? [];
  const label = (double ?? single ?? '').replace(/\\(["'\\])/g, '$1');
  return placeholder(INCLUDE, from, end, label === '' ? data : label, label);
}

function formEnd(text: string, from: number, nameEnd: number): number {
  let at = nameEnd;
  for (;;) {
    const next = skipBlank(text, at);
    if (text.startsWith(':::', next)) return next + 3;
    attribute.lastIndex = next;
    if (next === at || !attribute.test(text)) break;
    at = attribute.lastIndex;
  }
  if (isLine(text, from, skipSpaces(text, at))) return at;
  return looseEnd(text, at);
}

/** Quotes within quotes, which nobody escaped: the form ends with the next colons if a quote stands before them. */
function looseEnd(text: string, from: number): number {
  attributeStart.lastIndex = skipBlank(text, from);
  const isInside = text.charAt(from - 1) === '"' || text.charAt(from - 1) === "'";
  if (!isInside && !attributeStart.test(text)) return -1;
  const end = text.indexOf(':::', from);
  if (end < 0 || end - from > longest) return -1;
  return /["'][ \t\r\n]*$/.test(text.slice(Math.max(from - 1, end - 100), end)) ? end + 3 : -1;
}

function skipSpaces(text: string, from: number): number {
  let at = from;
  while (isBlank(text.charCodeAt(at)) && !isLineEnd(text.charCodeAt(at))) at++;
  return at;
}

/** Whether nothing but this stands in its line. */
function isLine(text: string, from: number, end: number): boolean {
  let start = from;
  while (start > 0 && isBlank(text.charCodeAt(start - 1)) && !isLineEnd(text.charCodeAt(start - 1))) start--;
  const startsLine = start === 0 || isLineEnd(text.charCodeAt(start - 1));
  return startsLine && (end === text.length || isLineEnd(text.charCodeAt(end)));
}
