import type { CheckedFile, FileFinding } from '../../corpus/check.js';
import type { Paint } from '../paint.js';
import { count, countOf } from '../progress.js';
import type { FailOn } from '../status.js';
import { describeStats, isShown, toNotes } from '../summary.js';
import type { CheckFormat, CheckSummary } from './format.js';

/** Characters that are shown before and behind what is marked. */
const around = 50;
/** Characters before and behind it that are looked at: lines may be millions long. No tag of a pair is as long. */
const lookedAt = 1000;

/**
 * Findings for people, those of a file together: a line that says where and what, and the text there with the offending
 * part marked. What is only told for completeness (`info`) is counted at the end.
 */
export function createText(paint: Paint, quiet: boolean, failOn: FailOn): CheckFormat {
  return {
    begin: () => '',
    *file(checked) {
      let isEmpty = true;
      for (const found of failOn === 'never' ? toNotes(checked.findings) : checked.findings) {
        if (!isShown(found, quiet)) continue;
        yield describe(checked, found, paint);
        isEmpty = false;
      }
      if (!isEmpty) yield '\n';
    },
    end: (summary) => (quiet ? '' : summarize(summary)),
  };
}

function describe({ path, text }: CheckedFile, found: FileFinding, paint: Paint): string {
  const { line, column, severity, code, message, offset, end } = found;
  const place = `${paint.strong(path)}:${line}:${column}`;
  const head = `${place} ${paint.severity(severity)} ${paint.quiet(code)} ${message}\n`;
  return text === undefined || end === undefined || end <= offset ? head : head + excerpt(text, offset, end, paint);
}

/** A part of a line with a mark below the offending part. */
function excerpt(text: string, start: number, end: number, paint: Paint): string {
  const before = text.slice(Math.max(0, start - lookedAt), start);
  const lineStart = start - before.length + Math.max(before.lastIndexOf('\n'), before.lastIndexOf('\r')) + 1;
  const behind = text.slice(start, start + lookedAt);
  const lineEnd = start + (/[\r\n]/.exec(behind)?.index ?? behind.length);
  const markEnd = Math.max(start + 1, Math.min(end, lineEnd, start + 2 * around));
  // Nobody wants to see the markup of pairs, nor the other side.
  const head = text.slice(lineStart, start);
  const tag = head.lastIndexOf('tu-id="');
  const opened = tag < 0 ? lineStart : lineStart + (head.indexOf('>', tag) + 1 || head.length);
  const closed = text.slice(markEnd, lineEnd).indexOf('</span>');
  const last = closed < 0 ? lineEnd : markEnd + closed;
  const from = Math.max(opened, start - around);
  const to = Math.min(last, markEnd + around);
  const shownBefore = `${from > opened ? '…' : ''}${visible(text.slice(from, start))}`;
  const marked = visible(text.slice(start, markEnd));
  const shownBehind = `${visible(text.slice(markEnd, to))}${to < last ? '…' : ''}`;
  const mark = '^'.repeat(Math.max(1, widthOf(marked)));
  return `    ${shownBefore}${paint.strong(marked)}${shownBehind}\n    ${' '.repeat(widthOf(shownBefore))}${paint.severity('warning', mark)}\n`;
}

/** Halves of characters at a cut, and characters that move the cursor, become visible ones of one column. */
function visible(text: string): string {
  return text.toWellFormed().replace(/[\p{Cc}\p{Cf}\u2028\u2029]/gu, (character) => (character === '\t' ? ' ' : '·'));
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

function summarize({ files, codes, stats }: CheckSummary): string {
  const found = Object.entries(codes).map(([code, number]) => `${count(number)} ${code}`);
  const lines = Object.entries(stats.languages).map(([language, counted]) => `${describeStats(language, counted)}\n`);
  return `${lines.join('')}${countOf(files, 'file')}: ${found.length === 0 ? 'nothing found' : found.join(', ')}\n`;
}
