import { codesOf } from '../../../model/content.js';
import { anyDigit, mayHaveNumber } from '../../numbers/digits.js';
import { isHintedInEnglish } from '../../numbers/english-hints.js';
import { numbersSaid } from '../../numbers/english-numbers.js';
import { type ReadNumeral, readNumbers } from '../../numbers/number-sides.js';
import { type Certainty, hasRoman, isSpelledOut } from '../../numbers/number-words.js';
import type { PairRule } from '../../rule.js';
import { type PairView, rangeIn } from '../../view.js';

const command = /\\[a-z]+\{/;
/** Such as in "3rd party". */
const ordinal = /^(?:st|nd|rd|th)\b/;
/** "Always", which few languages say so. */
const always = /\b24\s?[/x×-]\s?7(?:\s?[/x×-]\s?365)?\b/gi;

/** Nobody says more numbers of a text in words; each is a search of the whole text. */
const mostInWords = 100;

/** Numbers of one side that are not on the other one, neither as digits nor as words. */
export const numbers: PairRule<'check/numbers'> = {
  code: 'check/numbers',
  scope: 'pair',
  severity: 'warning',
  meaning:
    'A number of one side is not on the other side, neither in digits of any language nor as a word. The separators of the language, the order of dates, and the ways to write a time, a fraction, or a number with a word such as *million* are no difference; another value is.',
  message: 'Numbers differ: only in the source {0}, only in the target {1}.',
  example: { trgLang: 'de-DE', source: 'Wait 15 minutes.', target: 'Warten Sie 51 Minuten.' },
  issueType: 'numbers',
  mqm: 'number',
  precision: {
    findings: 47,
    judged: 47,
    right: 44,
    planted: 523,
    found: 462,
    wrong: '*greater than 0* as *positive*; a range with other bounds; the name of a disease without its number',
  },
  check(pair, report) {
    const { source, target, trgLang } = pair;
    if (!mayHaveNumber(source.text) && !mayHaveNumber(target.text)) return;
    if (!anyDigit.test(source.text) && !anyDigit.test(target.text)) return;
    if (hasLooseFormula(pair)) return;
    const read = readNumbers(source.text, target.text, trgLang);
    if (read === undefined) return;
    const { sources, targets } = read;
    const inSource = numbersOf(sources);
    const inTarget = numbersOf(targets);
    const lost = without(sources, inTarget);
    const come = without(targets, inSource);
    if (lost.length === 0 && come.length === 0) return;
    if (isRun(lost, come, source.text) || isRun(come, lost, target.text)) return;
    const said = come.length === 0 ? new Set<string>() : numbersSaid(source.text);
    const isSaid = onceEach(
      (number): boolean => inSource.has(number) || said.has(number) || hasRoman(Number(number), source.text),
    );
    const certaintyOf = onceEach(
      (number, place): Certainty => (place < mostInWords ? isSpelledOut(number, target.text, trgLang) : 'not'),
    );
    const unsaid = once(come).filter(({ readings }) => !readings.some((reading) => reading.every(isSaid)));
    const always = placesOfAlways(source.text);
    const missing = once(lost).filter((numeral) => {
      if (isOptional(numeral, source.text, unsaid.length > 0) || always.has(numeral.numeral.start)) return false;
      const certainties = numeral.readings.map((reading) =>
        leastCertain(
          reading.filter((number) => !inTarget.has(number)),
          certaintyOf,
        ),
      );
      // What may be a word, or may not, is none where another number stands in its place.
      return !certainties.includes('surely') && (unsaid.length > 0 || !certainties.includes('perhaps'));
    });
    const isHinted = onceEach((number): boolean => isSaid(number) || isHintedInEnglish(number, source.text));
    const extra =
      missing.length > 0
        ? unsaid
        : unsaid.filter(({ readings }) => !readings.some((reading) => reading.every(isHinted)));
    // "The following two steps": translators count what is few.
    if (missing.length === 0 && extra.every(({ readings }) => readings.some(isFew))) return;
    const [gone] = missing;
    const [first] = extra;
    if (gone === undefined && first === undefined) return;
    const side = first === undefined ? source : target;
    const { start, end } = (first ?? gone)?.numeral ?? { start: 0, end: 0 };
    // Beside a number that came, one that might be spelled out is the one that went.
    const args = [spell(first === undefined ? missing : lost), spell(extra)];
    report({ pair, side, range: rangeIn(side, start, end), args });
  },
};

/** Formulas are damaged in too many ways; the reader says where they do not match. */
function hasLooseFormula({ segment, source, target }: PairView): boolean {
  if (command.test(source.text) || command.test(target.text)) return true;
  const count = (content: typeof segment.source.content): number => {
    let formulas = 0;
    for (const { subType } of codesOf(content)) if (subType === 'md:math') formulas++;
    return formulas;
  };
  return segment.source.text.includes('$') && count(segment.source.content) !== count(segment.target.content);
}

function numbersOf(numerals: readonly ReadNumeral[]): ReadonlySet<string> {
  return new Set(numerals.flatMap(({ readings }) => readings.flat()));
}

/** Numerals none of whose readings is on the other side. */
function without(numerals: readonly ReadNumeral[], others: ReadonlySet<string>): ReadNumeral[] {
  return numerals.filter(({ readings }) => !readings.some((reading) => reading.every((number) => others.has(number))));
}

/** `4485 3647 3952 7352`, which is one number on the other side. */
function isRun(some: readonly ReadNumeral[], others: readonly ReadNumeral[], text: string): boolean {
  const [other, ...more] = others;
  if (some.length < 2 || other === undefined || more.length > 0) return false;
  const digits = some.map(({ numeral }) => numeral.groups.join('')).join('');
  if (digits.length < 8 || digits !== other.numeral.groups.join('')) return false;
  return some.every(({ numeral }, index) => {
    const next = some[index + 1];
    return (
      next === undefined || /^[\s-]?$/.test(text.slice(numeral.end, Math.min(next.numeral.start, numeral.end + 2)))
    );
  });
}

/** Each number once: a text may have thousands of one. */
function once(numerals: readonly ReadNumeral[]): ReadNumeral[] {
  return [...new Map(numerals.toReversed().map((numeral) => [numeral.spelled, numeral])).values()].reverse();
}

function isFew([number, ...others]: readonly string[]): boolean {
  return others.length === 0 && Number(number) <= 3 && Number.isInteger(Number(number));
}

/** How sure it is that all numbers of a reading are said in words. */
function leastCertain(reading: readonly string[], certaintyOf: (number: string) => Certainty): Certainty {
  let least: Certainty = 'surely';
  for (const number of reading) {
    const certainty = certaintyOf(number);
    if (certainty === 'not') return 'not';
    if (certainty === 'perhaps') least = 'perhaps';
  }
  return least;
}

/** Asks once about each number: a text may have thousands of one. `place`: how many others were asked about before. */
function onceEach<T>(ask: (number: string, place: number) => T): (number: string) => T {
  const known = new Map<string, T>();
  return (number) => {
    const before = known.get(number);
    if (before !== undefined) return before;
    const answer = ask(number, known.size);
    known.set(number, answer);
    return answer;
  };
}

/** `2nd`, which may be a word; `14:00`, which is 14 o'clock; `1 hour`, which is an hour, and `24 hours`, which are a day. */
function isOptional({ numeral, spelled }: ReadNumeral, text: string, hasOther: boolean): boolean {
  const { start, end } = numeral;
  const after = text.slice(end, end + 10);
  if (spelled === '00' && /\p{Nd}:$/u.test(text.slice(Math.max(0, start - 3), start))) return true;
  if (hasOther) return false;
  if (ordinal.test(after)) return true;
  return spelled === '1'
    ? /^[\s-](?:second|minute|hour|day|week|month|year)\b/.test(after)
    : spelled === '24' && /^[\s-]hours?\b/.test(after);
}

/** Where the numbers of `24/7` and `24x7x365` stand. */
function placesOfAlways(text: string): ReadonlySet<number> {
  const places = new Set<number>();
  for (const { 0: found, index } of text.matchAll(always)) {
    for (const number of found.matchAll(/[0-9]+/g)) places.add(index + number.index);
  }
  return places;
}

function spell(numerals: readonly ReadNumeral[]): string {
  const spelled = new Set<string>();
  for (const numeral of numerals) {
    if (spelled.size === 5) break;
    spelled.add(numeral.spelled);
  }
  return spelled.size === 0 ? 'none' : [...spelled].join(', ');
}
