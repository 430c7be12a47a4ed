import { hashText } from '../../hash.js';
import type { TreeRule } from '../../rule.js';
import { keyIn } from '../../tree/keys.js';
import { namesOf, type Standing, standingOf } from '../../tree/renderings.js';
import { someTerm } from '../../tree/rows.js';
import { termsOf } from '../../tree/terms.js';

/** Texts in bold that are translated otherwise than nearly everywhere else in the tree. */
export const uiTerms: TreeRule<'check/ui-terms'> = {
  code: 'check/ui-terms',
  scope: 'tree',
  severity: 'info',
  meaning:
    'A short text in bold, as names of the user interface are, is translated otherwise than in two thirds or more of its places in the tree; the message names the usual target and where it stands.',
  message: '"{0}" is "{1}" here; {2} of {3} times it is {4!}.',
  example: { trgLang: 'de-DE', source: 'Select **Save**.', target: 'Wählen Sie **Sichern** aus.' },
  issueType: 'terminology',
  mqm: 'multiple-translations-of-term',
  precision: { findings: 79, judged: 50, right: 47, wrong: 'keys, and bold on another word than in the source' },
  check(pair, tree, report) {
    const { segment, target: side, trgLang = '' } = pair;
    if (tree.terms.size === 0) return;
    const [first, ...rest] = termsOf(segment);
    // Of several, nobody knows which one is which: languages put them in another order.
    if (first === undefined || rest.length > 0) return;
    const { source, target, range } = first;
    const standing = standingOf(tree.terms, keyIn(trgLang, source), hashText(target));
    if (standing === undefined || !isRare(standing)) return;
    const { usual, total, others } = standing;
    const args = [source, target, String(usual), String(total), namesOf(others.slice(0, 1))];
    report({ pair, side, range, args });
  },
  mayFind: (rows, { terms }) =>
    someTerm(rows, (source, rendering) => {
      const standing = standingOf(terms, source, rendering);
      return standing !== undefined && isRare(standing);
    }),
};

/** The usual one is there three times at least, and in two thirds of the places. */
function isRare({ usual, total }: Standing): boolean {
  return usual >= 3 && usual * 3 >= total * 2;
}
