import { isProse } from './prose.js';
import type { PairRule } from './rule.js';

/** A target that is its source, where the source is prose. */
export const checkUntranslated: PairRule = (pair, report) => {
  const { segment, source, target, trgLang } = pair;
  if (segment.target.text.trim() !== segment.source.text.trim()) return;
  if (trgLang !== undefined && /^en\b/i.test(trgLang)) return;
  if (!isProse(source.text)) return;
  report({ code: 'check/untranslated', pair, side: target, range: segment.target.range, args: [] });
};
