/** What a character is to a count by GMX-V: a letter, a digit… */
export const other = 1;
export const letter = 2;
export const digit = 3;
/** Joins words as a letter does, and makes none: `_`. */
export const connector = 4;
/** A word of its own: UAX #29 has a boundary at each side of ideographs and Hiragana. */
export const ideograph = 5;
/** What belongs to the character before it: marks. */
export const mark = 6;
/** What nobody sees: joiners, marks of direction. */
export const format = 7;
const space = 8;
const punctuation = 9;

/** By UTF-16 code unit; 0: not known yet. Others are classified each time: they are rare. */
const kinds = new Uint8Array(0x1_0000);

/** What a character is, by its code point. */
export function kindOf(point: number): number {
  if (point > 0xffff) return classify(point);
  const known = kinds[point] as number;
  if (known !== 0) return known;
  const found = classify(point);
  kinds[point] = found;
  return found;
}

function classify(point: number): number {
  const character = String.fromCodePoint(point);
  if (/[\p{sc=Han}\p{sc=Hira}]/u.test(character) && /[\p{L}\p{N}]/u.test(character)) return ideograph;
  if (/\p{L}/u.test(character)) return letter;
  if (/\p{N}/u.test(character)) return digit;
  if (/\p{M}/u.test(character)) return point >= 0xfe00 && point <= 0xfe0f ? format : mark;
  if (/\p{Cf}/u.test(character)) return format;
  if (/\s/u.test(character)) return space;
  if (/\p{Pc}/u.test(character)) return connector;
  return /\p{P}/u.test(character) ? punctuation : other;
}

/** Stands within a word, between two letters (UAX #29, WB6 and WB7). */
export function joinsLetters(point: number): boolean {
  return joiners.has(point) || lettersOnly.has(point);
}

/** Stands within a number, between two digits (WB11 and WB12). */
export function joinsDigits(point: number): boolean {
  return joiners.has(point) || digitsOnly.has(point);
}

const pointsOf = (text: string): ReadonlySet<number> => new Set(Array.from(text, (each) => each.codePointAt(0) ?? 0));
const joiners = pointsOf("'.\u2018\u2019\u2024");
const lettersOnly = pointsOf(':\u00b7\u0387\u05f3\u05f4\u2027\ufe13\ufe55\uff1a');
const digitsOnly = pointsOf(',;\u037e\u0589\u060c\u060d\u066b\u066c\u07f8\u2044\ufe10\ufe14\ufe50\ufe54\uff0c\uff1b');
