import { hashText } from '../hash.js';
import { isPlain } from './plain.js';

const functionWords = new Set(
  'the and for that this with from your you are was were can will not but have has had its into when where which who then than these those their there they how what why all any more also only about after before use using used see may must should would could does did each other such via per'.split(
    ' ',
  ),
);
const word = /\p{L}[\p{L}\p{N}]{2,}/gu;
/** The same in a text in lower case without letters and digits but those of ASCII. */
const plainWord = /[a-z][a-z0-9]{2,}/g;

/**
 * The bit of a word that carries meaning, without its usual ending, by the word in lower case; {@link noBit} of others.
 * Texts are made of some thousands of words: most are looked up.
 */
const bitOf = new Map<string, number>();
const noBit = -1;
/** More words are not kept: no language has as many in its texts, but identifiers of code. */
const mostKept = 50_000;

function bitOfWord(lower: string): number {
  const known = bitOf.get(lower);
  if (known !== undefined) return known;
  const bit = functionWords.has(lower) ? noBit : hashText(stem(lower)) % (2 * half);
  if (bitOf.size < mostKept) bitOf.set(lower, bit);
  return bit;
}

const endings: readonly string[] = ['ies', 'ing', 'es', 'ed', 's', 'e', 'y'];

function stem(text: string): string {
  if (text.length < 5) return text;
  const ending = endings.find((each) => text.endsWith(each));
  return ending === undefined ? text : text.slice(0, -ending.length);
}

/**
 * The words of a text as 52 bits, one for each word: texts without a bit in common have no word in common. (The
 * opposite does not hold.)
 */
export function wordBits(text: string): number {
  const lower = text.toLowerCase();
  let high = 0;
  let low = 0;
  for (const found of lower.match(isPlain(lower) ? plainWord : word) ?? []) {
    const bit = bitOfWord(found);
    if (bit === noBit) continue;
    if (bit < half) low |= 1 << bit;
    else high |= 1 << (bit - half);
  }
  return high * 2 ** half + low;
}

/** Bits that the operators for 32-bit integers can work on. */
const half = 26;

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
