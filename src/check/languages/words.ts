import { hashing, mixed } from '../hash.js';
import { plainKind, plainKinds } from './plain.js';
import { type Units, unitsOf } from './units.js';

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
  return bitsOfUnits(text, unitsOf(text));
}

/** The same. `units`: those of the text. */
export function bitsOfUnits(text: string, units: Units): number {
  return bitsOfPlain(units, text.length) ?? bitsOfAny(text.toLowerCase());
}

function bitsOfAny(lower: string): number {
  const units = unitsOf(lower);
  let high = 0;
  let low = 0;
  for (const { 0: found, index } of lower.matchAll(word)) {
    const bit = bitOf(units, index, index + found.length, 0);
    if (bit >= half) high |= 1 << (bit - half);
    else if (bit >= 0) low |= 1 << bit;
  }
  return high * 2 ** half + low;
}

/**
 * The same of a text without letters and digits but those of ASCII: it need not be searched, nor put into lower case.
 * `undefined` for any other.
 */
function bitsOfPlain(units: Units, length: number): number | undefined {
  // A variable of a module would be looked up anew each time.
  const kinds = plainKinds;
  const { other, digit, letter } = plainKind;
  let high = 0;
  let low = 0;
  let start = -1;
  for (let at = 0; at <= length; at++) {
    const kind = at < length ? kinds[units[at] ?? 0] : other;
    if (kind === letter) {
      if (start < 0) start = at;
    } else if (kind === other) {
      const bit = start < 0 || at - start < shortest ? -1 : bitOf(units, start, at, lowerCase);
      if (bit >= half) high |= 1 << (bit - half);
      else if (bit >= 0) low |= 1 << bit;
      start = -1;
    } else if (kind !== digit) return undefined;
  }
  return high * 2 ** half + low;
}

/** The words of at most six letters in a plain text that are wanted, in lower case; `A.les` is none. */
export function plainWordsIn(text: string, wanted: ReadonlySet<number>): ReadonlySet<string> {
  const units = unitsOf(text);
  const kinds = plainKinds;
  const { letter } = plainKind;
  let found: Set<string> | undefined;
  let start = -1;
  for (let at = 0; at <= text.length; at++) {
    if (at < text.length && kinds[units[at] ?? 0] === letter) {
      if (start < 0) start = at;
    } else if (start >= 0) {
      const isShort = at - start <= longestPacked && wanted.has(packed(units, start, at, lowerCase));
      if (isShort && units[start - 1] !== stop) {
        found ??= new Set();
        found.add(text.slice(start, at).toLowerCase());
      }
      start = -1;
    }
  }
  return found ?? noWords;
}

const noWords: ReadonlySet<string> = new Set();
const stop = 0x2e;

/** Words of ASCII letters, six of them at most, for {@link plainWordsIn}. */
export function packedWords(words: readonly string[]): ReadonlySet<number> {
  return new Set(words.map((each) => packed(unitsOf(each), 0, each.length, 0)));
}

/** What makes a lower-case letter of any letter of ASCII, and leaves digits as they are. */
const lowerCase = 0x20;

/** The bit of a word; -1 for one that carries no meaning. `mask`: what puts its letters into lower case, if they are not. */
function bitOf(units: Units, start: number, end: number, mask: number): number {
  if (end - start <= longestPacked && functionWords.has(packed(units, start, end, mask))) return -1;
  const stem = stemEnd(units, start, end, mask);
  const { highFactor, lowFactor } = hashing;
  let { high, low } = hashing;
  for (let at = start; at < stem; at++) {
    const unit = (units[at] ?? 0) | mask;
    high = Math.imul(high ^ unit, highFactor);
    low = Math.imul(low ^ unit, lowFactor);
  }
  const first = mixed(high, low);
  const second = mixed(low, first);
  // The remainder of a division of all 53 bits by 52, which takes far longer for a number that is no 32-bit integer.
  return (((2097151 & second) % 52) * 48 + ((first >>> 0) % 52)) % 52;
}

/** A word of at most six letters as a number; each word has its own, if its letters are those of ASCII. */
function packed(units: Units, start: number, end: number, mask: number): number {
  let number = 0;
  for (let at = start; at < end; at++) {
    const unit = ((units[at] ?? 0) | mask) - 0x60;
    if (unit < 1 || unit > 26) return -1;
    number = number * 27 + unit;
  }
  return number;
}

/** Where the usual ending of a word starts: `ies`, `ing`, `es`, `ed`, `s`, `e` or `y`. */
function stemEnd(units: Units, start: number, end: number, mask: number): number {
  if (end - start < 5) return end;
  const last = (units[end - 1] ?? 0) | mask;
  const before = (units[end - 2] ?? 0) | mask;
  const third = (units[end - 3] ?? 0) | mask;
  switch (last) {
    case 0x73: // s
      if (before !== 0x65) return end - 1;
      return third === 0x69 ? end - 3 : end - 2;
    case 0x67: // g
      return before === 0x6e && third === 0x69 ? end - 3 : end;
    case 0x64: // d
      return before === 0x65 ? end - 2 : end;
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

/** Of at most 32 bits: those of two are added first, then those of four, of eight, and of all. */
function countOf(bits: number): number {
  const twos = bits - ((bits >>> 1) & 0x55555555);
  const fours = (twos & 0x33333333) + ((twos >>> 2) & 0x33333333);
  return Math.imul((fours + (fours >>> 4)) & 0x0f0f0f0f, 0x01010101) >>> 24;
}
