import { describe, expect, it } from 'vitest';
import { parseInline } from '../../src/read/inline/inline.js';
import { corpusPairs, corpusSegments, corpusTrees } from '../support/corpus-pairs.js';
import { tellWhereCorporaAreMissing } from '../support/missing.js';
import { type Judged, judge, outside, restate } from './judge/judge.js';

/** What a code of one reading that the other has not is called in the table of `docs/inline-codes.md`. */
function disagreements(ours: readonly Judged[], theirs: readonly Judged[]): string[] {
  const name = ({ kind, start, end, pair }: Judged): string => `${kind} ${start} ${end} ${pair ?? ''}`;
  const ourNames = new Set(ours.map(name));
  const theirNames = new Set(theirs.map(name));
  return [
    ...ours.filter((code) => !theirNames.has(name(code))).map(({ kind }) => `only ours: ${kind}`),
    ...theirs.filter((code) => !ourNames.has(name(code))).map(({ kind }) => `only micromark: ${kind}`),
  ];
}

const trees = corpusTrees();

describe('the inline reader and micromark, over every segment', () => {
  tellWhereCorporaAreMissing();

  if (trees.length === 0) console.log('skipped: no corpora at ../shared/corpus or SSPR_TM_SHARED');
  it.skipIf(trees.length === 0).each(trees)(
    'agree on the codes of nearly all segments of %s',
    (tree) => {
      const segments = corpusSegments(corpusPairs(tree));
      const kinds = new Map<string, number>();
      let differ = 0;
      const own = new Map<string, number>();
      for (const segment of segments) {
        const content = parseInline(segment, { undefinedReferences: 'text' });
        if (content.length <= 1 && !/[*_`[<~\\]|\n/.test(segment)) continue;
        const ours = restate(content);
        const theirs = judge(segment);
        const shared = outside(theirs, ours.own);
        for (const kind of new Set(ours.own.map((form) => form.kind))) {
          // Characters to the judge, or, where it sees other codes in them, another reading.
          const name = shared.length < theirs.length ? `${kind}, with codes of its own for micromark` : kind;
          own.set(name, (own.get(name) ?? 0) + 1);
        }
        const found = disagreements(outside(ours.codes, ours.own), shared);
        if (found.length === 0) continue;
        differ++;
        const kind = [...new Set(found)].sort().join(', ');
        kinds.set(kind, (kinds.get(kind) ?? 0) + 1);
        if (process.env['SHOW_DISAGREEMENTS'] !== undefined) console.log(kind, JSON.stringify(segment.slice(0, 600)));
      }
      console.log(
        `${tree}: ${segments.length} different segments, ${differ} differ (${((100 * differ) / segments.length).toFixed(3)} %), ` +
          `with forms that only we know: ${[...own].map(([kind, count]) => `${count} ${kind}`).join('; ') || 'none'}\n` +
          [...kinds].map(([kind, count]) => `  ${count} ${kind}`).join('\n'),
      );
      expect(differ).toBeLessThanOrEqual(segments.length / 1000);
    },
    120_000,
  );
});
