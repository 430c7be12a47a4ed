import { isSaidInEnglish, isSpelledOut } from './number-words.js';
import { findNumerals, type Numeral } from './numerals.js';
import type { PairRule } from './rule.js';
import { rangeIn } from './view.js';

const anyDigit = /[\p{Nd}①-⑳½¼¾]/u;
/** Words that make other numbers of those beside them: sizes, the half of the day, always. */
const scaled =
  /[万萬億亿만억]|\b(?:thousand|million|billion|trillion|milliard|tausend|hiljad|mili(?:on|jard)|mily(?:on|ar)|(?:tsd|mio|mrd)\b)|[0-9](?:[KkM]|\s*(?:bin|mil))\b|ล้าน|พัน|مليون|ألف|מיליון|אלף|тыс|млн|млрд|милли(?:он|ард)/iu;
const halfDay = /\b[ap]\.?m\b|\b24[/x ]*7\b|\bin the (?:morning|afternoon|evening)\b|\bo['’]clock\b/i;
/** The same in targets, beside a time of 24 hours. */
const localHalfDay = /上午|下午|午前|午後|오전|오후|صباح|مساء|ظهر/;
const clock = /\p{Nd}:\p{Nd}{2}/u;
/** "The 1990s" are the nineties in other languages, or those of a century. */
const decade = /\b(?:1[89]|20)[0-9]0['’]?s\b/;
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
  const written = findNumerals(source.text);
  const sources = joinGroups(written, source.text, findNumerals(target.text));
  const targets = joinGroups(findNumerals(target.text), target.text, written);
  const lost = without(sources, targets);
  const come = without(targets, sources);
  if (lost.length === 0 && come.length === 0) return;
  if (isCountedOtherwise(source.text, target.text)) return;
  if (date.test(source.text) && sameDigits(lost, come)) return;
  const isBuddhist = trgLang !== undefined && /^th\b/i.test(trgLang);
  const inWords = thatAre(lost, (digits) => isSpelledOut(digits, target.text, trgLang));
  const inEnglish = thatAre(come, (digits) => isSaidInEnglish(digits, source.text));
  const missing = lost.filter(
    (numeral) =>
      !isSaidOtherwise(numeral, source.text, come) &&
      !inWords.has(numeral.digits) &&
      !(isBuddhist && hasYear(come, Number(numeral.digits) + buddhistEra)),
  );
  const extra = come.filter(
    ({ digits }) => !inEnglish.has(digits) && !(isBuddhist && hasYear(lost, Number(digits) - buddhistEra)),
  );
  if (isSplitOtherwise(missing, extra) || isSplitOtherwise(lost, come) || isSplitOtherwise(sources, targets)) return;
  // "The following two steps": translators count what is few.
  if (missing.length === 0 && extra.every(({ digits }) => Number(digits) <= 3)) return;
  const [gone] = missing;
  const [first] = extra;
  if (gone === undefined && first === undefined) return;
  const side = first === undefined ? source : target;
  const { start, end } = first ?? gone ?? { start: 0, end: 0 };
  // Beside a number that came, one that might be spelled out is the one that went.
  const args = [spell(first === undefined ? missing : lost, source.text), spell(extra, target.text)];
  report({ code: 'check/numbers', pair, side, range: rangeIn(side, start, end), args });
};

function without(numerals: readonly Numeral[], others: readonly Numeral[]): Numeral[] {
  const known = digitsOf(others);
  return numerals.filter(({ digits }) => !known.has(digits));
}

function digitsOf(numerals: readonly Numeral[]): Set<string> {
  return new Set(numerals.map(({ digits }) => digits));
}

/** Numbers of a text that are true of it, each looked at once: a text may have thousands of them. */
function thatAre(numerals: readonly Numeral[], isTrue: (digits: string) => boolean): Set<string> {
  return new Set([...digitsOf(numerals)].filter(isTrue));
}

/** Whether a text has words that make other numbers of those beside them. */
function isCountedOtherwise(source: string, target: string): boolean {
  if (scaled.test(source) || scaled.test(target) || halfDay.test(source) || decade.test(source)) return true;
  return clock.test(source) && localHalfDay.test(target);
}

/** `2nd`, which may be a word; `14:00`, which is 14 o'clock; `1 hour`, which is an hour, and `24 hours`, which are a day. */
function isSaidOtherwise({ digits, zeros, start, end }: Numeral, text: string, others: readonly Numeral[]): boolean {
  const behind = text.slice(end, end + 10);
  if (ordinal.test(behind)) return true;
  if (zeros + digits === '00' && /\p{Nd}:$/u.test(text.slice(Math.max(0, start - 3), start))) return true;
  if (others.length > 0) return false;
  return digits === '1'
    ? /^[\s-](?:second|minute|hour|day|week|month|year)\b/.test(behind)
    : digits === '24' && /^[\s-]hours?\b/.test(behind);
}

/** The year 0 of the calendar that Thailand uses, in the one that the sources use, is so long before. */
const buddhistEra = 543;

function hasYear(numerals: readonly Numeral[], year: number): boolean {
  return numerals.some(({ digits }) => digits.length === 4 && Number(digits) === year);
}

/** Makes one number of groups with white space between (`1 000`), where the other side has that number. */
function joinGroups(numerals: readonly Numeral[], text: string, others: readonly Numeral[]): readonly Numeral[] {
  const wanted = new Set(others.flatMap(({ digits }) => (digits.length > 3 ? [digits] : [])));
  if (wanted.size === 0) return numerals;
  const longest = Math.max(...Array.from(wanted, ({ length }) => length));
  const joined: Numeral[] = [];
  for (let at = 0; at < numerals.length; at++) {
    const first = numerals[at];
    if (first === undefined) break;
    let whole = first;
    let last = at;
    for (let next = at + 1, together = first; next < numerals.length; next++) {
      const group = numerals[next];
      if (group === undefined || !/^\s+$/.test(text.slice(together.end, group.start))) break;
      if (together.digits.length >= longest) break;
      if (!/^\p{Nd}{3}(?!\p{Nd})/u.test(text.slice(group.start, group.end))) break;
      together = { ...together, digits: together.digits + group.zeros + group.digits, end: group.end };
      if (!wanted.has(together.digits)) continue;
      whole = together;
      last = next;
    }
    joined.push(whole);
    at = last;
  }
  return joined;
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
