import { describe, expect, it } from 'vitest';
import type { PageData } from '../../../src/view/page-data.js';
import { articleAt, createGate, noFilter, segmentStarts } from '../../../src/view/search/filter.js';
import { readQuery } from '../../../src/view/search/query.js';
import { createSearchedTexts, foldedTextsOf } from '../../../src/view/search/texts.js';
import { indexOf } from '../../../src/view/summary.js';
import { addTotals, foldersOf, noTotals, totalsIn } from '../../../src/view/totals.js';

const finding = { code: 'numbers', severity: 'warning', message: '', line: 1 } as const;
const data: PageData = {
  title: '',
  srcLang: 'en-US',
  articles: [
    {
      path: 'a/one.md',
      type: 'ht',
      units: [
        {
          block: 'paragraph',
          segments: [
            { id: '1', line: 1, source: 'Sign In', target: 'Anmelden', findings: [finding] },
            {
              id: '2',
              line: 2,
              source: ['Run ', { kind: 'ph', id: '1', data: '`dir`', disp: 'dir' }, ' now'],
              target: 'Jetzt',
              changed: 'Sofort',
            },
          ],
        },
      ],
    },
    {
      path: 'two.md',
      units: [{ block: 'heading', level: 1, segments: [{ id: '3', line: 1, source: 'Now', target: '今' }] }],
      findings: [{ ...finding, severity: 'error' }],
    },
  ],
};

describe('search', () => {
  const index = indexOf(data.articles);
  const starts = segmentStarts(index);
  const ids = data.articles.flatMap(({ units }) => units.flatMap(({ segments }) => segments.map(({ id }) => id)));
  const folded = data.articles.map(foldedTextsOf);
  const texts = createSearchedTexts({
    narrow: folded.map(({ narrow }) => narrow).join(''),
    wide: folded.map(({ wide }) => wide).join(''),
  });
  const found = (filter: Partial<typeof noFilter>): (string | undefined)[] => {
    const wanted = { ...noFilter, ...filter };
    const isOpen = createGate(index, starts, wanted);
    const hits: number[] = [];
    if (wanted.text === '') for (let segment = 0; segment < ids.length; segment++) hits.push(segment);
    else {
      const query = readQuery(wanted);
      if (query.kind === 'words') texts.find(query.words, wanted.side, (segment) => hits.push(segment));
    }
    return hits.filter(isOpen).map((segment) => ids[segment]);
  };

  it('finds text in any language, whatever its case', () => {
    expect(found({ text: 'SIGN in' })).toEqual(['1']);
    expect(found({ text: '今' })).toEqual(['3']);
    expect(found({ text: 'now ' })).toEqual(['2', '3']);
    expect(found({ text: 'run dir now' })).toEqual(['2']);
    expect(found({ text: 'sofort' })).toEqual(['2']);
    // Words may be of both languages, a text is of one.
    expect(found({ text: 'jetzt now' })).toEqual(['2']);
    expect(found({ text: 'now jetzt', way: 'exact' })).toEqual([]);
    expect(found({ text: 'now dir' })).toEqual(['2']);
    expect(found({ text: 'now dir', way: 'exact' })).toEqual([]);
    expect(found({ text: 'n', side: 'source' })).toEqual(['1', '2', '3']);
    expect(found({ text: 'n', side: 'target' })).toEqual(['1']);
    expect(found({ text: 'sofort', side: 'target' })).toEqual(['2']);
    expect(found({ text: '今', side: 'source' })).toEqual([]);
  });

  it('filters by translation, finding and change, all of them together', () => {
    expect(found({})).toEqual(['1', '2', '3']);
    expect(found({ type: 'ht' })).toEqual(['1', '2']);
    expect(found({ type: 'unknown' })).toEqual(['3']);
    expect(found({ finding: 'any' })).toEqual(['1']);
    expect(found({ finding: 'warning' })).toEqual(['1']);
    expect(found({ finding: 'error' })).toEqual([]);
    expect(found({ finding: 'numbers' })).toEqual(['1']);
    expect(found({ changed: true })).toEqual(['2']);
    expect(found({ text: 'n', finding: 'any' })).toEqual(['1']);
    expect(ids.map((_, segment) => articleAt(starts, segment))).toEqual([0, 0, 1]);
    expect(found({ changed: true, type: 'mt' })).toEqual([]);
  });

  it('lets through what was worked on, as far as the rest of it does', () => {
    const open = (filter: Partial<typeof noFilter>, worked?: ReadonlySet<number>): (string | undefined)[] => {
      const isOpen = createGate(index, starts, { ...noFilter, worked: true, ...filter }, worked);
      return ids.filter((_, segment) => isOpen(segment));
    };
    expect(open({}, new Set([0, 2]))).toEqual(['1', '3']);
    expect(open({ type: 'ht' }, new Set([0, 2]))).toEqual(['1']);
    expect(open({ worked: false }, new Set([0]))).toEqual(['1', '2', '3']);
    expect(open({})).toEqual([]);
  });
});

describe('totals', () => {
  const { articles: summaries } = indexOf(data.articles);

  it('count segments by who translated them, findings by severity, and changes', () => {
    expect(totalsIn(summaries)).toEqual({
      articles: 2,
      segments: 3,
      ht: 2,
      mt: 0,
      unknown: 1,
      changed: 1,
      refused: 0,
      findings: { error: 1, warning: 1, info: 0 },
    });
  });

  it('of folders add up', () => {
    const folders = foldersOf(summaries);
    expect(folders.map(({ path, articles }) => ({ path, articles }))).toEqual([
      { path: 'a', articles: [0] },
      { path: '', articles: [1] },
    ]);
    expect(folders.reduce((sum, { totals }) => addTotals(sum, totals), noTotals)).toEqual(totalsIn(summaries));
  });
});
