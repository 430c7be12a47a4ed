import { hashLower, hashText } from '../hash.js';
import { isPlain } from './plain.js';

/** The longest word that {@link packed} packs. */
const longestPacked = 6;
/** English words that carry no meaning; none is longer. */
const functionWords = packedWords(
  'the and for that this with from your you are was were can will not but have has had its into when where which who then than these those their there they how what why all any more also only about after before use using used see may must should would could does did each other such via per'.split(
    ' ',
  ),
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
  if (isPlain(text)) return bitsOfPlain(text);
  const lower = text.toLowerCase();
  let high = 0;
  let low = 0;
  for (const { 0: found, index } of lower.matchAll(word)) {
    const bit = bitOf(lower, index, index + found.length, 0);
    if (bit >= half) high |= 1 << (bit - half);
    else if (bit >= 0) low |= 1 << bit;
  }
  return high * 2 ** half + low;
}

/** The same of a text without letters and digits but those of ASCII: it need not be searched, nor put into lower case. */
function bitsOfPlain(text: string): number {
  let high = 0;
  let low = 0;
  let start = -1;
  for (let at = 0; at <= text.length; at++) {
    const unit = at < text.length ? text.charCodeAt(at) : 0;
    const isLetter = (unit | lowerCase) >= 0x61 && (unit | lowerCase) <= 0x7a;
    if (start < 0) {
      if (isLetter) start = at;
    } else if (!isLetter && !(unit >= 0x30 && unit <= 0x39)) {
      const bit = at - start < shortest ? -1 : bitOf(text, start, at, lowerCase);
      if (bit >= half) high |= 1 << (bit - half);
      else if (bit >= 0) low |= 1 << bit;
      start = -1;
    }
  }
  return high * 2 ** half + low;
}

/** The words of at most six letters in a plain text that are wanted, in lower case; `A.les` is none. */
export function plainWordsIn(text: string, wanted: ReadonlySet<number>): ReadonlySet<string> {
  const found = new Set<string>();
  let start = -1;
  for (let at = 0; at <= text.length; at++) {
    const unit = at < text.length ? text.charCodeAt(at) | lowerCase : 0;
    if (unit >= 0x61 && unit <= 0x7a) {
      if (start < 0) start = at;
    } else if (start >= 0) {
      const isShort = at - start <= longestPacked && wanted.has(packed(text, start, at, lowerCase));
      if (isShort && text.charAt(start - 1) !== '.') found.add(text.slice(start, at).toLowerCase());
      start = -1;
    }
  }
  return found;
}

/** Words of ASCII letters, six of them at most, for {@link plainWordsIn}. */
export function packedWords(words: readonly string[]): ReadonlySet<number> {
  return new Set(words.map((each) => packed(each, 0, each.length, 0)));
}

/** What makes a lower-case letter of any letter of ASCII, and leaves digits as they are. */
const lowerCase = 0x20;

/** The bit of a word; -1 for one that carries no meaning. `mask`: what puts its letters into lower case, if they are not. */
function bitOf(text: string, start: number, end: number, mask: number): number {
  if (end - start <= longestPacked && functionWords.has(packed(text, start, end, mask))) return -1;
  const stem = stemEnd(text, start, end, mask);
  const hash = mask === 0 ? hashText(text, 0, start, stem) : hashLower(text, start, stem);
  // The remainder of a division by 52, which takes far longer for a number that is no 32-bit integer.
  const high = Math.floor(hash / 2 ** 32) % (2 * half);
  return (high * (2 ** 32 % (2 * half)) + ((hash >>> 0) % (2 * half))) % (2 * half);
}

/** A word of at most six letters as a number; each word has its own, if its letters are those of ASCII. */
function packed(text: string, start: number, end: number, mask: number): number {
  let number = 0;
  for (let at = start; at < end; at++) {
    const unit = (text.charCodeAt(at) | mask) - 0x60;
    if (unit < 1 || unit > 26) return -1;
    number = number * 27 + unit;
  }
  return number;
}

/** Where the usual ending of a word starts: `ies`, `ing`, `es`, `ed`, `s`, `e` or `y`. */
function stemEnd(text: string, start: number, end: number, mask: number): number {
  if (end - start < 5) return end;
  const unitAt = (at: number): number => text.charCodeAt(at) | mask;
  switch (unitAt(end - 1)) {
    case 0x73: // s
      if (unitAt(end - 2) !== 0x65) return end - 1;
      return unitAt(end - 3) === 0x69 ? end - 3 : end - 2;
    case 0x67: // g
      return unitAt(end - 2) === 0x6e && unitAt(end - 3) === 0x69 ? end - 3 : end;
    case 0x64: // d
      return unitAt(end - 2) === 0x65 ? end - 2 : end;
    case 0x65: // e
    case 0x79: // y
      return end - 1;
    default:
      return end;
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
  return countOf(Math.floor(bits / 2 ** half)) + countOf(bits % 2 ** half);
}

function countOf(bits: number): number {
  let count = 0;
  for (let rest = bits; rest !== 0; rest &= rest - 1) count++;
  return count;
}
