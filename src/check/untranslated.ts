import { isProse } from './prose.js';
import type { PairRule } from './rule.js';

/** Cells hold values, which often stay as they are, sentences of examples among them. */
const wholeSentence = /^\p{Lu}.*\s.*\s.*\s.*[.!?]\s*$/su;

/** A target that is its source, where the source is prose. */
export const checkUntranslated: PairRule = (pair, report) => {
  const { segment, source, target: side, trgLang, block } = pair;
  if (segment.target.text.trim() !== segment.source.text.trim()) return;
  if (trgLang !== undefined && /^en\b/i.test(trgLang)) return;
  if (!isProse(source.text) || (block === 'table-cell' && !wholeSentence.test(source.text))) return;
  report({ code: 'check/untranslated', pair, side, range: segment.target.range, args: [] });
};
