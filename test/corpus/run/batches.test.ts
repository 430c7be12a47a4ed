import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { batchesOf } from '../../../src/corpus/run/batches.js';

type Article = Parameters<typeof batchesOf>[0][number];

const version = { commit: 'c', date: '2020-01-01' };
const versionsOf = (path: string, count: number): { path: string; version: typeof version }[] =>
  Array.from({ length: count }, () => ({ path, version }));
const sizesOf = (...articles: Parameters<typeof batchesOf>): number[] =>
  batchesOf(...articles).map(({ start, end }) => end - start);

describe('the batches of a run', () => {
  it('are all articles, in their order', () => {
    const paths = fc.array(fc.tuple(fc.constantFrom('a', 'b', 'c'), fc.integer({ min: 1, max: 130 }), fc.boolean()));
    fc.assert(
      fc.property(paths, (groups) => {
        const articles = groups.flatMap(([path, count, hasVersions]): Article[] =>
          hasVersions ? versionsOf(path, count) : Array.from({ length: count }, () => ({ path })),
        );
        let at = 0;
        for (const { start, end } of batchesOf(articles)) {
          expect(start).toBe(at);
          expect(end).toBeGreaterThan(start);
          expect(end - start).toBeLessThanOrEqual(96);
          at = end;
        }
        expect(at).toBe(articles.length);
      }),
    );
  });

  it('have two dozen articles, and all versions of an article in one, unless they are very many', () => {
    expect(sizesOf(Array.from({ length: 50 }, (_, index) => ({ path: `${index}` })))).toEqual([24, 24, 2]);
    expect(sizesOf([...versionsOf('a', 60), ...versionsOf('b', 10), ...versionsOf('c', 30)])).toEqual([60, 40]);
    expect(sizesOf([...versionsOf('a', 200), ...versionsOf('b', 3)])).toEqual([96, 96, 11]);
  });

  it('have as many articles as a task takes at once', () => {
    const articles = ['a', 'b', 'c'].map((path) => ({ path }));
    expect(sizesOf(articles, 1)).toEqual([1, 1, 1]);
    expect(sizesOf(articles, 2)).toEqual([2, 1]);
    expect(sizesOf(versionsOf('a', 3), 1)).toEqual([3]);
  });
});
