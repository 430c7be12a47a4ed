import { hashText } from './hash.js';
import { namesOf, standingOf } from './renderings.js';
import type { TreeRule } from './rule.js';
import { termsOf } from './terms.js';
import { keyIn, targetKey, textKey } from './tree.js';
import { commonBits, countBits, fewestWords, wordBits } from './words.js';

/** Whether a text, whose white space is single spaces, has letters with a space between them. */
function hasWords(text: string): boolean {
  const first = text.search(/\p{L}/u);
  const space = first < 0 ? -1 : text.indexOf(' ', first);
  return space >= 0 && /\p{L}/u.test(text.slice(space));
}

/** Targets that are not the usual one of their source. */
export const checkSeveralTargets: TreeRule = (pair, tree, report) => {
  const { segment, target: side, trgLang = '' } = pair;
  const source = textKey(segment.source.text);
  // What one word means depends on where it stands.
  if (!hasWords(source)) return;
  const key = keyIn(trgLang, source);
  const standing = standingOf(tree.targets, key, hashText(targetKey(segment.target.text)));
  if (standing === undefined) return;
  const { ways, usual, total, others } = standing;
  const args = [String(ways), String(usual), String(total), namesOf(others)];
  report({ code: 'check/several-targets', pair, side, range: segment.target.range, args });
};

/** Sources whose target is that of a source with other words, too. */
export const checkSeveralSources: TreeRule = (pair, tree, report) => {
  const { segment, source: side, trgLang = '' } = pair;
  const bits = wordBits(side.text);
  if (countBits(bits) < fewestWords) return;
  const sources = tree.sources.get(keyIn(trgLang, textKey(segment.target.text)));
  const own = sources?.get(bits);
  if (sources === undefined || own === undefined) return;
  for (const [other, { count }] of sources) {
    if (commonBits(other, bits) !== 0 || count < own.count) continue;
    const args = [String(count)];
    report({ code: 'check/several-sources', pair, side, range: segment.source.range, args });
    return;
  }
};

/** Texts in bold that are translated otherwise than nearly everywhere else in the tree. */
export const checkTerms: TreeRule = (pair, tree, report) => {
  const { segment, target: side, trgLang = '' } = pair;
  if (tree.terms.size === 0) return;
  const [first, ...rest] = termsOf(segment);
  // Of several, nobody knows which one is which: languages put them in another order.
  if (first === undefined || rest.length > 0) return;
  const { source, target, range } = first;
  const standing = standingOf(tree.terms, keyIn(trgLang, source), hashText(target));
  if (standing === undefined || standing.usual < 3 || standing.usual * 3 < standing.total * 2) return;
  const { usual, total, others } = standing;
  const args = [source, target, String(usual), String(total), namesOf(others.slice(0, 1))];
  report({ code: 'check/ui-terms', pair, side, range, args });
};
