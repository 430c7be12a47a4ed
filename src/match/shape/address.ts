import { kindAt, kindOf, space } from './characters.js';

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
  while (end < text.length && isWithin(text, end)) end++;
  while (end > begin && '.,;:!?'.includes(text.charAt(end - 1))) end--;
  return end === begin ? -1 : end;
}

/** What ends it besides white space, brackets and letters of scripts without case. */
const ends = '\ufffc\u200c\u200d';

/** Whether an address may have a character. */
function isWithin(text: string, at: number): boolean {
  const unit = text.charCodeAt(at);
  if (unit < 0x80) return unit !== 0x28 && unit !== 0x29 && unit !== 0x3c && unit !== 0x3e && kindOf(unit) !== space;
  return !ends.includes(text.charAt(at)) && kindAt(text, at) !== space && !isUncased(text, at);
}

/** A letter of a script without case, as of Japanese and Arabic: addresses have none. */
function isUncased(text: string, at: number): boolean {
  return /^\p{Lo}/u.test(String.fromCodePoint(text.codePointAt(at) as number));
}
