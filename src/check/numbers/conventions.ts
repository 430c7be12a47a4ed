import type { Numeral } from './numerals.js';

/** The numbers that a numeral may stand for, read in one way: mostly one, several for a list, a date or a time. */
export type Reading = readonly string[];

/** What is known of a text when its numerals are read. */
export interface Conventions {
  /** Decimals stand after a comma, or they may. */
  readonly commaDecimal: boolean;
  /** There is a time of the day in the pair: `14.00` may be one. */
  readonly clock: boolean;
}

const commas = new Map<string, boolean>();

/** Whether a language writes decimals after a comma, with digits of any script; what is not known may. */
export function hasCommaDecimal(language: string | undefined): boolean {
  if (language === undefined) return true;
  const before = commas.get(language);
  if (before !== undefined) return before;
  let found = true;
  try {
    found = [language, `${language}-u-nu-latn`].some((tag) =>
      new Intl.NumberFormat(tag).formatToParts(1.5).some(({ type, value }) => type === 'decimal' && value === ','),
    );
  } catch {
    // No tag: anything goes.
  }
  commas.set(language, found);
  return found;
}

/** All ways to read a numeral, as numbers without separators between groups and with `.` before decimals. */
export function readingsOf(numeral: Numeral, text: string, { commaDecimal, clock }: Conventions): Reading[] {
  const { groups, separators, isFraction } = numeral;
  const [only = ''] = groups;
  if (isFraction) return [[decimal('0', groups.join(''))]];
  if (groups.length === 1) return [[integer(only)]];
  if (separators.endsWith('/')) return fraction(groups);
  const readings: Reading[] = [];
  const point = numberIn(numeral, '.');
  if (point !== undefined) readings.push([point]);
  const comma = commaDecimal ? numberIn(numeral, ',') : undefined;
  if (comma !== undefined) readings.push([comma]);
  if (point === undefined || separators.includes(' ') || isListed(numeral, text)) readings.push(parts(numeral));
  if (isDate(numeral, text) || (clock && isTime(numeral))) readings.push(groups.map(integer));
  return readings;
}

/** `½` and `1½`. */
function fraction(groups: readonly string[]): Reading[] {
  const [below = '1', above = '0'] = [...groups].reverse();
  const whole = groups.length > 2 ? Number(groups.slice(0, -2).join('')) : 0;
  const value = whole + Number(above) / Number(below);
  return [groups.map(integer), [String(value)]];
}

/** The number, where `point` is the decimal separator; `undefined` where it is no number then. */
function numberIn({ groups, separators }: Numeral, point: '.' | ','): string | undefined {
  const last = separators.at(-1) ?? '';
  const hasDecimals = last === point || last === 'd';
  const wholes = hasDecimals ? groups.length - 1 : groups.length;
  const [first = ''] = groups;
  if (wholes > 1) {
    const separator = separators.charAt(0);
    if (separator === point || separator === 'd' || first.length > 3 || first.startsWith('0')) return undefined;
    for (let at = 1; at < wholes; at++) {
      const { length = 0 } = groups[at] ?? '';
      // Groups of two are those of India: `1,00,000`.
      if (separators.charAt(at - 1) !== separator || (length !== 3 && (length !== 2 || at === wholes - 1)))
        return undefined;
    }
  }
  const whole = groups.slice(0, wholes).join('');
  return hasDecimals ? decimal(whole, groups.at(-1) ?? '') : integer(whole);
}

/** A list without spaces, or the version of a program. */
function parts({ groups, separators }: Numeral): Reading {
  const found: string[] = [];
  let from = 0;
  for (let at = 1; at <= groups.length; at++) {
    const separator = separators.charAt(at - 1);
    if (separator === '.' || separator === 'd') continue;
    const [first = '', second = '', ...more] = groups.slice(from, at);
    if (at - from === 1) found.push(integer(first));
    else found.push(at - from === 2 ? decimal(first, second) : [first, second, ...more].join('.'));
    from = at;
  }
  return found;
}

/** `[100,200]`: what is in brackets may be a list, unless something in it starts with a zero. */
function isListed({ groups, start, end }: Numeral, text: string): boolean {
  if (groups.some((group) => group.length > 1 && group.startsWith('0'))) return false;
  return /[([{,;|=<:]/.test(text.charAt(start - 1)) && /[)\]},;|>]/.test(text.charAt(end));
}

/** `3.5.2021`, `2021.05.03`, `05.2021`, and `3.5.` */
function isDate({ groups, separators, end }: Numeral, text: string): boolean {
  if (!/^\.{1,2}$/.test(separators)) return false;
  const [first = 0, second = 0, third] = groups.map(Number);
  const [one = '', two = '', three = ''] = groups;
  const isYear = (group: string): boolean => /^(?:19|20|25)[0-9]{2}$/.test(group);
  if (third === undefined) {
    if (isYear(two)) return first >= 1 && first <= 12;
    return text.charAt(end) === '.' && first >= 1 && first <= 31 && second >= 1 && second <= 12;
  }
  if (isYear(one)) return second <= 12 && third <= 31;
  return first <= 31 && second <= 12 && (isYear(three) || three.length === 2);
}

function isTime({ groups, separators }: Numeral): boolean {
  const [hours = '', minutes = ''] = groups;
  return separators === '.' && Number(hours) <= 24 && minutes.length === 2 && Number(minutes) < 60;
}

function integer(digits: string): string {
  return digits.replace(/^0+(?=.)/, '');
}

/** Prices have two zeros or none; elsewhere, a zero counts (`1.0` is another version than `1`). */
function decimal(whole: string, decimals: string): string {
  return decimals === '00' ? integer(whole) : `${integer(whole)}.${decimals}`;
}
