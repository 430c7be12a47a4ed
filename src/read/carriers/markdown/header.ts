import type { Article } from '../../../model/article.js';
import { applyEdits, type Edit } from '../../../model/edits.js';
import { isFlowMapping } from '../../metadata/front-matter.js';
import { isLocalizationKey } from '../../metadata/localization.js';
import { humanTypes, lineEndAfter, typeKey } from '../../metadata/translation-type.js';

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

/** Says in the front matter that humans translated the article; a key that is not there yet is its last one. */
export function withHumanType({ text, frontMatter }: Article): readonly Edit[] {
  if (frontMatter === undefined) return [];
  const { range, entries } = frontMatter;
  const known = entries.filter(({ key }) => key === typeKey);
  if (known.length > 0) return humanTypes(text, known);
  const last = entries.at(-1);
  if (isFlowMapping(text)) {
    const end = last?.valueRange.end;
    return end === undefined ? [] : [{ range: { start: end, end }, text: `, ${typeKey}: HT` }];
  }
  const [first] = entries;
  // A list, or a text, has no keys.
  const yaml = text.slice(range.start, range.end).replace(/^\ufeff?---|---\s*$/g, '');
  if (first === undefined && /^[ \t]*[^\s#]/m.test(yaml)) return [];
  const indent = first === undefined ? '' : text.slice(lineStart(text, first.keyRange.start), first.keyRange.start);
  if (indent.trim() !== '') return [];
  const fence = text.slice(range.start, range.end).trimEnd().lastIndexOf('---') + range.start;
  return [{ range: { start: fence, end: fence }, text: `${indent}${typeKey}: HT${lineEndAfter(text, range.start)}` }];
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
