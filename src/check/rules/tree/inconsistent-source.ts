import { commonBits, countBits, fewestWords, wordBits } from '../../languages/words.js';
import type { TreeRule } from '../../rule.js';
import { keyIn, textKey } from '../../tree/keys.js';
import type { Rendering } from '../../tree/renderings.js';
import { countPairs, none, ofPair, pairColumn } from '../../tree/rows.js';

/** Sources whose target is that of a source with other words, too. */
export const inconsistentSource: TreeRule<'check/inconsistent-source'> = {
  code: 'check/inconsistent-source',
  formerly: ['check/several-sources'],
  scope: 'tree',
  severity: 'warning',
  meaning: 'The tree has the same target for another source, with which this one has no word in common.',
  message: 'The same target stands for a source with other words, too ({0} times).',
  example: {
    trgLang: 'de-DE',
    source: 'Replace the empty paper tray.',
    target: 'Öffnen Sie die Tür.',
    neighbours: [
      { source: 'Swing the wooden door wide.', target: 'Öffnen Sie die Tür.' },
      { source: 'Swing the wooden door wide.', target: 'Öffnen Sie die Tür.' },
    ],
  },
  issueType: 'mistranslation',
  mqm: 'mistranslation',
  precision: { findings: 0, judged: 0, right: 0 },
  check(pair, tree, report) {
    const { segment, source: side, trgLang = '' } = pair;
    const sources = tree.sources.get(keyIn(trgLang, textKey(segment.target.text)));
    if (sources === undefined) return;
    const bits = wordBits(side.text);
    if (countBits(bits) < fewestWords) return;
    const other = otherOf(sources, bits);
    if (other !== undefined) report({ pair, side, range: segment.source.range, args: [String(other.count)] });
  },
  checkRows(rows, { sources }, report) {
    for (let pair = 0; pair < countPairs(rows); pair++) {
      const bits = ofPair(rows, pair, pairColumn.bits);
      const other = bits === none ? undefined : otherOf(sources.get(ofPair(rows, pair, pairColumn.target)), bits);
      if (other !== undefined) report({ pair, side: 'source', args: [String(other.count)] });
    }
  },
};

/** A source that has no word in common with this one, and is not rarer. */
function otherOf(sources: ReadonlyMap<number, Rendering> | undefined, bits: number): Rendering | undefined {
  const own = sources?.get(bits);
  if (sources === undefined || own === undefined) return undefined;
  for (const [other, each] of sources) if (commonBits(other, bits) === 0 && each.count >= own.count) return each;
  return undefined;
}
