import { type Conventions, hasCommaDecimal, type Reading, readingsOf } from './conventions.js';
import { hasClock, saysHalfDay, saysLocalHalfDay } from './day-halves.js';
import { findNumerals, type Numeral } from './numerals.js';
import { multiply, type Scaled, scalesOf } from './scales.js';

/** A numeral with all numbers that it may stand for. */
export interface ReadNumeral {
  readonly numeral: Numeral;
  /** As it is spelled in its text, with a word that multiplies it. */
  readonly spelled: string;
  readonly readings: readonly Reading[];
}

/** The numerals of both sides of a pair. */
export interface NumberSides {
  readonly sources: readonly ReadNumeral[];
  readonly targets: readonly ReadNumeral[];
}

/** The year 0 of the calendar that Thailand uses, in the one that the sources use, is so long before. */
const buddhistEra = 543;
/** How much of a larger or smaller unit there is in a unit. */
const units: readonly (readonly [unit: RegExp, factors: readonly number[]])[] = [
  [/^[\s-]minutes?\b/, [60]],
  [/^[\s-]hours?\b/, [60, 1 / 24]],
  [/^[\s-]days?\b/, [24]],
  [/^[\s-]weeks?\b/, [7]],
  [/^[\s-]months?\b/, [1 / 12]],
  [/^[\s-]years?\b/, [12, 365]],
];

/** A numeral with the word that multiplies it. */
interface Spelled {
  readonly numeral: Numeral;
  readonly spelled: string;
  readonly scaled: Scaled | undefined;
}

/**
 * Reads the numerals of both sides: the source as English has them, the target as its language or English does.
 * `undefined` where both spell the same ones, so that there is nothing to read.
 */
export function readNumbers(source: string, target: string, language: string | undefined): NumberSides | undefined {
  const ofSource = findSpelled(source, 'en');
  const ofTarget = findSpelled(target, language ?? 'en');
  if (isSame(ofSource, ofTarget)) return undefined;
  const clock = hasClock(source);
  const commaDecimal = hasCommaDecimal(language);
  const inHalves = { source: saysHalfDay(source), target: clock && saysLocalHalfDay(target, language) };
  const isBuddhist = language !== undefined && /^th\b/i.test(language);
  const sources = readAll(ofSource, source, { commaDecimal: false, clock }, (numeral, readings) => {
    if (inHalves.source) addAfternoon(readings);
    if (isBuddhist) addYear(readings, buddhistEra);
    addUnits(numeral, source, readings);
    addDecade(numeral, source, readings);
  });
  const targets = readAll(ofTarget, target, { commaDecimal, clock }, (_, readings) => {
    if (inHalves.target) addAfternoon(readings);
  });
  return { sources, targets };
}

function findSpelled(text: string, language: string): Spelled[] {
  const scales = scalesOf(language);
  return findNumerals(text).map((numeral) => {
    const { start, end } = numeral;
    const scaled = scales.after(text, end);
    return { numeral, spelled: text.slice(start, scaled?.isSure ? scaled.end : end), scaled };
  });
}

/** Whether both sides spell the same numerals, and no word multiplies one of them. */
function isSame(some: readonly Spelled[], others: readonly Spelled[]): boolean {
  const spelled = new Set<string>();
  for (const each of some) {
    if (each.scaled !== undefined) return false;
    spelled.add(each.spelled);
  }
  const found = new Set<string>();
  for (const each of others) {
    if (each.scaled !== undefined || !spelled.has(each.spelled)) return false;
    found.add(each.spelled);
  }
  return found.size === spelled.size;
}

function readAll(
  numerals: readonly Spelled[],
  text: string,
  conventions: Conventions,
  add: (numeral: Numeral, readings: Reading[]) => void,
): ReadNumeral[] {
  let before: { readings: Reading[]; end: number; value: string } | undefined;
  return numerals.map(({ numeral, spelled, scaled }) => {
    const plain = readingsOf(numeral, text, conventions);
    const readings = scaled === undefined ? plain : scale(plain, scaled);
    const value = readings[0]?.[0];
    // `1万2000`
    if (before !== undefined && before.end === numeral.start && value !== undefined) {
      const sum = [String(Number(before.value) + Number(value))];
      before.readings.push(sum);
      readings.push(sum);
    }
    add(numeral, readings);
    before = scaled === undefined || value === undefined ? undefined : { readings, end: scaled.end, value };
    return { numeral, spelled, readings };
  });
}

function scale(readings: readonly Reading[], { zeros, isSure }: Scaled): Reading[] {
  const scaled = readings.flatMap((reading) => (reading.length === 1 ? [[multiply(reading[0] ?? '', zeros)]] : []));
  return isSure && scaled.length > 0 ? scaled : [...scaled, ...readings];
}

/** `2 PM` is 14 o'clock, and 12 AM is 0 or 24 o'clock. */
function addAfternoon(readings: Reading[]): void {
  const [only] = readings[0] ?? [];
  if (only === undefined || readings[0]?.length !== 1 || !/^[0-9]{1,2}$/.test(only)) return;
  const hour = Number(only);
  if (hour <= 12) readings.push([String(hour + 12)]);
  if (hour === 12) readings.push(['0']);
}

function addYear(readings: Reading[], distance: number): void {
  const [only = ''] = readings[0] ?? [];
  if (/^[12][0-9]{3}$/.test(only)) readings.push([String(Number(only) + distance)]);
}

/** `1 hour` is 60 minutes, and `24 hours` are a day. */
function addUnits({ end }: Numeral, text: string, readings: Reading[]): void {
  const [only = ''] = readings[0] ?? [];
  if (!/^[0-9]{1,3}$/.test(only)) return;
  const after = text.slice(end, end + 10);
  for (const [unit, factors] of units) {
    if (!unit.test(after)) continue;
    for (const factor of factors) {
      const value = Number(only) * factor;
      if (Number.isInteger(value)) readings.push([String(value)]);
    }
  }
}

/** "The 1990s" are the nineties in other languages, or those of the 20th century. */
function addDecade({ start, end }: Numeral, text: string, readings: Reading[]): void {
  const year = /^((?:1[89]|20)[0-9]0)['’]?s\b/.exec(text.slice(start, end + 3))?.[1];
  if (year === undefined) return;
  readings.push([year.slice(2)], [year.slice(2), String(Number(year.slice(0, 2)) + 1)]);
}
