import { hashText } from '../../hash.js';
import type { TreeRule } from '../../rule.js';
import { keyIn } from '../../tree/keys.js';
import { namesOf, type Standing, standingOf } from '../../tree/renderings.js';
import { countTerms, ofTerm, termColumn } from '../../tree/rows.js';
import { termsOf } from '../../tree/terms.js';
import type { TreeContext } from '../../tree/tree.js';

/** Texts in bold that are translated otherwise than nearly everywhere else in the tree. */
export const uiTerms: TreeRule<'check/ui-terms'> = {
  code: 'check/ui-terms',
  scope: 'tree',
  severity: 'info',
  meaning:
    'A short text in bold, as names of the user interface are, is translated otherwise than in two thirds or more of its places in the tree; the message names the usual target and where it stands. With a glossary (`--glossary`): it is none of the terms that the glossary has for it; or a term that the glossary forbids stands in the target, bold or not; or an admitted term stands in bold in an article that has the preferred one in bold, too. The message names what it should be.',
  message: '"{0}" is "{1}" here; {2!}.',
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
    const args = argsOf(tree, keyIn(trgLang, source), hashText(target));
    if (args !== undefined) report({ pair, side, range, args: [source, target, ...args] });
  },
  checkRows(rows, tree, report) {
    if (tree.terms.size === 0) return;
    const pairOf = (term: number): number => ofTerm(rows, term, termColumn.pair);
    for (let term = 0; term < countTerms(rows); term++) {
      const pair = pairOf(term);
      // Those of a pair follow each other.
      if (pairOf(term - 1) === pair || pairOf(term + 1) === pair) continue;
      const args = argsOf(tree, ofTerm(rows, term, termColumn.source), ofTerm(rows, term, termColumn.rendering));
      const texts = rows.termTexts[term];
      if (args !== undefined && texts !== undefined) report({ pair, side: 'target', term, args: [...texts, ...args] });
    }
  },
};

function argsOf({ terms }: TreeContext, source: number, rendering: number): readonly string[] | undefined {
  const standing = standingOf(terms, source, rendering);
  if (standing === undefined || !isRare(standing)) return undefined;
  const { usual, total, others } = standing;
  return [`${usual} of ${total} times it is ${namesOf(others.slice(0, 1))}`];
}

/** The usual one is there three times at least, and in two thirds of the places. */
function isRare({ usual, total }: Standing): boolean {
  return usual >= 3 && usual * 3 >= total * 2;
}
