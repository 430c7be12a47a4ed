import { digit, format, ideograph, kindOf, letter, mark, other } from './kinds.js';

const counted: ReadonlySet<number> = new Set([other, letter, digit, ideograph, mark]);
/** Hyphens and apostrophes: `-`, U+2010, U+2011, `'`, `’`. */
const withinWords: ReadonlySet<number> = new Set([0x2d, 0x2010, 0x2011, 0x27, 0x2019]);

/**
 * Counts characters as GMX-V 2.0 does: of the composed text, without white space, punctuation, and what nobody sees. Hyphens
 * and apostrophes count where they stand within a word.
 */
export function countGmxCharacters(given: string): number {
  const text = given.normalize('NFC');
  let count = 0;
  let before = 0;
  for (let at = 0; at < text.length; at++) {
    const point = text.codePointAt(at) as number;
    if (point > 0xffff) at++;
    const kind = kindOf(point);
    if (kind === format) continue;
    const isWithin = withinWords.has(point) && isOfWord(before) && isOfWord(kindAt(text, at + 1));
    if (counted.has(kind) || isWithin) count++;
    if (kind !== mark) before = kind;
  }
  return count;
}

function kindAt(text: string, at: number): number {
  return at < text.length ? kindOf(text.codePointAt(at) as number) : 0;
}

function isOfWord(kind: number): boolean {
  return kind === letter || kind === digit || kind === ideograph;
}
