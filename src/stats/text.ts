import type { Content } from '../model/content.js';

/** The text without its codes; a code that stands for itself parts words. */
export function textOf(content: Content): string {
  const [first] = content;
  if (content.length === 1 && first?.kind === 'text') return first.text;
  let text = '';
  for (const inline of content) {
    if (inline.kind === 'text') text += inline.text;
    else if (inline.kind === 'ph') text += ' ';
  }
  return text;
}

/** Unicode code points without white space. */
export function countCharacters(text: string): number {
  let count = 0;
  for (let index = 0; index < text.length; index++) {
    const unit = text.charCodeAt(index);
    const isSpace = unit === 0x20 || (unit >= 9 && unit <= 13) || unit === 0xa0 || unit === 0x3000;
    // The second half of a character beyond the first plane.
    if (!isSpace && !(unit >= 0xdc00 && unit <= 0xdfff)) count++;
  }
  return count;
}
