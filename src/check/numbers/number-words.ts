import { isSaidInHan } from './han.js';
import { scalesOf, unspaced } from './scales.js';
import { isSaidInThai } from './thai.js';
import { ownWords, roundWords, type WordList, weakWords } from './word-lists.js';

/** How sure it is that a text says a number in words. */
export type Certainty = 'surely' | 'perhaps' | 'not';

/**
 * Whether a number may be in a text as words of its language. *Surely*: there is a word that stands for it alone.
 * *Perhaps*: there is an ending or another word that may say it, or the words of the language are not known here; that
 * is enough where the text has no number in its place.
 */
export function isSpelledOut(number: string, text: string, language: string | undefined): Certainty {
  const value = Number(number);
  const name = language?.split('-')[0]?.toLowerCase() ?? '';
  // Serbian in Cyrillic letters has words of its own.
  const isCyrillic = name === 'sr' && language?.toLowerCase().includes('latn') === false;
  const key = isCyrillic ? '' : name === 'hr' || name === 'bs' ? 'sr' : name;
  const inLower = text.toLowerCase();
  if (value >= 1000 ? isScaleSaid(value, text, inLower, language) : isSurely(value, text, inLower, key))
    return 'surely';
  if (value > 12 || !Number.isInteger(value)) return 'not';
  if (!(key in ownWords) && key !== 'zh' && key !== 'ja' && key !== 'th') return 'perhaps';
  return test(weakWords, key, value, inLower) ? 'perhaps' : 'not';
}

function isSurely(value: number, text: string, inLower: string, language: string): boolean {
  if (!Number.isInteger(value)) return false;
  if (hasRoman(value, text)) return true;
  if (language === 'zh' || language === 'ja')
    return isSaidInHan(value, inLower) || test(ownWords, language, value, inLower);
  if (language === 'th' && isSaidInThai(value, inLower)) return true;
  if (value <= 12) return test(ownWords, language, value, inLower);
  if (value > 100 && value % 100 === 0) {
    const isHundred = language === 'th' ? isSaidInThai(100, inLower) : test(roundWords, language, 8, inLower);
    return isHundred && isSpelledOut(String(value / 100), text, language) !== 'not';
  }
  return value <= 100 && value % 10 === 0 && test(roundWords, language, value / 10 - 2, inLower);
}

/** A million, and two millions. */
function isScaleSaid(value: number, text: string, inLower: string, language = 'en'): boolean {
  if (/^(?:zh|ja)\b/i.test(language) && isSaidInHan(value, text)) return true;
  for (const [form, zeros] of scalesOf(language).forms) {
    const amount = value / 10 ** zeros;
    if (form.length < 3 || !Number.isInteger(amount) || amount > 12) continue;
    // In a language that is written without spaces, the amount stands right before it.
    const before = unspaced.test(form) ? '' : '(?<!\\p{L})';
    const at = inLower.search(new RegExp(`${before}${form.toLowerCase().replace(/[^\p{L}\p{M}]/gu, '.')}`, 'u'));
    if (at >= 0 && (amount === 1 || isSpelledOut(String(amount), text, language) !== 'not')) return true;
  }
  return false;
}

const compiled = new Map<string, RegExp | undefined>();

function test(lists: Readonly<Record<string, WordList>>, language: string, index: number, text: string): boolean {
  const list = lists[language];
  if (list === undefined) return false;
  const words = list.words[index];
  if (words === undefined || words === '') return false;
  const { before = '', after = '' } = list;
  const source = `${before}(?:${words})${after}`;
  let pattern = compiled.get(source);
  if (pattern === undefined) {
    pattern = new RegExp(source, 'u');
    compiled.set(source, pattern);
  }
  return pattern.test(text);
}

const roman = ['I', 'II', 'III', 'IV', 'V', 'VI', 'VII', 'VIII', 'IX', 'X', 'XI', 'XII'];

/** The chapter II is the second one elsewhere, also as one character (`Ⅱ`). */
export function hasRoman(value: number, text: string): boolean {
  const numeral = roman[value - 1];
  if (numeral === undefined) return false;
  const sign = String.fromCharCode(0x2160 + value - 1);
  return (
    text.includes(sign) ||
    (value > 1 && text.includes(numeral) && new RegExp(`(?<![A-Za-z])${numeral}(?![A-Za-z])`).test(text))
  );
}
