import { hashText } from '../../hash.js';
import type { TreeRule } from '../../rule.js';
import { isPhrase, keyIn, targetKey, textKey } from '../../tree/keys.js';
import { namesOf, standingOf } from '../../tree/renderings.js';
import { countPairs, ofPair, pairColumn } from '../../tree/rows.js';
import type { TreeContext } from '../../tree/tree.js';

/** Targets that are not the usual one of their source. */
export const inconsistentTarget: TreeRule<'check/inconsistent-target'> = {
  code: 'check/inconsistent-target',
  formerly: ['check/several-targets'],
  scope: 'tree',
  severity: 'info',
  meaning:
    'The tree has several targets for the source, and this is not the usual one; the message names others and where they stand. Single words are left out, whose meaning depends on where they stand, and differences of white space, case, punctuation and markup.',
  message: 'The source has {0} translations; {1} of {2} times it is another one: {3!}.',
  example: {
    trgLang: 'de-DE',
    source: 'Open the door.',
    target: 'Mach die Tür auf.',
    neighbours: [
      { source: 'Open the door.', target: 'Öffnen Sie die Tür.' },
      { source: 'Open the door.', target: 'Öffnen Sie die Tür.' },
    ],
  },
  issueType: 'inconsistency',
  mqm: 'inconsistent-style',
  precision: { findings: 563, judged: 50, right: 49, wrong: 'fragments, whose words moved to another one' },
  check(pair, tree, report) {
    const { segment, target: side, trgLang = '' } = pair;
    const source = textKey(segment.source.text);
    const key = keyIn(trgLang, source);
    // What one word means depends on where it stands.
    if (!tree.targets.has(key) || !isPhrase(source)) return;
    const args = argsOf(tree, key, hashText(targetKey(segment.target.text)));
    if (args !== undefined) report({ pair, side, range: segment.target.range, args });
  },
  checkRows(rows, tree, report) {
    for (let pair = 0; pair < countPairs(rows); pair++) {
      const source = ofPair(rows, pair, pairColumn.source);
      if (!tree.targets.has(source) || ofPair(rows, pair, pairColumn.isPhrase) === 0) continue;
      const args = argsOf(tree, source, ofPair(rows, pair, pairColumn.rendering));
      if (args !== undefined) report({ pair, side: 'target', args });
    }
  },
};

function argsOf({ targets }: TreeContext, source: number, rendering: number): readonly string[] | undefined {
  const standing = standingOf(targets, source, rendering);
  if (standing === undefined) return undefined;
  const { ways, usual, total, others } = standing;
  return [String(ways), String(usual), String(total), namesOf(others)];
}
