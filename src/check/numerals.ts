/** A number in a text, whatever its digits. */
export interface Numeral {
  /** ASCII digits without separators and leading zeros: `1,000`, `1.000` and `１０００` are all `1000`. */
  readonly digits: string;
  /** The zeros that were left out at its start. */
  readonly zeros: string;
  readonly start: number;
  readonly end: number;
}

/** Digits, and separators that stand within a number of one language or another. */
const numeral = /\p{Nd}+(?:[.,'’٫٬．，\u00a0\u202f]\p{Nd}+)*|[①-⑳½¼¾]/gu;
const fractions: Readonly<Record<string, readonly string[]>> = { '½': ['1', '2'], '¼': ['1', '4'], '¾': ['3', '4'] };
const address = /\bhttps?:\/\/[^\s<>()\p{Lo}]+/gu;

/** The zeros of the digits that languages write numbers with; nine more digits follow each. */
const zeroDigits = [
  0x660, 0x6f0, 0x7c0, 0x966, 0x9e6, 0xa66, 0xae6, 0xb66, 0xbe6, 0xc66, 0xce6, 0xd66, 0xe50, 0xed0, 0xf20, 0x1040,
  0x17e0, 0x1810, 0xff10,
];

/** The numbers of a text, without those in addresses. */
export function findNumerals(text: string): Numeral[] {
  const found: Numeral[] = [];
  const plain = text.includes('://') ? text.replace(address, (match) => ' '.repeat(match.length)) : text;
  for (const match of plain.matchAll(numeral)) {
    const [spelled] = match;
    const fraction = fractions[spelled];
    if (fraction !== undefined) {
      for (const part of fraction) found.push({ ...toNumeral(part, match.index), end: match.index + 1 });
    } else if (isList(spelled)) {
      for (const part of spelled.matchAll(/\p{Nd}+/gu)) {
        found.push(toNumeral(part[0], match.index + part.index));
      }
    } else found.push(toNumeral(spelled, match.index));
  }
  return found;
}

/** `1,2,3` and the date `3.5.2021` are three numbers, `03.2021` are two, `1,000,000` and `1,00,000` are one. */
function isList(spelled: string): boolean {
  if (/^(?:\p{Nd}{1,2}\.\p{Nd}{1,2}\.\p{Nd}{4}|(?:0?[1-9]|1[0-2])\.(?:19|20)[0-9]{2})$/u.test(spelled)) return true;
  return /[,，]\p{Nd}+[,，]/u.test(spelled) && !/^\p{Nd}{1,3}(?:[,，]\p{Nd}{2,3})+(?:\.\p{Nd}+)?$/u.test(spelled);
}

function toNumeral(spelled: string, start: number): Numeral {
  const all = toDigits(spelled);
  const digits = all.replace(/^0+(?=.)/, '');
  const zeros = all.slice(0, all.length - digits.length);
  return { digits, zeros, start, end: start + spelled.length };
}

function toDigits(spelled: string): string {
  let digits = '';
  for (const character of spelled) {
    const code = character.codePointAt(0) ?? 0;
    if (code >= 0x30 && code <= 0x39) digits += character;
    else if (code >= 0x2460 && code <= 0x2473) digits += String(code - 0x245f);
    else {
      const zero = zeroDigits.find((first) => code >= first && code < first + 10);
      if (zero !== undefined) digits += String(code - zero);
    }
  }
  return digits;
}
