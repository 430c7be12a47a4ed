import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { type Code, codesOf, toMarkdown } from '../../src/model/content.js';
import { type Contents, readContents } from '../../src/read/contents.js';
import { parseInline } from '../../src/read/inline/inline.js';
import { type CorpusPair, corpusPairs, corpusTrees, readPairs, seedArticle } from '../support/corpus-pairs.js';

/** The greatest share of the pairs of a tree that may have a code without a partner, math left out. */
const LIMITS: Readonly<Record<string, number>> = {
  'alchemyinsights.ja-JP': 0.002,
  'dotnet-sample.ja-JP': 0.003,
};
const LIMIT = 0.003;

const isMath = ({ subType }: Code): boolean => subType === 'md:math';

/** What is unmatched in a pair, as one line: the kinds on each side. */
function classOf({ unmatched }: Contents): string {
  const kinds = (side: string, codes: readonly Code[]): string[] =>
    codes.filter((code) => !isMath(code)).map(({ subType }) => `${side} ${subType}`);
  return [...new Set([...kinds('source', unmatched.source), ...kinds('target', unmatched.target)])].sort().join(', ');
}

const trees = corpusTrees();
if (trees.length === 0) console.log('skipped: no corpora at ../shared/corpus or SSPR_TM_SHARED');

describe.skipIf(trees.length === 0)('every pair of every tree', () => {
  it.each(trees)(
    '%s: all bytes come back, and codes match',
    (tree) => {
      const pairs = corpusPairs(tree);
      const classes = new Map<string, CorpusPair[]>();
      const count = { math: 0, recovered: 0, mathOnly: 0 };
      for (const pair of pairs) {
        for (const segment of [pair.source, pair.target]) {
          if (toMarkdown(parseInline(segment)) !== segment) expect(toMarkdown(parseInline(segment))).toBe(segment);
        }
        const contents = readContents(pair.source, pair.target);
        if (toMarkdown(contents.source) !== pair.source) expect(toMarkdown(contents.source)).toBe(pair.source);
        if (toMarkdown(contents.target) !== pair.target) expect(toMarkdown(contents.target)).toBe(pair.target);
        if (contents.recovered > 0) count.recovered++;
        const lonely = [...contents.unmatched.source, ...contents.unmatched.target];
        if (lonely.length === 0) continue;
        if (lonely.some(isMath)) count.math++;
        if (lonely.every(isMath)) count.mathOnly++;
        else classes.set(classOf(contents), [...(classes.get(classOf(contents)) ?? []), pair]);
      }
      const mismatched = [...classes.values()].reduce((sum, { length }) => sum + length, 0);
      const percent = (part: number): string => `${part} (${((100 * part) / pairs.length).toFixed(3)} %)`;
      console.log(
        `${tree}: ${pairs.length} pairs, unmatched without math ${percent(mismatched)}, only math ${percent(count.mathOnly)}, ` +
          `recovered in ${percent(count.recovered)}\n` +
          [...classes].map(([name, list]) => `  ${list.length} ${name}\n${list.map(describePair).join('')}`).join(''),
      );
      expect(mismatched / pairs.length).toBeLessThanOrEqual(LIMITS[tree] ?? LIMIT);
    },
    120_000,
  );
});

function describePair({ place, source, target }: CorpusPair): string {
  if (process.env['SHOW_UNMATCHED'] === undefined) return '';
  return `    ${place}\n      ${JSON.stringify(source.slice(0, 300))}\n      ${JSON.stringify(target.slice(0, 300))}\n`;
}

const seed = seedArticle();

describe.skipIf(seed === undefined)('the seed article', () => {
  it('has a partner for every code', () => {
    const pairs = readPairs('seed', readFileSync(seed ?? '', 'utf8'));
    const rows = pairs.map(({ place, source, target }) => {
      const contents = readContents(source, target);
      expect(contents.unmatched).toEqual({ source: [], target: [] });
      const list = (codes: readonly Code[]): string =>
        codes.map(({ id, data, recovered }) => `${id}${recovered ? '!' : ''} ${data}`).join('  ');
      return `${place}\n  ${list(codesOf(contents.source))}\n  ${list(codesOf(contents.target))}`;
    });
    console.log(rows.join('\n'));
    expect(rows.length).toBeGreaterThan(0);
  });
});
