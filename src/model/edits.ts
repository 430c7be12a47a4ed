import type { Range } from './position.js';

/** A stretch of a text, and what takes its place. */
export interface Edit {
  readonly range: Range;
  readonly text: string;
}

/** The text with stretches of it replaced. An edit that starts within an earlier one is left out. */
export function applyEdits(text: string, edits: readonly Edit[]): string {
  const sorted = edits.toSorted((a, b) => a.range.start - b.range.start || a.range.end - b.range.end);
  const parts: string[] = [];
  let end = 0;
  for (const { range, text: replacement } of sorted) {
    if (range.start < end) continue;
    parts.push(text.slice(end, range.start), replacement);
    end = range.end;
  }
  parts.push(text.slice(end));
  return parts.join('');
}
