import { normalizeLanguage } from '../model/language.js';

/** What the value of an attribute must be. */
export interface ValueRule {
  isValid(value: string): boolean;
  /** How a message names what is allowed. */
  readonly expected: string;
  /** The last part of the problem's code. */
  readonly code:
    | 'attribute-value'
    | 'invalid-id'
    | 'invalid-language'
    | 'invalid-date'
    | 'invalid-number'
    | 'invalid-tuid';
}

/** One of a few words. */
export function oneOf(...values: readonly string[]): ValueRule {
  return { isValid: (value) => values.includes(value), expected: values.join(', '), code: 'attribute-value' };
}

function matching(pattern: RegExp, expected: string, code: ValueRule['code'] = 'attribute-value'): ValueRule {
  return { isValid: (value) => pattern.test(value), expected, code };
}

const nameCharacter =
  '[-.:0-9A-Z_a-z\\u00B7\\u00C0-\\u00D6\\u00D8-\\u00F6\\u00F8-\\u037D\\u037F-\\u1FFF\\u200C\\u200D\\u203F\\u2040\\u2070-\\u218F\\u2C00-\\u2FEF\\u3001-\\uD7FF\\uF900-\\uFDCF\\uFDF0-\\uFFFD\\u{10000}-\\u{EFFFF}]';

export const text: ValueRule = { isValid: () => true, expected: 'text', code: 'attribute-value' };
export const nmtoken: ValueRule = matching(new RegExp(`^${nameCharacter}+$`, 'u'), 'an NMTOKEN', 'invalid-id');
export const nmtokens: ValueRule = matching(
  new RegExp(`^${nameCharacter}+(?: +${nameCharacter}+)*$`, 'u'),
  'NMTOKENs with spaces between them',
  'invalid-id',
);
export const yesNo: ValueRule = oneOf('yes', 'no');
export const yesNoFirstNo: ValueRule = oneOf('yes', 'firstNo', 'no');
export const direction: ValueRule = oneOf('ltr', 'rtl', 'auto');
export const positiveInteger: ValueRule = matching(/^\+?0*[1-9][0-9]*$/, 'a whole number from 1');
export const priority: ValueRule = matching(/^\+?0*(?:[1-9]|10)$/, 'a whole number from 1 to 10');
/** `prefix:value`, with exactly one colon and no white space. */
export const prefixed: ValueRule = matching(/^[^\s:]+:[^\s:]+$/, 'of the form prefix:value');
export const annotationType: ValueRule = matching(
  /^(?:generic|comment|term|[^\s:]+:[^\s:]+)$/,
  'generic, comment, term, or of the form prefix:value',
);
/** A number from 0 to 100, such as `98.5`. */
export const percentage: ValueRule = matching(
  /^\+?(?:0*(?:[0-9]{1,2}(?:\.[0-9]*)?|100(?:\.0*)?)|\.[0-9]+)$/,
  'a number from 0.0 to 100.0',
);
/** Tags that BCP 47 (RFC 5646, section 2.1) lists, because they are not of its form. */
const irregular: ReadonlySet<string> = new Set(
  (
    'en-gb-oed i-ami i-bnn i-default i-enochian i-hak i-klingon i-lux i-mingo i-navajo i-pwn i-tao i-tay i-tsu ' +
    'sgn-be-fr sgn-be-nl sgn-ch-de'
  ).split(' '),
);
const isLanguage = (value: string): boolean =>
  normalizeLanguage(value) !== undefined || irregular.has(value.toLowerCase());
export const language: ValueRule = {
  isValid: isLanguage,
  expected: 'a BCP 47 language tag',
  code: 'invalid-language',
};
export const languageOrAll: ValueRule = {
  isValid: (value) => value === '*all*' || isLanguage(value),
  expected: 'a BCP 47 language tag or *all*',
  code: 'invalid-language',
};
export const number: ValueRule = matching(/^[0-9]+$/, 'a number', 'invalid-number');
export const tuid: ValueRule = matching(/^\S*$/, 'without white space', 'invalid-tuid');
/** Of a TMX map: a code point of Unicode, such as `#xF8FF`. */
export const codePoint: ValueRule = matching(
  /^#x0*(?:[0-9A-Fa-f]{1,5}|10[0-9A-Fa-f]{4})$/,
  'a code point such as #xF8FF',
);
// biome-ignore lint/suspicious/noControlCharactersInRegex: ASCII begins with them.
export const ascii: ValueRule = matching(/^[\u0000-\u007F]*$/, 'ASCII text');
export const date: ValueRule = {
  isValid: isDate,
  expected: 'a date of the form YYYYMMDDThhmmssZ',
  code: 'invalid-date',
};

function isDate(value: string): boolean {
  const match = /^(\d{4})(\d\d)(\d\d)T(\d\d)(\d\d)(\d\d)Z$/.exec(value);
  if (match === null) return false;
  const [year = 0, month = 0, day = 0, hour = 0, minute = 0, second = 0] = match.slice(1).map(Number);
  const leap = year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0);
  const days = [31, leap ? 29 : 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31][month - 1];
  return days !== undefined && day >= 1 && day <= days && hour <= 23 && minute <= 59 && second <= 59;
}
