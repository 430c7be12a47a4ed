import { isSaidInEnglish, isSpelledOut } from './number-words.js';
import { findNumerals, type Numeral } from './numerals.js';
import type { PairRule } from './rule.js';
import { rangeIn } from './view.js';

const anyDigit = /[\p{Nd}①-⑳]/u;
/** Words that make other numbers of those beside them: sizes, the half of the day, always. */
const scaled =
  /[万萬億亿만억]|\b(?:thousand|million|billion|trillion)|\bmillion|\bmilliard|[0-9][KkM]\b|ล้าน|พัน|مليون|ألف|מיליון|אלף/iu;
const halfDay = /\b[ap]\.?m\b|\b24[/x ]*7\b/i;
const formula = /\$[^$]+\$|\\[a-z]+\{/;
/** Such as in "3rd party". */
const ordinal = /^(?:st|nd|rd|th)\b/;
const date = /\p{Nd}{1,4}[/.-]\p{Nd}{1,2}[/.-]\p{Nd}{2,4}/u;

/** Numbers of one side that are not on the other one, neither as digits nor as words. */
export const checkNumbers: PairRule = (pair, report) => {
  const { source, target, trgLang } = pair;
  if (!anyDigit.test(source.text) && !anyDigit.test(target.text)) return;
  // Formulas are damaged in too many ways; the reader tells where they do not match.
  if (formula.test(source.side.text)) return;
  const sources = findNumerals(source.text);
  const targets = findNumerals(target.text);
  const lost = without(sources, targets);
  let extra = without(targets, sources);
  if (lost.length === 0 && extra.length === 0) return;
  if (scaled.test(source.text) || scaled.test(target.text) || halfDay.test(source.text)) return;
  if (date.test(source.text) && sameDigits(lost, extra)) return;
  const missing = lost.filter(
    ({ digits, end }) => !ordinal.test(source.text.slice(end)) && !isSpelledOut(digits, target.text, trgLang),
  );
  extra = extra.filter(({ digits }) => !isSaidInEnglish(digits, source.text));
  if (isSplitOtherwise(missing, extra) || isSplitOtherwise(sources, targets)) return;
  // "The following two steps": translators count what is few.
  if (missing.length === 0 && extra.every(({ digits }) => Number(digits) <= 3)) return;
  const [gone] = missing;
  const [come] = extra;
  if (gone === undefined && come === undefined) return;
  const side = come === undefined ? source : target;
  const { start, end } = come ?? gone ?? { start: 0, end: 0 };
  // Beside a number that came, one that might be spelled out is the one that went.
  const args = [spell(come === undefined ? missing : lost, source.text), spell(extra, target.text)];
  report({ code: 'check/numbers', pair, side, range: rangeIn(side, start, end), args });
};

function without(numerals: readonly Numeral[], others: readonly Numeral[]): Numeral[] {
  return numerals.filter(({ digits }) => !others.some((other) => other.digits === digits));
}

/** `1 000` and `1,000`; `2.0` and `2、0`. */
function isSplitOtherwise(some: readonly Numeral[], others: readonly Numeral[]): boolean {
  return join(some) === join(others);
}

function join(numerals: readonly Numeral[]): string {
  return numerals.map(({ digits, zeros }) => zeros + digits).join('');
}

/** The parts of a date stand in another order. */
function sameDigits(some: readonly Numeral[], others: readonly Numeral[]): boolean {
  const sorted = (numerals: readonly Numeral[]): string => [...join(numerals).replaceAll('0', '')].sort().join('');
  return sorted(some) === sorted(others);
}

function spell(numerals: readonly Numeral[], text: string): string {
  const spelled = numerals.map(({ start, end }) => text.slice(start, end));
  return spelled.length === 0 ? 'none' : [...new Set(spelled)].slice(0, 5).join(', ');
}
