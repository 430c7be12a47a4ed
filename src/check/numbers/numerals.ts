import { asciiDigits, digitsOrNumber, mayHaveNumber, mayHaveOtherNumber, numbersIn, toAscii } from './digits.js';

/** A number as a text spells it, whatever its digits. */
export interface Numeral {
  /** Runs of ASCII digits with one separator between two of them. */
  readonly groups: readonly string[];
  /**
   * The separators, one character for each: `.` and `,` mean one thing or the other, `'` and a space set groups apart,
   * `d` is a decimal separator in any language, `g` sets groups apart in any, and `/` is that of a fraction.
   */
  readonly separators: string;
  /** A decimal separator stands before it: `.5`. */
  readonly isFraction: boolean;
  readonly start: number;
  readonly end: number;
}

const separators: Readonly<Record<string, string>> = {
  '.': '.',
  '．': '.',
  ',': ',',
  '，': ',',
  "'": "'",
  '’': "'",
  ʼ: "'",
  '٫': 'd',
  '٬': 'g',
  ' ': ' ',
  '\u00a0': ' ',
  '\u2007': ' ',
  '\u2009': ' ',
  '\u202f': ' ',
};
const address = /\bhttps?:\/\/[^\s<>()\p{Lo}]+/gu;
/** What stands before `.5`, where that is a number. */
const beforePoint = /[\s([{<>=~≈±+$€£¥₹"“'\ufffc-]/;

/** The numbers of a text, without those in addresses. */
export function findNumerals(text: string): Numeral[] {
  if (!mayHaveNumber(text)) return [];
  const found: Numeral[] = [];
  const plain = text.includes('://') ? text.replace(address, (match) => ' '.repeat(match.length)) : text;
  let groups: string[] = [];
  let between = '';
  let start = 0;
  let end = -1;
  const close = (): void => {
    if (groups.length === 0) return;
    found.push({ groups, separators: between, isFraction: isFractionAt(plain, start, end), start, end });
    groups = [];
    between = '';
  };
  const isAscii = !mayHaveOtherNumber(plain);
  for (const match of plain.matchAll(isAscii ? asciiDigits : digitsOrNumber)) {
    const { index } = match;
    const [spelled] = match;
    const next = index + spelled.length;
    const numbers = !isAscii && /^\p{No}/u.test(spelled) ? numbersIn(spelled) : undefined;
    const separator = index === end + 1 && groups.length > 0 ? separators[plain.charAt(end)] : undefined;
    if (numbers !== undefined) {
      const [first = '', second] = numbers;
      // `1½` is one number.
      const isRest = second !== undefined && index === end && groups.length > 0;
      if (!isRest) close();
      if (first !== '') {
        if (!isRest) start = index;
        between += `${isRest ? ' ' : ''}${second === undefined ? '' : '/'}`;
        groups.push(first);
        if (second !== undefined) groups.push(second);
        end = next;
        close();
      }
      continue;
    }
    const digits = isAscii ? spelled : toAscii(spelled);
    if (separator === undefined || (separator === ' ' && digits.length !== 3)) {
      close();
      start = index;
    } else between += separator;
    groups.push(digits);
    end = next;
  }
  close();
  return found;
}

function isFractionAt(text: string, start: number, end: number): boolean {
  if (!/[.．٫]/.test(text.charAt(start - 1)) || /[\p{L}_.-]/u.test(text.charAt(end))) return false;
  return start === 1 || beforePoint.test(text.charAt(start - 2));
}
