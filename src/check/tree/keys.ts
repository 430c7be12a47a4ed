import { hashing, hashText, sumOf } from '../hash.js';
import { spaces, type Units } from '../languages/units.js';

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
  return text.toLowerCase().replace(/[^\p{L}\p{N}\p{M}]+/gu, '');
}

/** The hash of the {@link targetKey} of a text. `units`: those of the text. */
export function hashTargetKey(text: string, units: Units): number {
  const { highFactor, lowFactor } = hashing;
  let { high, low } = hashing;
  for (let at = 0; at < text.length; at++) {
    const lower = lowerOf(units[at] ?? 0);
    if (lower === other) continue;
    if (lower === unlike) return hashText(targetKey(text));
    high = Math.imul(high ^ lower, highFactor);
    low = Math.imul(low ^ lower, lowFactor);
  }
  return sumOf(high, low);
}

/** No part of a key. */
const other = 1;
/** What is made of it depends on what stands around it, or is no single code unit. */
const unlike = 2;
/** The lower case of each code unit, once it was asked for: a search of Unicode classes takes several times as long. */
const lowers = new Uint16Array(1 << 16);
/** Its lower case is another one at the end of a word. */
const sigma = 0x3a3;

function lowerOf(unit: number): number {
  const known = lowers[unit] ?? 0;
  return known === 0 ? findLower(unit) : known;
}

function findLower(unit: number): number {
  const text = String.fromCharCode(unit).toLowerCase();
  const isAlone = text.length === 1 && text.isWellFormed() && unit !== sigma;
  const lower = !isAlone ? unlike : /[\p{L}\p{N}\p{M}]/u.test(text) ? text.charCodeAt(0) : other;
  lowers[unit] = lower;
  return lower;
}

/** A text in one look at it. */
export interface KeyedText {
  /** The hash of its {@link textKey}. */
  readonly hash: number;
  /** Whether white space is single spaces, so that its {@link textKey} is the text without what surrounds it. */
  readonly isTidy: boolean;
  /** Code units that are no white space. */
  readonly visible: number;
}

/** Looks at a text of so many units. `seed`: {@link seedOf} its language. */
export function keyedText(units: Units, length: number, seed: number): KeyedText {
  const table = spaces;
  let start = 0;
  while (start < length && table[units[start] ?? 0] === 1) start++;
  let end = length;
  while (end > start && table[units[end - 1] ?? 0] === 1) end--;
  const { highFactor, lowFactor } = hashing;
  let high = hashing.high ^ seed;
  let low = hashing.low ^ seed;
  let isTidy = true;
  let isSpaceBefore = false;
  let visible = 0;
  for (let at = start; at < end; at++) {
    let unit = units[at] ?? 0;
    const isSpace = table[unit] === 1;
    if (isSpace) {
      if (isSpaceBefore || unit !== space) isTidy = false;
      if (isSpaceBefore) continue;
      unit = space;
    } else visible++;
    isSpaceBefore = isSpace;
    high = Math.imul(high ^ unit, highFactor);
    low = Math.imul(low ^ unit, lowFactor);
  }
  return { hash: sumOf(high, low), isTidy, visible };
}

const space = 0x20;

/** What hashes of texts in a language start from. */
export function seedOf(language: string): number {
  return hashText(language) >>> 0;
}

/** The hash of a text of a language pair. */
export function keyIn(language: string, text: string): number {
  return hashText(text, seedOf(language));
}
