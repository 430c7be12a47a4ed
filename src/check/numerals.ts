/** A number in a text, whatever its digits. */
export interface Numeral {
  /** ASCII digits without separators and leading zeros: `1,000`, `1.000` and `１０００` are all `1000`. */
  readonly digits: string;
  readonly start: number;
  readonly end: number;
}

/** Digits, and separators that stand within a number of one language or another. */
const numeral = /\p{Nd}+(?:[.,'’٫٬．，\u00a0\u202f]\p{Nd}+)*|[①-⑳]/gu;
const address = /\bhttps?:\/\/[^\s<>()\p{Lo}]+/gu;

/** The zeros of the digits that languages write numbers with; nine more digits follow each. */
const zeros = [
  0x660, 0x6f0, 0x7c0, 0x966, 0x9e6, 0xa66, 0xae6, 0xb66, 0xbe6, 0xc66, 0xce6, 0xd66, 0xe50, 0xed0, 0xf20, 0x1040,
  0x17e0, 0x1810, 0xff10,
];

/** The numbers of a text, without those in addresses. */
export function findNumerals(text: string): Numeral[] {
  const found: Numeral[] = [];
  const plain = text.includes('://') ? text.replace(address, (match) => ' '.repeat(match.length)) : text;
  for (const match of plain.matchAll(numeral)) {
    const [spelled] = match;
    const digits = toDigits(spelled);
    found.push({ digits, start: match.index, end: match.index + spelled.length });
  }
  return found;
}

function toDigits(spelled: string): string {
  let digits = '';
  for (const character of spelled) {
    const code = character.codePointAt(0) ?? 0;
    if (code >= 0x30 && code <= 0x39) digits += character;
    else if (code >= 0x2460 && code <= 0x2473) digits += String(code - 0x245f);
    else {
      const zero = zeros.find((first) => code >= first && code < first + 10);
      if (zero !== undefined) digits += String(code - zero);
    }
  }
  return digits.replace(/^0+(?=.)/, '');
}
