import type { TreeRule } from '../../rule.js';
import { type LengthNorm, lengthClass, lengthsOf, ratioOf } from '../../tree/length-norms.js';
import { countPairs, none, ofPair, pairColumn } from '../../tree/rows.js';

/** How many (normalized) median deviations from the median are no accident. */
const farthest = 6;
/** Makes a median deviation a standard deviation, where the distribution is normal. */
const normalized = 1.4826;

/** Targets that are much longer or shorter than others of their tree for sources of that length. */
export const length: TreeRule<'check/length'> = {
  code: 'check/length',
  scope: 'tree',
  severity: 'warning',
  meaning:
    'The target is far longer or shorter than others of the tree are for sources of that length: by a factor of two at least, and by more than six (normalized) median deviations. Needs 200 pairs of such a length.',
  message: 'The target is much {2} than usual: {0} characters, where {1} are to be expected.',
  example: { trgLang: 'de-DE', source: 'Open the door and close the window.', target: 'Nein.' },
  issueType: 'length',
  mqm: 'completeness',
  precision: {
    findings: 12,
    judged: 12,
    right: 10,
    planted: 2140,
    found: 2064,
    wrong: 'a message with its translation after it; a short sentence that is all there',
  },
  check(pair, tree, report) {
    const { segment, target: side, trgLang = '' } = pair;
    const norms = tree.lengths.get(trgLang);
    const lengths = norms && lengthsOf(segment);
    const args = lengths && argsOf(norms, lengths.source, lengths.target);
    if (args !== undefined) report({ pair, side, range: segment.target.range, args });
  },
  checkRows(rows, { lengths }, report) {
    const norms = lengths.get(rows.language);
    if (norms === undefined) return;
    for (let pair = 0; pair < countPairs(rows); pair++) {
      const source = ofPair(rows, pair, pairColumn.sourceLength);
      const args = source === none ? undefined : argsOf(norms, source, ofPair(rows, pair, pairColumn.targetLength));
      if (args !== undefined) report({ pair, side: 'target', args });
    }
  },
};

function argsOf(norms: ReadonlyMap<number, LengthNorm>, source: number, target: number): readonly string[] | undefined {
  const norm = norms.get(lengthClass(source));
  if (norm === undefined) return undefined;
  const distance = ratioOf(source, target) - norm.median;
  if (!isFar(distance, norm)) return undefined;
  const usual = String(Math.round(source * Math.exp(norm.median)));
  return [String(target), usual, distance > 0 ? 'longer' : 'shorter'];
}

/** By a factor of two at least, and by more than the deviations that there are. */
function isFar(distance: number, { deviation }: LengthNorm): boolean {
  return Math.abs(distance) >= farthest * normalized * deviation && Math.exp(Math.abs(distance)) >= 2;
}
