import type { FrontMatter } from '../../../model/article.js';
import { applyEdits, type Edit } from '../../../model/edits.js';
import type { Range } from '../../../model/position.js';
import { isInHeader, type SourceArticle, type SourceUnit } from '../../../model/source-article.js';
import { nextSpecial } from '../../../read/inline/characters.js';
import { definitionMark } from '../../../read/inline/definitions.js';
import { readFrontMatter } from '../../../read/metadata/front-matter.js';
import { createPairFinder } from '../../../read/pairs.js';
import { BlockText, usualParts } from '../../../read/source/block-text.js';
import { cellsOf } from '../../../read/source/blocks/tables.js';
import { englishSentences } from '../../../read/source/cut/sentences.js';
import { type Translations, withTranslations } from '../../../read/source/translation-edits.js';
import { keysOf } from './read-again.js';

/**
 * Whether it is plain from the lines that translations stand in that an article, as `readSource` gave it, has its blocks
 * still: where this says so, `isRead` does. It looks at what has changed only, and leaves all that is not plain to
 * that: line breaks, and whatever may start a block, a cell, or a definition.
 */
export function keepsBlocks(article: SourceArticle, translations: Translations): boolean {
  const { text, frontMatter, units } = article;
  for (const translation of translations.values()) if (notPlain.test(translation)) return false;
  if (frontMatter === undefined && /^\ufeff?---/.test(text)) return false;
  if (text.includes(definitionMark)) return false;
  const after = withTranslations(article, translations);
  if (after.includes(definitionMark) || createPairFinder(after, () => undefined).next() !== undefined) return false;
  const inHeader: SourceUnit[] = [];
  let changedBy = 0;
  const isInBars = createRows(text);
  for (const unit of units) {
    const edits = editsOf(unit, translations);
    if (isInHeader(unit)) inHeader.push(unit);
    else if (!keepsBlock(text, unit, edits, isInBars)) return false;
    else for (const { range, text: by } of edits) changedBy += by.length - (range.end - range.start);
  }
  if (frontMatter === undefined || inHeader.every((unit) => editsOf(unit, translations).length === 0)) return true;
  const end = after.length - changedBy - (text.length - frontMatter.range.end);
  return keepsHeader(frontMatter, inHeader, after.slice(0, end));
}

/** What is empty, has more than one line, or white space at its ends. */
const notPlain = /^$|^\s|\s$|[\r\n]/;

function editsOf({ parts }: SourceUnit, translations: Translations): readonly Edit[] {
  const edits: Edit[] = [];
  for (const part of parts) {
    const text = part.kind === 'segment' ? translations.get(part.id) : undefined;
    if (text !== undefined) edits.push({ range: part.range, text });
  }
  return edits;
}

/** Whether a front matter has the same keys, and the same texts. It is read again: it is short. */
function keepsHeader(before: FrontMatter, units: readonly SourceUnit[], after: string): boolean {
  const { frontMatter } = readFrontMatter(after);
  if (frontMatter?.range.end !== after.length || keysOf(frontMatter) !== keysOf(before)) return false;
  return translatedKeys.every(([key, block]) => {
    const value = frontMatter.entries.find((entry) => entry.key === key)?.value;
    const isThere = typeof value === 'string' && value.trim() !== '';
    return isThere === units.some((unit) => unit.block === block) && (!isThere || hasText(value));
  });
}

const translatedKeys = [
  ['title', 'title'],
  ['description', 'front-matter'],
] as const;

function keepsBlock(
  text: string,
  unit: SourceUnit,
  edits: readonly Edit[],
  isInBars: (place: number) => boolean,
): boolean {
  if (edits.length === 0) return true;
  const lines = changedLines(text, unit.lines, edits);
  if (lines === undefined || !staysInPlace(text, unit, edits, { lines, isInBars })) return false;
  return hasText(lines.map((line) => line.after).join('\n'));
}

/** A line of a block, and what becomes of it. */
interface ChangedLine {
  readonly start: number;
  readonly before: string;
  readonly after: string;
  readonly isChanged: boolean;
}

