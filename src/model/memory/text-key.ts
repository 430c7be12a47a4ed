import { toPlainText } from '../content.js';
import type { EntryText } from './entry.js';

/** Between the fields of a code, and between pieces of a text with codes: neither can be in a document of XML. */
export const field = '\u0002';
export const piece = '\u0001';

/** How inline markup is written. */
type Inline = 'codes' | 'text' | 'strip' | undefined;

/** White space at the ends of a text, which does not tell it from others. */
export function isSpace(code: number): boolean {
  return code === 0x20 || code === 0x0a || code === 0x09 || code === 0x0d;
}

function trim(text: string): string {
  // Any white space is at most a space, and nearly no text has any at its ends.
  if (text.charCodeAt(0) > 0x20 && text.charCodeAt(text.length - 1) > 0x20) return text;
  let start = 0;
  let end = text.length;
  while (start < end && isSpace(text.charCodeAt(start))) start++;
  while (end > start && isSpace(text.charCodeAt(end - 1))) end--;
  return start === 0 && end === text.length ? text : text.slice(start, end);
}

/** The texts of a pair as a memory keeps them: in the mode of its markup, white space at the ends apart. */
export function textFor({ text, content }: EntryText, inline: Inline): EntryText {
  if (inline === 'text') return plain(trim(text));
  if (inline === 'strip') return plain(trim(toPlainText(content)));
  const [first] = content;
  if (content.length === 1 && first?.kind === 'text' && first.markdown === undefined) return plain(trim(first.text));
  return { text, content };
}

/** The text where it has no codes, or none are wanted, as {@link textFor} has it; `undefined` where there may be codes. */
export function plainTextOf({ text, content }: EntryText, inline: Inline): string | undefined {
  if (inline === 'text') return trim(text);
  if (inline === 'strip') return trim(toPlainText(content));
  const [first] = content;
  return content.length === 1 && first?.kind === 'text' && first.markdown === undefined ? trim(first.text) : undefined;
}

/** A text without codes. */
export function plain(text: string): EntryText {
  return { text, content: [{ kind: 'text', text }] };
}

/** What tells texts apart: the text as a reader sees it, and what its codes are spelled like. */
export function keyOf({ content }: EntryText): string {
  const [first] = content;
  if (content.length === 1 && first?.kind === 'text') return trim(first.text);
  let key = '';
  for (const inline of content) {
    key += inline.kind === 'text' ? inline.text : piece + inline.kind + inline.data + field;
  }
  return trim(key);
}

/** Whether a text has neither codes nor anything but white space: whether its key is empty. */
export function isEmptyText({ content }: EntryText): boolean {
  for (const inline of content) if (inline.kind !== 'text' || trim(inline.text) !== '') return false;
  return true;
}

/** The 32-bit FNV-1a hash of the UTF-16 code units: the same in each run, and never 0. */
export function stableHash(text: string): number {
  let hash = 0x811c9dc5;
  for (let index = 0; index < text.length; index++) hash = Math.imul(hash ^ text.charCodeAt(index), 0x01000193);
  return hash >>> 0 || 1;
}

/** Tells the source of a pair from others, in every run: what the contexts of its neighbours are made of. */
export function sourceHash(source: EntryText, inline: Inline): number {
  return stableHash(plainTextOf(source, inline) ?? keyOf(textFor(source, inline)));
}

/** A context: the hashes of the sources before and after; 0: there is none. `undefined`: both are missing. */
export function contextOf(before: number, after: number): string | undefined {
  return before === 0 && after === 0 ? undefined : `${hexadecimal(before)}-${hexadecimal(after)}`;
}

/** Eight hexadecimal digits. */
function hexadecimal(number: number): string {
  return number.toString(16).padStart(8, '0');
}
