import { hashText } from '../hash.js';

/** What is the same for texts that differ in white space only. */
export function textKey(text: string): string {
  return text.trim().replace(/\s+/g, ' ');
}

/** What is the same for targets that differ in white space, case, punctuation and markup only. */
export function targetKey(text: string): string {
  return text.toLowerCase().replace(/[^\p{L}\p{N}\p{M}]+/gu, '');
}

/** The hash of a text of a language pair. */
export function keyIn(language: string, text: string): number {
  return hashText(text, hashText(language) >>> 0);
}
