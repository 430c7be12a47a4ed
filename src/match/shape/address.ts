import { ideograph, kindAt, space } from './characters.js';

/** Whether an address begins with a word that a colon follows. */
export function isAddress(text: string, start: number, colon: number): boolean {
  const length = colon - start;
  if ((length !== 4 && length !== 5) || !text.startsWith('//', colon + 1) || colon + 3 >= text.length) return false;
  return /^https?$/i.test(text.slice(start, colon));
}

/** Where an address ends: at what it cannot have, and before the punctuation of its sentence. */
export function endOfAddress(text: string, colon: number): number {
  const begin = colon + 3;
  let end = begin;
  while (end < text.length && !ends.includes(text.charAt(end))) {
    const kind = kindAt(text, end);
    if (kind === space || kind === ideograph) break;
    end++;
  }
  while (end > begin && '.,;:!?'.includes(text.charAt(end - 1))) end--;
  return end;
}

const ends = '<>()\ufffc';
