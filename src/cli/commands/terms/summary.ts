import type { FoundTerms } from '../../../corpus/terms/terms.js';
import { leftOutLines } from '../../../corpus/words/left-out.js';
import type { Paint } from '../../terminal/paint.js';
import { count, countOf } from '../../terminal/progress.js';
import { printable } from '../../terminal/say.js';

const kindNames = { ui: 'of the user interface', title: 'titles', fixed: 'never translated' } as const;

/** What the glossary is, for people. */
export function summarizeTerms({ glossary, report }: FoundTerms, paint: Paint): string {
  const { articles, withPairs, bytes, terms, outputs } = report;
  const { concepts } = glossary;
  const kinds = (['ui', 'title', 'fixed'] as const).flatMap((kind) => {
    const number = concepts.filter((concept) => concept.kind === kind).length;
    return number === 0 ? [] : [`${count(number)} ${kindNames[kind]}`];
  });
  const lines = [
    `${countOf(articles, 'article')}, ${count(withPairs)} with pairs, ${(bytes / 1e6).toFixed(1)} MB`,
    ...leftOutLines(report),
    `${paint.strong(countOf(concepts.length, 'concept'))}${kinds.length === 0 ? '' : `: ${kinds.join(', ')}`}`,
    ...Object.entries(terms.languages).map(
      ([lang, { candidates, terms: own }]) => `${lang}: ${countOf(own, 'term')} of ${countOf(candidates, 'candidate')}`,
    ),
    outputs.length === 0
      ? 'nothing was written: there is no term; --report FILE says why candidates were left out'
      : `written: ${outputs.map(printable).join(', ')}`,
  ];
  return `${lines.join('\n')}\n`;
}
