/** The code units that the reader looks at; everything is written in UTF-16 code units. */
const TAB = 9;
export const LF = 10;
export const CR = 13;
export const SPACE = 32;
export const BANG = 33;
export const QUOTE = 34;
export const HASH = 35;
export const DOLLAR = 36;
export const APOSTROPHE = 39;
export const PAREN_OPEN = 40;
export const PAREN_CLOSE = 41;
export const STAR = 42;
export const HYPHEN = 45;
export const SLASH = 47;
export const COLON = 58;
export const SEMICOLON = 59;
export const LESS = 60;
export const EQUALS = 61;
export const GREATER = 62;
export const QUESTION = 63;
export const AT = 64;
export const BRACKET_OPEN = 91;
export const BACKSLASH = 92;
export const BRACKET_CLOSE = 93;
export const CARET = 94;
export const UNDERSCORE = 95;
export const BACKTICK = 96;
export const TILDE = 126;

/** The bits of {@link asciiClass}. */
export const LETTER = 1;
export const DIGIT = 2;
export const PUNCTUATION = 4;
export const BLANK = 8;

const CLASSES = /* @__PURE__ */ classes();

function classes(): Uint8Array {
  const table = new Uint8Array(128);
  for (let code = 33; code < 127; code++) table[code] = PUNCTUATION;
  for (let code = 48; code < 58; code++) table[code] = DIGIT;
  for (let code = 65; code < 91; code++) table[code] = table[code + 32] = LETTER;
  for (const code of [TAB, LF, 12, CR, SPACE]) table[code] = BLANK;
  return table;
}

/** What an ASCII code unit is, as bits; 0 beyond ASCII and past the end of a string (`NaN`). */
export function asciiClass(code: number): number {
  return code < 128 ? (CLASSES[code] as number) : 0;
}

/** The first offset at or after `from` where something may begin, or the length of the text. */
export function nextSpecial(text: string, from: number): number {
  special.lastIndex = from;
  return special.test(text) ? special.lastIndex - 1 : text.length;
}

/** A character at which inline markup, an escape or a reference may begin; colons only where three are. */
const special = /[\\`*_~[\]<$@\n\r]|:(?=::)/g;
const noWord = new RegExp(`${special.source}|&`);

/** Whether a segment is nothing but words: nothing in it could begin a code, an escape or a character reference. */
export function isWords(text: string): boolean {
  return !noWord.test(text);
}

export function isAlphanumeric(code: number): boolean {
  return (asciiClass(code) & (LETTER | DIGIT)) !== 0;
}

export function isBlank(code: number): boolean {
  return (asciiClass(code) & BLANK) !== 0;
}

/** The offset after any spaces, tabs and line ends. */
export function skipBlank(text: string, from: number): number {
  let at = from;
  while (isBlank(text.charCodeAt(at))) at++;
  return at;
}

export function isLineEnd(code: number): boolean {
  return code === LF || code === CR;
}

/** The offset after the line end at `at`: CRLF is one. */
export function lineEndEnd(text: string, at: number): number {
  return text.charCodeAt(at) === CR && text.charCodeAt(at + 1) === LF ? at + 2 : at + 1;
}

const UNICODE_PUNCTUATION = /^[\p{P}\p{S}]/u;
const UNICODE_SPACE = /^\p{Zs}/u;

/** How the rules for emphasis see a neighbour of a run of markers; `CJK` is a bit beside the two others. */
export const NEIGHBOUR_SPACE = 1;
export const NEIGHBOUR_PUNCTUATION = 2;
export const NEIGHBOUR_CJK = 4;

function classifyNeighbour(codePoint: number): number {
  if (codePoint < 128) {
    const bits = CLASSES[codePoint] as number;
    return (bits & BLANK) !== 0 ? NEIGHBOUR_SPACE : (bits & PUNCTUATION) !== 0 ? NEIGHBOUR_PUNCTUATION : 0;
  }
  // Kana and the common ideographs first: beside them stand most of the markers of a Japanese or Chinese text.
  if ((codePoint >= 0x3041 && codePoint <= 0x3096) || (codePoint >= 0x30a1 && codePoint <= 0x30fa)) {
    return NEIGHBOUR_CJK;
  }
  if (codePoint >= 0x4e00 && codePoint <= 0x9fff) return NEIGHBOUR_CJK;
  const char = String.fromCodePoint(codePoint);
  if (UNICODE_SPACE.test(char)) return NEIGHBOUR_SPACE;
  return (UNICODE_PUNCTUATION.test(char) ? NEIGHBOUR_PUNCTUATION : 0) | (isCjk(codePoint) ? NEIGHBOUR_CJK : 0);
}

/** First and last code points of the blocks that Chinese, Japanese and Korean are written in, and their wide forms. */
const CJK_BLOCKS = [
  [0x1100, 0x11ff],
  [0x2329, 0x232a],
  [0x2e80, 0x303e],
  [0x3041, 0xa4cf],
  [0xa960, 0xa97f],
  [0xac00, 0xd7ff],
  [0xf900, 0xfaff],
  [0xfe10, 0xfe1f],
  [0xfe30, 0xfe6f],
  [0xff01, 0xffee],
  [0x16fe0, 0x18fff],
  [0x1aff0, 0x1b2ff],
  [0x1f200, 0x1f2ff],
  [0x20000, 0x3fffd],
  // Ideographic variation selectors only follow ideographs.
  [0xe0100, 0xe01ef],
] as const;

function isCjk(codePoint: number): boolean {
  if (codePoint < 0x1100) return false;
  for (const block of CJK_BLOCKS) if (codePoint <= block[1]) return codePoint >= block[0];
  return false;
}

/** The neighbour after a run of markers that ends at `at`; the end of the segment counts as white space. */
export function neighbourAfter(text: string, at: number): number {
  return at < text.length ? classifyNeighbour(text.codePointAt(at) as number) : NEIGHBOUR_SPACE;
}

/** The neighbour before a run of markers that begins at `at`; the start of the segment counts as white space. */
export function neighbourBefore(text: string, at: number): number {
  if (at === 0) return NEIGHBOUR_SPACE;
  const code = text.charCodeAt(at - 1);
  // A variation selector says how the character before it is drawn: that one is the neighbour.
  return code >= 0xfe00 && code <= 0xfe0e && at > 1 ? classifyBefore(text, at - 1) : classifyBefore(text, at);
}

function classifyBefore(text: string, at: number): number {
  const code = text.charCodeAt(at - 1);
  if (code >= 0xdc00 && code <= 0xdfff && at > 1) {
    const codePoint = text.codePointAt(at - 2) as number;
    if (codePoint > 0xffff) return classifyNeighbour(codePoint);
  }
  return classifyNeighbour(code);
}
