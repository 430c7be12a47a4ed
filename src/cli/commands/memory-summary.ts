import type { MemoryReport } from '../../corpus/memory/report.js';
import { leftOutLines } from '../../corpus/words/left-out.js';
import type { MemoryCount } from '../../memory/count.js';
import { clientLines } from '../options/client.js';
import type { Paint } from '../terminal/paint.js';
import { count, countOf } from '../terminal/progress.js';
import { printable } from '../terminal/say.js';
import { describeSkipReason } from './skip-reasons.js';

const reasons: Readonly<Record<string, string>> = {
  duplicate: 'that stand in it already',
  replaced: 'replaced by better ones',
  'held-out': 'whose sources are in the test set',
  since: 'handed off before that day (--since)',
  where: 'of articles without that value (--where)',
  'document/damaged': 'units of a memory that are damaged (document/damaged)',
  'document/unreadable': 'units of a memory after the place from which on it is not read (document/unreadable)',
};

function describeReason(reason: string): string {
  const known = reasons[reason];
  if (known !== undefined) return known;
  if (reason.startsWith('document/')) return `of units in a memory that are no translation (${reason})`;
  return describeSkipReason(reason);
}

/** More languages than anybody reads; the report has all. */
const mostLanguages = 100;

/** What a memory is, for people. `isHistory`: what was read are versions of articles. */
export function summarizeMemory(report: MemoryReport, paint: Paint, isHistory = false): string {
  const { articles, withPairs, bytes, memory, test, diagnostics, outputs } = report;
  const lines = [
    ...clientLines(report.client),
    `${isHistory ? `${countOf(articles, 'version')} of articles` : countOf(articles, 'article')}, ${count(withPairs)} with pairs, ${(bytes / 1e6).toFixed(1)} MB`,
    ...leftOutLines(report),
    ...describeCount(memory, 'the memory', paint),
    ...(test === undefined ? [] : describeCount(test, 'the test set', paint)),
  ];
  const found = Object.entries(diagnostics).map(([code, number]) => `${count(number)} ${code}`);
  if (found.length > 0) lines.push(`diagnostics: ${found.join(', ')}`);
  if (outputs.length > 0) lines.push(`written: ${outputs.map(printable).join(', ')}`);
  else {
    const isEmpty = memory.found + (test?.found ?? 0) === 0;
    lines.push(
      `nothing was written: ${isEmpty ? 'there is no translation' : 'no translation was left for the memory'}`,
    );
  }
  return `${lines.join('\n')}\n`;
}

function describeCount({ found, entries, leftOut, languages }: MemoryCount, where: string, paint: Paint): string[] {
  const are = entries === 1 ? 'is' : 'are';
  const lines = [`${countOf(found, 'translation')} came in, ${paint.strong(`${count(entries)} ${are} in ${where}`)}`];
  const out = Object.entries(leftOut).map(([reason, number]) => `${count(number)} ${describeReason(reason)}`);
  if (out.length > 0) lines.push(`left out: ${out.join(', ')}`);
  const all = Object.entries(languages);
  for (const [language, { entries: own, ht, mt, unknown, years }] of all.slice(0, mostLanguages)) {
    const rest = unknown === 0 ? '' : `, ${shareOf(unknown, own)} of unknown type`;
    const known = Object.keys(years).filter((year) => year !== 'unknown');
    const span = known.length === 0 ? '' : `, ${known.length === 1 ? known[0] : `${known[0]} to ${known.at(-1)}`}`;
    lines.push(
      `${language}: ${count(own)} ${own === 1 ? 'entry' : 'entries'}, ${shareOf(ht, own)} HT, ${shareOf(mt, own)} MT${rest}${span}`,
    );
  }
  if (all.length > mostLanguages) lines.push(`… and ${count(all.length - mostLanguages)} more languages`);
  return lines;
}

/** A share in words: what is there is not 0 %, and what is not all is not 100 %. */
function shareOf(number: number, all: number): string {
  const percent = Math.round((number / all) * 100);
  if (percent === 0 && number > 0) return '< 1 %';
  return percent === 100 && number < all ? '> 99 %' : `${percent} %`;
}
