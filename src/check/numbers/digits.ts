/** Digits of any script, and numbers in one character (`①`, `㉑`, `❶`, `½`). */
export const digitsOrNumber: RegExp = /\p{Nd}+|\p{No}/gu;
/** The same in a text that has no digits and numbers but those of ASCII. */
export const asciiDigits: RegExp = /[0-9]+/g;
export const anyDigit: RegExp = /[\p{Nd}\p{No}]/u;

/** Stretches of the first plane after the digits of ASCII that have no number: most texts are told apart by them. */
const noNumbers =
  '\\u003a-\\u00b1\\u00b4-\\u00b8\\u00ba\\u00bb\\u00bf-\\u065f\\u0e00-\\u0e4f\\u2000-\\u206f\\u2190-\\u245f\\u2500-\\u2775\\u3000-\\u3020\\u3030-\\u3191\\u3400-\\ua61f\\uac00-\\ud7a3\\ue000-\\uf8ff\\uff00-\\uff0f\\uff1a-\\uffff';
const perhapsNumber = new RegExp(`[^\\0-/${noNumbers}]`);
const perhapsOther = new RegExp(`[^\\0-9${noNumbers}]`);

/** Whether a text may have a digit or number that is none of ASCII; `false` only where it has none. */
export function mayHaveOtherNumber(text: string): boolean {
  return perhapsOther.test(text);
}

/** Whether a text may have a digit or number; `false` only where it has none. */
export function mayHaveNumber(text: string): boolean {
  return perhapsNumber.test(text);
}

const decimalDigit = /\p{Nd}/u;

/** The ASCII digits of a run of digits. */
export function toAscii(spelled: string): string {
  if (/^[0-9]*$/.test(spelled)) return spelled;
  let digits = '';
  for (const character of spelled) digits += digitOf(character);
  return digits;
}

const known = new Map<string, string>();

function digitOf(character: string): string {
  const before = known.get(character);
  if (before !== undefined) return before;
  const plain = character.normalize('NFKC');
  let digit = plain;
  if (!/^[0-9]$/.test(plain)) {
    // Digits of a script follow each other, and no other digits stand before its zero.
    const code = character.codePointAt(0) ?? 0;
    let zero = code;
    while (code - zero < 9 && decimalDigit.test(String.fromCodePoint(zero - 1))) zero--;
    digit = String(code - zero);
  }
  known.set(character, digit);
  return digit;
}

/** Circled numbers that Unicode decomposes to nothing: the first of a row, and its value. */
const rows: readonly (readonly [first: number, last: number, value: number])[] = [
  [0x2776, 0x277f, 1],
  [0x2780, 0x2789, 1],
  [0x278a, 0x2793, 1],
  [0x24eb, 0x24f4, 11],
  [0x24f5, 0x24fe, 1],
  [0x24ff, 0x24ff, 0],
];

/** What a number in one character says: one number, or the two of a fraction. Nothing for what stands above or below a line. */
export function numbersIn(character: string): readonly string[] {
  const code = character.codePointAt(0) ?? 0;
  if (code === 0xb2 || code === 0xb3 || code === 0xb9 || (code >= 0x2070 && code <= 0x2089)) return [];
  const row = rows.find(([first, last]) => code >= first && code <= last);
  if (row !== undefined) return [String(code - row[0] + row[2])];
  return character.normalize('NFKC').match(/[0-9]+/g) ?? [];
}
