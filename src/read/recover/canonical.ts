import { localeSegment } from '../../model/locale-segment.js';
import { asciiClass, PUNCTUATION } from '../inline/characters.js';
import { textPiece } from '../inline/text.js';

/**
 * Markdown as it is compared when markup may have been damaged: escapes and references are resolved, full-width forms
 * and curly quotes are their ASCII selves, and case, white space, invisible characters and the language segment of
 * addresses are gone, with their schemes. Every character knows where it came from.
 */
export interface Canonical {
  readonly text: string;
  /** For each character of `text` where it starts and ends in the Markdown. */
  readonly starts: readonly number[];
  readonly ends: readonly number[];
}

/** What stands for a stretch that must not be matched. */
export const MASK = '\0';

const INVISIBLE = /[\s\u00ad\u061c\u180e\u200b-\u200f\u202a-\u202e\u2060-\u2069\ufeff]/;
const REFERENCE = /&(?:#[0-9]{1,7}|#[xX][0-9a-fA-F]{1,6}|[A-Za-z][A-Za-z0-9]{1,31});/y;
const LOCALIZED = new RegExp(`https?://|${localeSegment}(?=[/)?#>"\\0]|$)`, 'g');

const SAME = new Map([
  ['‘', "'"],
  ['’', "'"],
  ['‚', "'"],
  ['‛', "'"],
  ['´', '`'],
  ['ˋ', '`'],
  ['“', '"'],
  ['”', '"'],
  ['„', '"'],
  ['‟', '"'],
  ['«', '"'],
  ['»', '"'],
  ['〈', '<'],
  ['〉', '>'],
  ['‹', '<'],
  ['›', '>'],
  ['【', '['],
  ['】', ']'],
  ['「', '['],
  ['」', ']'],
  ['『', '['],
  ['』', ']'],
  ['〔', '['],
  ['〕', ']'],
  ['∗', '*'],
  ['﹡', '*'],
  ['⁎', '*'],
  ['。', '.'],
]);

/** A stretch of Markdown; what is masked becomes one character that matches nothing. */
export function canonicalize(markdown: string, masked: readonly { start: number; end: number }[] = []): Canonical {
  const chars: string[] = [];
  const starts: number[] = [];
  const ends: number[] = [];
  let mask = 0;
  for (let at = 0; at < markdown.length; ) {
    const range = masked[mask];
    if (range !== undefined && at >= range.start) {
      chars.push(MASK);
      starts.push(range.start);
      ends.push(range.end);
      at = Math.max(at, range.end);
      mask++;
      continue;
    }
    const limit = range?.start ?? markdown.length;
    const end = Math.min(limit, charEnd(markdown, at));
    const char = canonicalChar(markdown, at, end);
    if (char !== '') {
      chars.push(char);
      starts.push(at);
      ends.push(end);
    }
    at = end;
  }
  return withoutLocalized(chars, starts, ends);
}

function charEnd(markdown: string, at: number): number {
  const code = markdown.charCodeAt(at);
  if (code === 92 && (asciiClass(markdown.charCodeAt(at + 1)) & PUNCTUATION) !== 0) return at + 2;
  if (code === 38) {
    REFERENCE.lastIndex = at;
    const match = REFERENCE.exec(markdown);
    if (match !== null && textPiece(match[0]).text.length === 1) return at + match[0].length;
  }
  return at + 1;
}

function canonicalChar(markdown: string, start: number, end: number): string {
  const char = end - start === 1 ? markdown.charAt(start) : textPiece(markdown.slice(start, end)).text;
  if (INVISIBLE.test(char)) return '';
  const code = char.charCodeAt(0);
  if (code >= 0xff01 && code <= 0xff5e) return String.fromCharCode(code - 0xfee0).toLowerCase();
  const lower = SAME.get(char) ?? char.toLowerCase();
  return lower.length === 1 ? lower : char;
}

function withoutLocalized(chars: string[], starts: number[], ends: number[]): Canonical {
  const text = chars.join('');
  if (!text.includes('/')) return { text, starts, ends };
  const kept: Canonical & { starts: number[]; ends: number[] } = {
    text: text.replace(LOCALIZED, ''),
    starts: [],
    ends: [],
  };
  let done = 0;
  for (const match of text.matchAll(LOCALIZED)) {
    for (let at = done; at < match.index; at++) keep(at);
    done = match.index + match[0].length;
  }
  for (let at = done; at < text.length; at++) keep(at);
  return kept;

  function keep(at: number): void {
    kept.starts.push(starts[at] as number);
    kept.ends.push(ends[at] as number);
  }
}
