import { isProse } from '../../languages/prose.js';
import type { PairRule } from '../../rule.js';
import { isCopy } from '../../view.js';

/** Cells hold values, which often stay as they are, sentences of examples among them: four words and a full stop. */
function isWholeSentence(text: string): boolean {
  const sentence = text.trimEnd();
  return /^\p{Lu}/u.test(sentence) && /[.!?]/.test(sentence.charAt(sentence.length - 1)) && hasSpaces(sentence, 3);
}

function hasSpaces(text: string, count: number): boolean {
  let found = 0;
  for (const _ of text.matchAll(/\s/g)) if (++found === count) return true;
  return false;
}

/** A target that is its source, where the source is prose. */
export const untranslated: PairRule<'check/untranslated'> = {
  code: 'check/untranslated',
  scope: 'pair',
  severity: 'warning',
  meaning: 'The target is the source, and that is a phrase or sentence, not a name, code, or a value.',
  message: 'The text is not translated.',
  example: {
    trgLang: 'ja-JP',
    source: 'The printer is not ready to print your pages.',
    target: 'The printer is not ready to print your pages.',
  },
  issueType: 'untranslated',
  mqm: 'untranslated',
  precision: { findings: 6, judged: 6, right: 5, planted: 2773, found: 2382, wrong: 'the message of a program' },
  check(pair, report) {
    const { segment, source, target: side, trgLang, block } = pair;
    if (!isCopy(segment)) return;
    if (trgLang !== undefined && /^en\b/i.test(trgLang)) return;
    if (!isProse(source.text) || (block === 'table-cell' && !isWholeSentence(source.text))) return;
    report({ pair, side, range: segment.target.range, args: [] });
  },
};
