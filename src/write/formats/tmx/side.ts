import { toPlainText } from '../../../model/content.js';
import type { EntryText } from '../../../model/memory/entry.js';
import { escapeText } from '../../../xml/escapes.js';
import { writeTmxContent } from '../../codes/tmx-codes.js';
import { trim, trimContent } from '../../codes/trim.js';
import type { InlineMode } from '../../export-options.js';

/** The last day that was asked for: most are the same. */
let last = { date: '', time: '' };

/** A day as TMX has it. */
export function timeOf(date: string | undefined): string | undefined {
  if (date === undefined) return undefined;
  if (date !== last.date) last = { date, time: `${date.replaceAll('-', '')}T000000Z` };
  return last.time;
}

/** A property, or nothing where there is no value. */
export function prop(type: string, value: string | undefined): string {
  return value === undefined ? '' : `<prop type="${type}">${escapeText(value)}</prop>`;
}

/** One side as the inside of a `<seg>`; `other` has the codes that its codes may be partners of. */
export function writeSide({ text, content }: EntryText, other: EntryText, inline: InlineMode | undefined): string {
  const [first] = content;
  // Most sides are a text and nothing else.
  if (content.length === 1 && first?.kind === 'text') return escapeText(trim(inline === 'text' ? text : first.text));
  if (inline === 'text') return escapeText(trim(text));
  return inline === 'strip'
    ? escapeText(trim(toPlainText(content)))
    : writeTmxContent(trimContent(content), other.content);
}
