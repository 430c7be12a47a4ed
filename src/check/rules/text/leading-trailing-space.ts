import type { PairRule } from '../../rule.js';
import { hasOuterSpace, rangeIn } from '../../view.js';

/** White space at an end of one side only. */
export const leadingTrailingSpace: PairRule<'check/leading-trailing-space'> = {
  code: 'check/leading-trailing-space',
  formerly: ['check/outer-space'],
  scope: 'pair',
  severity: 'info',
  meaning: 'One side starts or ends with white space, and the other side does not.',
  message: 'The target has {1} white space at its {0} than the source.',
  example: { trgLang: 'de-DE', source: 'Open the door.', target: ' Öffnen Sie die Tür.' },
  issueType: 'whitespace',
  mqm: 'whitespace',
  precision: { findings: 248, judged: 50, right: 47, wrong: 'fragments beside a code, where Japanese needs no space' },
  check(pair, report) {
    const { source, target: side } = pair;
    const text = side.side.text;
    const original = source.side.text;
    if (!hasOuterSpace(text) && !hasOuterSpace(original)) return;
    const start = text.length - text.trimStart().length;
    const end = text.trimEnd().length;
    const originalStart = original.length - original.trimStart().length;
    const originalEnd = original.trimEnd().length;
    if (start > 0 !== originalStart > 0) {
      const range = rangeIn(side, 0, Math.max(start, 1));
      report({ pair, side, range, args: ['start', start > 0 ? 'more' : 'less'] });
    } else if (end < text.length !== originalEnd < original.length) {
      const range = rangeIn(side, Math.min(end, text.length - 1), text.length);
      report({ pair, side, range, args: ['end', end < text.length ? 'more' : 'less'] });
    }
  },
};
