import type { Content } from '../../model/content.js';
import type { EntryText } from '../../model/memory/entry.js';

/** A hash of all that two texts with the same keys may differ in, never 0: without making strings, which takes longer. */
export function writingOf(source: EntryText, target: EntryText): number {
  return withSide(withSide(0x811c9dc5 | 0, source), target) || 1;
}

function withSide(hash: number, { text, content }: EntryText): number {
  let found = withText(hash, text);
  for (const inline of content) found = withInline(found, inline);
  return found;
}

function withInline(hash: number, inline: Content[number]): number {
  if (inline.kind === 'text') {
    const found = withNumber(hash, inline.text.length);
    return inline.markdown === undefined ? found : withText(withNumber(found, -1), inline.markdown);
  }
  const { kind, id, type, subType = '' } = inline;
  const found = withText(withText(withText(withText(hash, kind), id), type), subType);
  if (inline.kind === 'ph') {
    const shown = withText(withText(found, inline.disp), inline.equiv);
    return inline.assoc === undefined ? shown : withText(shown, inline.assoc);
  }
  return inline.isolated ? withNumber(found, -2) : found;
}

/** FNV-1a over the code units, and the length. */
function withText(hash: number, text: string): number {
  let found = withNumber(hash, text.length);
  for (let at = 0; at < text.length; at++) found = Math.imul(found ^ text.charCodeAt(at), 0x01000193);
  return found;
}

function withNumber(hash: number, number: number): number {
  return Math.imul(hash ^ number, 0x01000193);
}
