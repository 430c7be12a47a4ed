import type { Text } from '../../model/content.js';
import { isXmlCharacter } from '../../xml/character.js';
import { decodeNamedReference } from '../html.js';
import { asciiClass, DIGIT, HASH, isAlphanumeric, LETTER, PUNCTUATION, SEMICOLON } from './characters.js';

/** The references that nearly all articles get by with; any other asks the HTML tokenizer. */
const NAMED = new Map([
  ['amp', '&'],
  ['lt', '<'],
  ['gt', '>'],
  ['quot', '"'],
  ['apos', "'"],
  ['nbsp', '\u00a0'],
]);

/** Longer than the longest name that HTML knows (31). */
const NAME_LIMIT = 32;

/** The text piece of a stretch of Markdown without markup: escapes and character references are resolved. */
export function textPiece(markdown: string): Text {
  const backslash = markdown.indexOf('\\');
  const ampersand = markdown.indexOf('&');
  if (backslash < 0 && ampersand < 0) return { kind: 'text', text: markdown };
  const text = resolve(markdown, backslash < 0 || (ampersand >= 0 && ampersand < backslash) ? ampersand : backslash);
  return text === markdown ? { kind: 'text', text } : { kind: 'text', text, markdown };
}

function resolve(markdown: string, first: number): string {
  let text = '';
  let done = 0;
  for (let at = first; at < markdown.length; ) {
    const char = markdown[at];
    if (char === '\\' && (asciiClass(markdown.charCodeAt(at + 1)) & PUNCTUATION) !== 0) {
      text += markdown.slice(done, at);
      done = at + 1;
      at += 2;
    } else if (char === '&') {
      const end = referenceEnd(markdown, at);
      const resolved = end < 0 ? undefined : resolveReference(markdown.slice(at + 1, end - 1));
      if (resolved === undefined) at++;
      else {
        text += markdown.slice(done, at) + resolved;
        done = at = end;
      }
    } else at++;
  }
  return text + markdown.slice(done);
}

/** The offset after the semicolon of what has the shape of a character reference (CommonMark 2.5), or -1. */
function referenceEnd(markdown: string, from: number): number {
  let at = from + 1;
  if (markdown.charCodeAt(at) === HASH) {
    at++;
    const hex = (markdown.charCodeAt(at) | 32) === 120;
    if (hex) at++;
    const digits = at;
    while (hex ? isHexDigit(markdown.charCodeAt(at)) : (asciiClass(markdown.charCodeAt(at)) & DIGIT) !== 0) {
      if (++at - digits > 7) return -1;
    }
    const count = at - digits;
    return count > 0 && count <= (hex ? 6 : 7) && markdown.charCodeAt(at) === SEMICOLON ? at + 1 : -1;
  }
  if ((asciiClass(markdown.charCodeAt(at)) & LETTER) === 0) return -1;
  while (isAlphanumeric(markdown.charCodeAt(at))) if (++at - from > NAME_LIMIT) return -1;
  return markdown.charCodeAt(at) === SEMICOLON ? at + 1 : -1;
}

function isHexDigit(code: number): boolean {
  const lower = code | 32;
  return (asciiClass(code) & DIGIT) !== 0 || (lower >= 97 && lower <= 102);
}

function resolveReference(name: string): string | undefined {
  if (name.charCodeAt(0) !== HASH) return NAMED.get(name) ?? decodeNamedReference(name);
  const hex = (name.charCodeAt(1) | 32) === 120;
  const codePoint = hex ? Number.parseInt(name.slice(2), 16) : Number.parseInt(name.slice(1), 10);
  return isXmlCharacter(codePoint) ? String.fromCodePoint(codePoint) : undefined;
}
