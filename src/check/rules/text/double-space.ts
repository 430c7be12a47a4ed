import type { PairRule } from '../../rule.js';
import { rangeIn, type SideView } from '../../view.js';

/** Two spaces or more between other characters of a line. At the end of a line they are a line break of Markdown. */
const spaces = /(?<=\S)\u0020{2,}(?=\S)/g;

/** What such spaces may follow at the start of a line: the mark of a list item. */
const listMarker = /(?:^|\n)\s*(?:[-*+]|[0-9]{1,9}[.)])$/;

/** Two spaces in the text of one side, where the other side has one or none. */
export const doubleSpace: PairRule<'check/double-space'> = {
  code: 'check/double-space',
  scope: 'pair',
  severity: 'info',
  meaning: 'Two spaces or more follow each other in the text of one side, and nowhere on the other side.',
  message: 'There are {0} spaces in a row in the {1}.',
  example: { trgLang: 'de-DE', source: 'Close the lid.', target: 'Schließen Sie  den Deckel.' },
  issueType: 'whitespace',
  mqm: 'whitespace',
  precision: { findings: 1764, judged: 75, right: 73, wrong: 'spaces that align a listing; a formula' },
  check(pair, report) {
    const { source, target } = pair;
    if (!source.side.text.includes('  ') && !target.side.text.includes('  ')) return;
    const inSource = find(source);
    const inTarget = find(target);
    const found = inTarget ?? inSource;
    if (found === undefined || (inSource !== undefined && inTarget !== undefined)) return;
    const side = inTarget === undefined ? source : target;
    const range = rangeIn(side, found.start, found.end);
    report({ pair, side, range, args: [String(found.end - found.start), side.name] });
  },
};

/** The first double space of a side that does not stand in a code. */
function find({
  side: { text },
  text: masked,
}: SideView): { readonly start: number; readonly end: number } | undefined {
  for (const { 0: found, index: start } of text.matchAll(spaces)) {
    const end = start + found.length;
    const isOfCode = masked.slice(start, end) !== found;
    if (!isOfCode && !listMarker.test(text.slice(Math.max(0, start - 12), start))) return { start, end };
  }
  return undefined;
}
