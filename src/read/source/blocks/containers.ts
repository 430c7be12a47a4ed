import { isBlank } from '../../inline/characters.js';
import type { Cursor } from './cursor.js';

/** What a block stands in: a quote, a list item, or a footnote. */
export type Container =
  | { readonly kind: 'quote' }
  | {
      readonly kind: 'item' | 'footnote';
      /** How far in its blocks stand, from where its own container starts, in columns. */
      readonly width: number;
      /** Nothing stands in its first line: a blank line after it ends it. */
      isEmpty: boolean;
    };

const bullet = /^[-+*](?=[ \t]|$)/;
const number = /^([0-9]{1,9})[.)](?=[ \t]|$)/;
const footnote = /^\[\^[^\]\s[]{1,100}\]:/;

/** Passes the mark by which a line goes on with a container. */
export function goesOn(container: Container, cursor: Cursor): boolean {
  if (container.kind === 'quote') return cursor.passQuote();
  if (cursor.isBlank) {
    if (container.isEmpty) return false;
    cursor.passColumns(container.width);
    return true;
  }
  if (cursor.indent < container.width) return false;
  cursor.passColumns(container.width);
  return true;
}

/** Passes the marker of a list item or a footnote. `interrupts`: a paragraph would end there, which not each can do. */
export function itemAt(cursor: Cursor, interrupts: boolean): Container | undefined {
  const { indent, rest } = cursor;
  const note = footnote.exec(rest);
  if (note !== null) {
    cursor.passColumns(indent);
    cursor.pass(note[0].length);
    return { kind: 'footnote', width: 4, isEmpty: cursor.isBlank };
  }
  const counted = number.exec(rest);
  const marker = (counted ?? bullet.exec(rest))?.[0];
  if (marker === undefined) return undefined;
  const isEmpty = isBlankAfter(rest, marker.length);
  if (interrupts && (isEmpty || (counted !== null && Number(counted[1]) !== 1))) return undefined;
  cursor.passColumns(indent);
  cursor.pass(marker.length);
  const space = cursor.indent;
  const padding = isEmpty || space > 4 ? 1 : space;
  cursor.passColumns(padding);
  return { kind: 'item', width: indent + marker.length + padding, isEmpty };
}

function isBlankAfter(rest: string, from: number): boolean {
  for (let at = from; at < rest.length; at++) if (!isBlank(rest.charCodeAt(at))) return false;
  return true;
}
