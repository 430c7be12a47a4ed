import type { Content, Text } from '../../model/content.js';

/** Where each code unit of what a reader sees of a content (`toPlainText`) stands in its Markdown, and where it ends. */
export function plainOffsets(content: Content): readonly number[] {
  const offsets: number[] = [];
  let offset = 0;
  for (const inline of content) {
    if (inline.kind === 'text') {
      addText(inline, offset, offsets);
      offset += (inline.markdown ?? inline.text).length;
      continue;
    }
    const shown = inline.kind === 'ph' ? inline.equiv.length : 0;
    for (let unit = 0; unit < shown; unit++) offsets.push(offset);
    offset += inline.data.length;
  }
  offsets.push(offset);
  return offsets;
}

/** A reference to a character. */
const reference = /&#?\w{1,31};/y;

/** The same of a run of text, with its escapes and character references. */
function addText({ text, markdown = text }: Text, start: number, offsets: number[]): void {
  let offset = 0;
  for (let at = 0; at < text.length; at++) {
    if (markdown.length > text.length && markdown[offset] === '\\' && markdown[offset + 1] === text[at]) offset++;
    offsets.push(start + Math.min(offset, markdown.length));
    reference.lastIndex = offset;
    const length = markdown.length > text.length && markdown[offset] === '&' ? lengthOfReference(markdown) : 1;
    offset += length;
    // One reference stands for both halves of a character.
    if (length > 1 && (text.codePointAt(at) ?? 0) > 0xffff) {
      at++;
      offsets.push(start + Math.min(offset, markdown.length));
    }
  }
}

function lengthOfReference(markdown: string): number {
  return reference.exec(markdown)?.[0].length ?? 1;
}
