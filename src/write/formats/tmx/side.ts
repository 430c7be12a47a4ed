import { toPlainText } from '../../../model/content.js';
import type { EntryText } from '../../../model/memory/entry.js';
import { escapeText } from '../../../xml/escapes.js';
import { writeTmxContent } from '../../codes/tmx-codes.js';
import { trim, trimContent } from '../../codes/trim.js';
import type { InlineMode } from '../../export-options.js';

/** Days that were asked for: there are few. */
const times = new Map<string, string>();
const mostTimes = 1000;

/** A day as TMX has it. */
export function timeOf(date: string | undefined): string | undefined {
  if (date === undefined) return undefined;
  const known = times.get(date);
  if (known !== undefined) return known;
  if (times.size >= mostTimes) times.clear();
  const time = `${date.replaceAll('-', '')}T000000Z`;
  times.set(date, time);
  return time;
}

/** A property, or nothing where there is no value. */
export function prop(type: string, value: string | undefined): string {
  return value === undefined ? '' : `<prop type="${type}">${escapeText(value)}</prop>`;
}

/** The last property of each type: what is said of articles is the same for all that stands in them. */
const lastProps = new Map<string, { readonly value: string; readonly xml: string }>();

/** The same as {@link prop}, for a property that mostly has the value that it had last; of types that there are few of. */
export function sameProp(type: string, value: string | undefined): string {
  if (value === undefined) return '';
  const last = lastProps.get(type);
  if (last?.value === value) return last.xml;
  const xml = prop(type, value);
  lastProps.set(type, { value, xml });
  return xml;
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