/** The lines of a block; `undefined` where an edit goes over a line end, and takes a line away. */
function changedLines(
  text: string,
  lines: readonly Range[],
  edits: readonly Edit[],
): readonly ChangedLine[] | undefined {
  let next = 0;
  const changed = lines.map(({ start, end }): ChangedLine => {
    const own: Edit[] = [];
    for (let edit = edits[next]; edit !== undefined && isWithin(edit.range, start, end); edit = edits[++next]) {
      own.push({ range: { start: edit.range.start - start, end: edit.range.end - start }, text: edit.text });
    }
    const before = text.slice(start, end);
    return { start, before, after: own.length === 0 ? before : applyEdits(before, own), isChanged: own.length > 0 };
  });
  return next === edits.length ? changed : undefined;
}

function isWithin(range: Range, start: number, end: number): boolean {
  return range.start >= start && range.end <= end;
}

function staysInPlace(
  text: string,
  { block }: SourceUnit,
  edits: readonly Edit[],
  { lines, isInBars }: { readonly lines: readonly ChangedLine[]; readonly isInBars: (place: number) => boolean },
): boolean {
  const own = lines.filter((line) => line.isChanged);
  const startsAlike = own.every(({ after }) => !mayStart.test(after));
  switch (block) {
    case 'heading':
      // The marks before a heading make it one, whatever it is; those at its end are none of its text.
      if (own.some(({ after }) => after.endsWith('#'))) return false;
      return own.every(({ start }) => hasMarkBefore(text, start)) || (startsAlike && hasSameCells(own));
    case 'table-cell':
      return startsAlike && isInBars(lines[0]?.start ?? 0) && haveNone(text, edits, /[|\\]/);
    case 'html':
      return startsAlike && haveNone(text, edits, /[<>]/);
    default:
      return startsAlike && hasSameCells(own);
  }
}

/** What a line may start with, if not a text. More lines do not start a block than this says. */
const mayStart = /^(?:[\s>#<:|=~+"'(-]|[*_]+(?:\s|$)|```|[0-9]{1,9}[.)]|\[\^)/;

/** Whether the mark of a heading stands before a place, with nothing but white space between. */
function hasMarkBefore(text: string, place: number): boolean {
  let at = place - 1;
  while (at >= 0 && (text.charCodeAt(at) === 0x20 || text.charCodeAt(at) === 0x09)) at--;
  return text.charAt(at) === '#';
}

/** Says of cells, in their order, whether their row starts with a bar: whatever is in it, nothing else starts there. */
function createRows(text: string): (place: number) => boolean {
  let end = 0;
  let isOpen = false;
  return (place) => {
    if (end === 0 || /[\r\n]/.test(text.slice(end, place))) {
      const start = Math.max(text.lastIndexOf('\n', place - 1), text.lastIndexOf('\r', place - 1), end - 1) + 1;
      isOpen = rowStart.test(text.slice(start, place));
    }
    end = place;
    return isOpen;
  };
}

const rowStart = /^(?:[ \t>]|[-+*][ \t]|[0-9]{1,9}[.)][ \t])*\|/;

/** The line over a row of dashes is the head of a table where it has as many cells. */
function hasSameCells(lines: readonly ChangedLine[]): boolean {
  return lines.every(({ before, after }) => {
    if (!before.includes('|') && !after.includes('|')) return true;
    return cellsOf(before, 0, before.length).length === cellsOf(after, 0, after.length).length;
  });
}

/** Neither what is written nor what it takes the place of has any of these. */
function haveNone(text: string, edits: readonly Edit[], marks: RegExp): boolean {
  return edits.every(({ range, text: by }) => !marks.test(by) && !marks.test(text.slice(range.start, range.end)));
}

/** A block without anything to translate is none. */
function hasText(text: string): boolean {
  // Nothing in it can be a code, or an address.
  if (nextSpecial(text, 0) === text.length && !text.includes('://') && /\p{L}/u.test(text)) return true;
  let start = 0;
  const lines = text.split('\n').map((line): Range => {
    const range = { start, end: start + line.length };
    start = range.end + 1;
    return range;
  });
  const read = new BlockText(text, lines, () => false, englishSentences);
  return !read.isTooMany && usualParts(read).length > 0;
}
