import { type Content, type Text, toPlainText } from '../content.js';
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
  return trimEnds({ text, content });
}

/** Codes at the ends stay, and so does white space that is written as a reference. */
function trimEnds(whole: EntryText): EntryText {
  const { text, content } = whole;
  const [first] = content;
  const last = content.at(-1);
  const starts = first?.kind === 'text' && isSpace(first.text.charCodeAt(0));
  const ends = last?.kind === 'text' && isSpace(last.text.charCodeAt(last.text.length - 1));
  if (!starts && !ends) return whole;
  const trimmed: Content = content.map((inline, index) => {
    if (inline.kind !== 'text') return inline;
    const started = index === 0 ? cutText(inline, startOf(inline), 0) : inline;
    return index === content.length - 1 ? cutText(started, 0, endOf(started)) : started;
  });
  return { text: trim(text), content: trimmed.filter((inline) => inline.kind !== 'text' || inline.text !== '') };
}

/** How many characters of white space stand at its start, as they are. */
function startOf({ text, markdown = text }: Text): number {
  let count = 0;
  while (isSpace(text.charCodeAt(count)) && markdown.charCodeAt(count) === text.charCodeAt(count)) count++;
  return count;
}

function endOf({ text, markdown = text }: Text): number {
  let count = 0;
  for (let at = text.length - 1; at >= 0 && isSpace(text.charCodeAt(at)); at--) {
    if (markdown.charCodeAt(markdown.length - 1 - count) !== text.charCodeAt(at)) break;
    count++;
  }
  return count;
}

function cutText(whole: Text, start: number, end: number): Text {
  if (start === 0 && end === 0) return whole;
  const cut = (text: string): string => text.slice(start, text.length - end);
  const { text, markdown } = whole;
  return { kind: 'text', text: cut(text), ...(markdown === undefined ? {} : { markdown: cut(markdown) }) };
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
export function isEmptyText({ content }: Pick<EntryText, 'content'>): boolean {
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
