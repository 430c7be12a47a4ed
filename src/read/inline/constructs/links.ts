import {
  APOSTROPHE,
  BACKSLASH,
  BRACKET_CLOSE,
  BRACKET_OPEN,
  GREATER,
  isBlank,
  LESS,
  PAREN_CLOSE,
  PAREN_OPEN,
  QUOTE,
  SPACE,
  skipBlank,
} from '../characters.js';

/** CommonMark allows a limit for nested parentheses (6.3, link destination); micromark and cmark have the same. */
const PAREN_LIMIT = 32;

/** CommonMark 4.7: a link label has at most 999 characters. */
const LABEL_LIMIT = 999;

/** The offset after the `)` of an inline link whose `(` is at `from`, or -1. */
export function resourceEnd(text: string, from: number): number {
  let at = skipBlank(text, from + 1);
  if (text.charCodeAt(at) === PAREN_CLOSE) return at + 1;
  const destination = destinationEnd(text, at);
  if (destination < 0) return -1;
  at = skipBlank(text, destination);
  if (at > destination) {
    const title = titleEnd(text, at);
    if (title >= 0) at = skipBlank(text, title);
  }
  return text.charCodeAt(at) === PAREN_CLOSE ? at + 1 : -1;
}

// biome-ignore lint/suspicious/noControlCharactersInRegex: they end a destination (CommonMark 6.3).
const plainDestination = /[^\u0000-\u0020\u007f()\\]+/y;

function destinationEnd(text: string, from: number): number {
  if (text.charCodeAt(from) === LESS) {
    for (let at = from + 1; at < text.length; at++) {
      const code = text.charCodeAt(at);
      if (code === GREATER) return at + 1;
      if (code === LESS || code === 10 || code === 13) return -1;
      if (code === BACKSLASH && !isBlank(text.charCodeAt(at + 1))) at++;
    }
    return -1;
  }
  let depth = 0;
  plainDestination.lastIndex = from;
  // All of nearly every address, in one step.
  let at = plainDestination.test(text) ? plainDestination.lastIndex : from;
  for (; at < text.length; at++) {
    const code = text.charCodeAt(at);
    if (code <= SPACE || code === 127) break;
    if (code === PAREN_OPEN) {
      if (++depth > PAREN_LIMIT) return -1;
    } else if (code === PAREN_CLOSE) {
      if (depth-- === 0) break;
    } else if (code === BACKSLASH) {
      const next = text.charCodeAt(at + 1);
      if (next === PAREN_OPEN || next === PAREN_CLOSE || next === BACKSLASH) at++;
    }
  }
  return at > from && depth <= 0 ? at : -1;
}

function titleEnd(text: string, from: number): number {
  const open = text.charCodeAt(from);
  if (open !== QUOTE && open !== APOSTROPHE && open !== PAREN_OPEN) return -1;
  const close = open === PAREN_OPEN ? PAREN_CLOSE : open;
  for (let at = from + 1; at < text.length; at++) {
    const code = text.charCodeAt(at);
    if (code === close) return at + 1;
    if (code === open) return -1;
    if (code === BACKSLASH) at++;
  }
  return -1;
}

/** The offset after the `]` of a link label whose `[` is at `from`; -1 if there is none, or it is too long. */
export function labelEnd(text: string, from: number): number {
  const limit = Math.min(text.length, from + LABEL_LIMIT + 2);
  for (let at = from + 1; at < limit; at++) {
    const code = text.charCodeAt(at);
    if (code === BRACKET_CLOSE) return at + 1;
    if (code === BRACKET_OPEN) return -1;
    if (code === BACKSLASH) at++;
  }
  return -1;
}

/** A label as definitions are looked up: case folded, white space collapsed (CommonMark 4.7, "matches"). */
export function normalizeLabel(label: string): string {
  // Lower case, then upper case: what one mapping leaves apart (`ẞ` and `SS`) the two together unite.
  return label
    .replace(/[\t\n\r ]+/g, ' ')
    .trim()
    .toLowerCase()
    .toUpperCase();
}

/** Whether a label can name a definition at all: something must be in it. */
export function isLabel(text: string, start: number, end: number): boolean {
  return end - start <= LABEL_LIMIT && skipBlank(text, start) < end;
}

const NAME = /\p{L}[\p{L}\p{N}]/u;
const MARKUP = /[*`_\\\]]/;

/**
 * Whether `[text][label]` reads as a reference although no definition is known. The definitions of an article may
 * stand where the caller did not look, but two pairs of brackets are also indexes (`[4][0]`, `matrix[i][j]`), types
 * (`int[][]`), patterns (`[-][*d*.]`) and a broken link (`[a][b](c)`); none of them names something in its label.
 */
export function looksLikeReference(text: string, open: number, label: number, end: number): boolean {
  const before = text.charCodeAt(open - 1);
  if (isIdentifierEnd(before) || text.charCodeAt(end) === PAREN_OPEN || text.charCodeAt(end) === BRACKET_OPEN) {
    return false;
  }
  const name = text.slice(label + 1, end - 1);
  return name !== '' ? NAME.test(name) && !MARKUP.test(name) : NAME.test(text.slice(open + 1, label - 1));
}

function isIdentifierEnd(code: number): boolean {
  return (
    (code >= 48 && code <= 57) ||
    (code >= 65 && code <= 90) ||
    (code >= 97 && code <= 122) ||
    code === 95 ||
    code === BRACKET_CLOSE ||
    code === PAREN_CLOSE ||
    code === GREATER
  );
}
