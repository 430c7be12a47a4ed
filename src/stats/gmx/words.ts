import { connector, digit, format, ideograph, joinsDigits, joinsLetters, kindOf, letter, mark } from './kinds.js';

/**
 * Counts words between the boundaries of UAX #29, as GMX-V 2.0 does for languages with spaces: those with a letter or a digit
 * in them. `don't` and `1,000.5` are one, `well-known` and `and/or` are two, `10:30` is two, an address as many as it has.
 */
export function countGmxWords(text: string): number {
  let count = 0;
  /** What ends the word so far; 0: there is none. */
  let last = 0;
  /** What may join the word with what comes; 0: nothing. */
  let joiner = 0;
  let isCounted = false;
  for (let at = 0; at < text.length; at++) {
    const point = text.codePointAt(at) as number;
    if (point > 0xffff) at++;
    const kind = kindOf(point);
    if (kind === mark || kind === format) continue;
    if (kind === ideograph) {
      count++;
      last = joiner = 0;
    } else if (kind === letter || kind === digit || kind === connector) {
      const isJoined = joiner === 0 ? last !== 0 : last === kind && joins(kind, joiner);
      if (!isJoined) isCounted = false;
      if (!isCounted && kind !== connector) {
        count++;
        isCounted = true;
      }
      last = kind;
      joiner = 0;
    } else if (last !== 0 && joiner === 0 && joins(last, point)) joiner = point;
    else last = joiner = 0;
  }
  return count;
}

function joins(kind: number, joiner: number): boolean {
  return kind === letter ? joinsLetters(joiner) : kind === digit && joinsDigits(joiner);
}
