import { kindAt, space } from './characters.js';

/** Whether a word that a colon follows begins an address. */
function isBegin(text: string, start: number, colon: number): boolean {
  const length = colon - start;
  if ((length !== 4 && length !== 5) || !text.startsWith('//', colon + 1) || colon + 3 >= text.length) return false;
  return /^https?$/i.test(text.slice(start, colon));
}

/**
 * Where an address ends that begins with a word: at what it cannot have, and before the punctuation of its sentence. -1: it is
 * none.
 */
export function endOfAddress(text: string, start: number, colon: number): number {
  if (!isBegin(text, start, colon)) return -1;
  const begin = colon + 3;
  let end = begin;
  while (end < text.length && !ends.includes(text.charAt(end))) {
    const isPlain = text.charCodeAt(end) < 0x80;
    if (kindAt(text, end) === space || (!isPlain && isUncased(text, end))) break;
    end++;
  }
  while (end > begin && '.,;:!?'.includes(text.charAt(end - 1))) end--;
  return end === begin ? -1 : end;
}

const ends = '<>()\ufffc\u200c\u200d';

/** A letter of a script without case, as of Japanese and Arabic: addresses have none. */
function isUncased(text: string, at: number): boolean {
  return /^\p{Lo}/u.test(String.fromCodePoint(text.codePointAt(at) as number));
}
