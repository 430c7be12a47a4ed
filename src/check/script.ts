import { measureProse } from './prose.js';
import type { PairRule } from './rule.js';
import { foreignLetter, foreignLetters, letterOf } from './scripts.js';
import { rangeIn } from './view.js';

/** Sources in a script that English is not written in. */
export const checkSourceScript: PairRule = (pair, report) => {
  const { source: side } = pair;
  const first = foreignLetter.exec(side.text);
  if (first === null) return;
  const foreign = side.text.match(foreignLetters)?.length ?? 0;
  const letters = side.text.match(/\p{L}/gu)?.length ?? 0;
  // A sentence may well mention a word of another language.
  if (foreign * 3 < letters) return;
  const range = rangeIn(side, first.index, first.index + (/^\S+/.exec(side.text.slice(first.index))?.[0].length ?? 1));
  report({ code: 'check/source-script', pair, side, range, args: [first[0]] });
};

/** Targets of several words without a single letter of the script of their language, which differ from their source. */
export const checkTargetScript: PairRule = (pair, report) => {
  const { segment, source, target: side, trgLang } = pair;
  if (trgLang === undefined) return;
  const letter = letterOf(trgLang);
  if (letter === undefined) checkLatin(pair, report);
  else if (!letter.test(segment.target.text) && segment.target.text.trim() !== segment.source.text.trim()) {
    const { words } = measureProse(side.text);
    if (words < 4 || measureProse(source.text).functionWords === 0) return;
    report({ code: 'check/target-script', pair, side, range: segment.target.range, args: [trgLang] });
  }
};

/** Targets in Latin letters with letters of another script that their source does not have. */
const checkLatin: PairRule = (pair, report) => {
  const { source, target: side, trgLang = '' } = pair;
  const first = foreignLetter.exec(side.text);
  if (first === null || foreignLetter.test(source.text)) return;
  const { length } = /^\S+/.exec(side.text.slice(first.index))?.[0] ?? first[0];
  report({
    code: 'check/target-script',
    pair,
    side,
    range: rangeIn(side, first.index, first.index + length),
    args: [trgLang],
  });
};
