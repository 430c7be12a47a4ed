import type { Segment } from '../../../model/article.js';
import type { Range } from '../../../model/position.js';
import { count, countOf } from '../../words/count.js';
import { leftOutLines } from '../../words/left-out.js';
import { type Paint, paintIf } from '../../words/paint.js';
import { printable } from '../../words/printable.js';
import { describeStats } from '../../words/stats.js';
import { segmentsById } from '../check-texts.js';
import type { CheckedFile } from '../checked-file.js';
import type { FileFinding } from '../file-finding.js';
import { isShown, toNotes } from '../shown.js';
import type { CheckSummary, Formatter, FormatterOptions } from './format.js';

/** Characters that are shown before and after what is marked. */
const around = 50;
/** Characters of a text in which nothing is marked. */
const usualLength = 2 * around;
/** Columns before the texts of a pair. */
const labelWidth = 4 + 'source'.length + 2;
/** Characters before and after it that are looked at: lines may be millions long. No tag of a pair is as long. */
const lookedAt = 1000;

/**
 * Findings for people, those of a file together: a line that says where and what, and both texts of the pair, or the text
 * there, with the offending part marked. What is only reported for completeness (`info`) is counted at the end.
 */
export function createFormatter({ colours, toFile, quiet, lenient, codes }: FormatterOptions): Formatter {
  const paint = paintIf(colours);
  const isWanted = (found: FileFinding): boolean =>
    isShown(found, quiet) || (!quiet && codes?.includes(found.code) === true);
  return {
    begin: () => '',
    hasStats: !quiet,
    between: '',
    *file(checked) {
      let isEmpty = true;
      const segments = createLookup(checked);
      for (const found of lenient ? toNotes(checked.findings) : checked.findings) {
        if (!isWanted(found)) continue;
        yield describe(toFile ? checked.path : checked.namedPath, checked.text, found, segments(found), paint);
        isEmpty = false;
      }
      if (!isEmpty) yield '\n';
    },
    end: () => '',
    summary: (summary) => (quiet ? '' : summarize(summary)),
  };
}

/** Finds the pair that a finding is about. Pairs are looked up only where there is something to show. */
function createLookup(checked: CheckedFile): (found: FileFinding) => Segment | undefined {
  let segments: ReadonlyMap<string, Segment> | undefined;
  return ({ segment }) => {
    const { article } = checked;
    if (article === undefined || segment === undefined) return undefined;
    segments ??= segmentsById(article);
    return segments.get(segment);
  };
}

function describe(
  path: string,
  text: string | undefined,
  found: FileFinding,
  segment: Segment | undefined,
  paint: Paint,
): string {
  const { line, column, severity, code, message, offset, end } = found;
  const place = `${paint.strong(printable(path))}:${line}:${column}`;
  const head = `${place} ${paint.severity(severity)} ${paint.quiet(code)} ${printable(message)}\n`;
  if (text === undefined) return head;
  const mark = end === undefined || end <= offset ? undefined : { start: offset, end };
  if (segment !== undefined)
    return head + sides.map((side) => sideOf(text, side, segment[side].range, mark, paint)).join('');
  return mark === undefined ? head : head + excerpt(text, mark.start, mark.end, paint);
}

const sides = ['source', 'target'] as const;

/** One text of a pair, and a mark below what is odd in it. */
function sideOf(text: string, name: string, { start, end }: Range, mark: Range | undefined, paint: Paint): string {
  const label = `    ${paint.quiet(name)}  `;
  if (mark === undefined || mark.start < start || mark.start >= end) {
    const last = Math.min(end, start + usualLength);
    return `${`${label}${visible(text.slice(start, last))}${last < end ? '…' : ''}`.trimEnd()}\n`;
  }
  const indent = ' '.repeat(labelWidth);
  return marked(
    text,
    { start, end },
    { start: mark.start, end: Math.min(mark.end, end, mark.start + 2 * around) },
    [label, indent],
    paint,
  );
}

/** A part of a line with a mark below the offending part. */
function excerpt(text: string, start: number, end: number, paint: Paint): string {
  const before = text.slice(Math.max(0, start - lookedAt), start);
  const lineStart = start - before.length + Math.max(before.lastIndexOf('\n'), before.lastIndexOf('\r')) + 1;
  const after = text.slice(start, start + lookedAt);
  const lineEnd = start + (/[\r\n]/.exec(after)?.index ?? after.length);
  const markEnd = Math.max(start + 1, Math.min(end, lineEnd, start + 2 * around));
  // Nobody wants to see the markup of pairs, nor the other side.
  const head = text.slice(lineStart, start);
  const tag = head.lastIndexOf('tu-id="');
  const opened = tag < 0 ? lineStart : lineStart + (head.indexOf('>', tag) + 1 || head.length);
  const closed = text.slice(markEnd, lineEnd).indexOf('</span>');
  const last = closed < 0 ? lineEnd : markEnd + closed;
  return marked(text, { start: opened, end: last }, { start, end: markEnd }, ['    ', '    '], paint);
}

/** A part of a stretch of text with a mark below it; each line starts with an indent of its own. */
function marked(
  text: string,
  { start: first, end: last }: Range,
  { start, end: markEnd }: Range,
  [textIndent, markIndent]: readonly [string, string],
  paint: Paint,
): string {
  const from = Math.max(first, start - around);
  const to = Math.min(last, markEnd + around);
  const shownBefore = `${from > first ? '…' : ''}${visible(text.slice(from, start))}`;
  const shown = visible(text.slice(start, markEnd));
  const shownBehind = `${visible(text.slice(markEnd, to))}${to < last ? '…' : ''}`;
  const mark = '^'.repeat(Math.max(1, widthOf(shown)));
  return `${textIndent}${shownBefore}${paint.strong(shown)}${shownBehind}\n${markIndent}${' '.repeat(widthOf(shownBefore))}${paint.severity('warning', mark)}\n`;
}

/** Line ends, halves of characters at a cut, and characters that move the cursor, become visible ones of one column. */
function visible(text: string): string {
  return text
    .toWellFormed()
    .replace(/\r\n?|\n/g, '↵')
    .replace(/[\p{Cc}\p{Cf}\u2028\u2029]/gu, (character) => (character === '\t' ? ' ' : '·'));
}

const wide =
  /[\u1100-\u115f\u2e80-\u303e\u3041-\ua4cf\ua960-\ua97f\uac00-\ud7a3\uf900-\ufaff\ufe30-\ufe6f\uff00-\uff60\uffe0-\uffe6\u{1f300}-\u{1faff}\u{20000}-\u{3fffd}]/u;

/** The columns that a text takes on a terminal. */
function widthOf(text: string): number {
  let width = 0;
  for (const character of text) {
    if (wide.test(character)) width += 2;
    else if (!/\p{M}/u.test(character)) width++;
  }
  return width;
}

function summarize(summary: CheckSummary): string {
  const { files, codes, stats } = summary;
  const found = Object.entries(codes).map(([code, number]) => `${count(number)} ${code}`);
  const lines = Object.entries(stats.languages).map(([language, counted]) => `${describeStats(language, counted)}\n`);
  const left = leftOutLines(summary).map((line) => `${line}\n`);
  return `${lines.join('')}${left.join('')}${countOf(files, 'file')}: ${found.length === 0 ? 'nothing found' : found.join(', ')}\n`;
}
