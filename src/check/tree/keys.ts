import { hashText } from '../hash.js';

/** What is the same for texts that differ in white space only. */
export function textKey(text: string): string {
  const trimmed = text.trim();
  return /\s\s|[^\S ]/.test(trimmed) ? trimmed.replace(/\s+/g, ' ') : trimmed;
}

/** Whether a text, whose white space is single spaces, has letters with a space between them. */
export function isPhrase(text: string): boolean {
  // Nearly all texts of several words begin so.
  if (/^[A-Za-z][^ ]* [A-Za-z]/.test(text)) return true;
  const first = text.search(/\p{L}/u);
  const space = first < 0 ? -1 : text.indexOf(' ', first);
  return space >= 0 && /\p{L}/u.test(text.slice(space));
}

/** What is the same for targets that differ in white space, case, punctuation and markup only. */
export function targetKey(text: string): string {
  const lower = text.toLowerCase();
  let kept = '';
  let start = 0;
  for (let index = 0; index < lower.length; index++) {
    const kind = kindOf(lower.charCodeAt(index));
    if (kind === part) return lower.replace(/[^\p{L}\p{N}\p{M}]+/gu, '');
    if (kind === letter) continue;
    if (index > start) kept += lower.slice(start, index);
    start = index + 1;
  }
  return start === 0 ? lower : kept + lower.slice(start);
}

const letter = 1;
const other = 2;
/** Half of a character. */
const part = 3;
/** Of each code unit, once it was asked for: a search of Unicode classes takes several times as long. */
const kinds = new Uint8Array(1 << 16);

function kindOf(unit: number): number {
  const known = kinds[unit] ?? 0;
  if (known !== 0) return known;
  const isPart = unit >= 0xd800 && unit <= 0xdfff;
  const kind = isPart ? part : /[\p{L}\p{N}\p{M}]/u.test(String.fromCharCode(unit)) ? letter : other;
  kinds[unit] = kind;
  return kind;
}

/** The hash of a text of a language pair. */
export function keyIn(language: string, text: string): number {
  return hashText(text, hashText(language) >>> 0);
}
