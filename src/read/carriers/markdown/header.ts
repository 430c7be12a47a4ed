import type { Article } from '../../../model/article.js';
import { applyEdits, type Edit } from '../../../model/edits.js';
import { isLocalizationKey } from '../../metadata/localization.js';

/** Takes the lines of the localization keys away; and the front matter as a whole where nothing else is in it. */
export function withoutHeaderKeys({ text, frontMatter }: Article): readonly Edit[] {
  if (frontMatter === undefined) return [];
  const { range, entries } = frontMatter;
  const lines = entries.flatMap(({ key, keyRange, valueRange }): Edit[] => {
    const start = lineStart(text, keyRange.start);
    // A key within braces shares its line with others.
    if (!isLocalizationKey(key) || text.slice(start, keyRange.start).trim() !== '') return [];
    return [{ range: { start, end: lineEnd(text, Math.max(keyRange.end, valueRange.end)) }, text: '' }];
  });
  if (lines.length === 0) return [];
  const rest = applyEdits(text.slice(0, range.end), lines).slice(range.start);
  return /^---\s*---\s*$/.test(rest) ? [{ range, text: '' }] : lines;
}

function lineStart(text: string, offset: number): number {
  let start = offset;
  while (start > 0 && text.charCodeAt(start - 1) !== 0x0a && text.charCodeAt(start - 1) !== 0x0d) start--;
  return start;
}

/** Where the line end at or after an offset ends. */
function lineEnd(text: string, offset: number): number {
  const end = /\r\n?|\n|$/g;
  end.lastIndex = offset;
  const match = end.exec(text);
  return match === null ? text.length : match.index + match[0].length;
}
