import type { LineIndex } from '../model/position.js';

/** Where an item stands in its list. */
export interface ListPlace {
  /** `1.` or `•`. */
  readonly marker?: string;
  /** How deep its list stands in others; not there where it is not in any. */
  readonly depth?: number;
}

/** Deeper lists are shown no deeper: there would be no room for text. */
const deepest = 4;

/** Reads what stands before a list item in its line; `offset` is where its first pair starts. */
export function listPlace(text: string, offset: number, lines: LineIndex): ListPlace {
  const { column } = lines.pointAt(offset);
  const prefix = text.slice(offset - column + 1, offset);
  const [, indent = '', bullet, number] = /^([ \t>]*)(?:([-+*])|([0-9]{1,9}[.)]))[ \t]/.exec(prefix) ?? [];
  const depth = Math.min(deepest, Math.floor(indent.replaceAll('\t', '    ').length / 2));
  const marker = number ?? (bullet === undefined ? undefined : '•');
  return { ...(marker === undefined ? {} : { marker }), ...(depth === 0 ? {} : { depth }) };
}
