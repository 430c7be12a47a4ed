import { hashText } from '../hash.js';
import { isPlain } from './plain.js';

/** The longest word that {@link packed} packs. */
const longestPacked = 6;
/** English words that carry no meaning; none is longer. */
const functionWords = new Set(
  'the and for that this with from your you are was were can will not but have has had its into when where which who then than these those their there they how what why all any more also only about after before use using used see may must should would could does did each other such via per'
    .split(' ')
    .map((each) => packed(each, 0, each.length)),
);
const word = /\p{L}[\p{L}\p{N}]{2,}/gu;
/** Shorter words are none, and have no bit. */
const shortest = 3;

/** Bits that the operators for 32-bit integers can work on. */
const half = 26;

/**
 * The words of a text as 52 bits, one for each word that carries meaning, without its usual ending: texts without a bit
 * in common have no such word in common. (The opposite does not hold.)
 */
export function wordBits(text: string): number {
  const lower = text.toLowerCase();
  let high = 0;
  let low = 0;
  const add = (start: number, end: number): void => {
    if (end - start <= longestPacked && functionWords.has(packed(lower, start, end))) return;
    const bit = hashText(lower, 0, start, stemEnd(lower, start, end)) % (2 * half);
    if (bit < half) low |= 1 << bit;
    else high |= 1 << (bit - half);
  };
  if (isPlain(lower)) forPlainWords(lower, add);
  else for (const { 0: found, index } of lower.matchAll(word)) add(index, index + found.length);
  return high * 2 ** half + low;
}

/** A word of at most six letters as a number; each word has its own, if its letters are those of ASCII in lower case. */
function packed(text: string, start: number, end: number): number {
  let number = 0;
  for (let at = start; at < end; at++) {
    const unit = text.charCodeAt(at) - 0x60;
    if (unit < 1 || unit > 26) return -1;
    number = number * 27 + unit;
  }
  return number;
}

/** Where the usual ending of a word starts: `ies`, `ing`, `es`, `ed`, `s`, `e` or `y`. */
function stemEnd(text: string, start: number, end: number): number {
  if (end - start < 5) return end;
  switch (text.charAt(end - 1)) {
    case 's':
      if (text.charAt(end - 2) !== 'e') return end - 1;
      return text.charAt(end - 3) === 'i' ? end - 3 : end - 2;
    case 'g':
      return text.startsWith('in', end - 3) ? end - 3 : end;
    case 'd':
      return text.charAt(end - 2) === 'e' ? end - 2 : end;
    case 'e':
    case 'y':
      return end - 1;
    default:
      return end;
  }
}

/** The words of a text in lower case without letters and digits but those of ASCII. */
function forPlainWords(text: string, found: (start: number, end: number) => void): void {
  let start = -1;
  for (let at = 0; at <= text.length; at++) {
    const unit = text.charCodeAt(at);
    const isLetter = unit >= 0x61 && unit <= 0x7a;
    if (start < 0) {
      if (isLetter) start = at;
    } else if (!isLetter && !(unit >= 0x30 && unit <= 0x39)) {
      if (at - start >= shortest) found(start, at);
      start = -1;
    }
  }
}

/** The bits that two texts have in common. */
export function commonBits(one: number, other: number): number {
  const high = Math.floor(one / 2 ** half) & Math.floor(other / 2 ** half);
  const low = (one % 2 ** half) & (other % 2 ** half);
  return high * 2 ** half + low;
}

/** Fewer words are too few to tell that texts have nothing in common. */
export const fewestWords = 3;

/** How many bits are set. */
export function countBits(bits: number): number {
  let count = 0;
  for (const part of [Math.floor(bits / 2 ** half), bits % 2 ** half]) {
    for (let rest = part; rest !== 0; rest &= rest - 1) count++;
  }
  return count;
}
