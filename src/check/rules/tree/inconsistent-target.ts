import { hashText } from '../../hash.js';
import type { TreeRule } from '../../rule.js';
import { keyIn, targetKey, textKey } from '../../tree/keys.js';
import { namesOf, standingOf } from '../../tree/renderings.js';
import { somePair } from '../../tree/rows.js';

/** Whether a text, whose white space is single spaces, has letters with a space between them. */
function hasWords(text: string): boolean {
  const first = text.search(/\p{L}/u);
  const space = first < 0 ? -1 : text.indexOf(' ', first);
  return space >= 0 && /\p{L}/u.test(text.slice(space));
}

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
    if (!tree.targets.has(key) || !hasWords(source)) return;
    const standing = standingOf(tree.targets, key, hashText(targetKey(segment.target.text)));
    if (standing === undefined) return;
    const { ways, usual, total, others } = standing;
    const args = [String(ways), String(usual), String(total), namesOf(others)];
    report({ pair, side, range: segment.target.range, args });
  },
  mayFind: (rows, { targets }) =>
    somePair(rows, ({ source, rendering }) => standingOf(targets, source, rendering) !== undefined),
};
