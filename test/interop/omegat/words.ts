import type { Content } from '../../../src/index.js';

const tag = /<\/?[a-z]\d+\/?>/g;

/** The tags in a text as OmegaT shows it. */
export function tagsIn(shown: string): readonly string[] {
  return shown.match(tag) ?? [];
}

/** The words of a text as OmegaT shows it. */
export function wordsIn(shown: string): string {
  return collapse(shown.replaceAll(tag, ''));
}

/** The words of a content as OmegaT has them: in NFC, without codes. */
export function wordsOf(content: Content): string {
  return collapse(content.map((inline) => (inline.kind === 'text' ? inline.text.normalize('NFC') : '')).join(''));
}

/** It makes one space of several, and of what separates lines. */
function collapse(text: string): string {
  return text.replaceAll(/[ \t\r\n\u2028\u2029]+/g, ' ').trim();
}
