import { expect, test } from 'vitest';
import { indexesOfShard, isInShard, markOf, shardOf } from '../../src/corpus/shard.js';

const articles = ['a', 'b', 'b', 'b', 'c', 'd', 'e'].map((path) => ({ path }));

test('a shard is a whole number of another one, from 1', () => {
  expect(shardOf({})).toBeUndefined();
  expect(shardOf({ shard: '2/8' })).toEqual({ number: 2, of: 8 });
  for (const shard of ['0/8', '9/8', '8', '1/0', '-1/2', '1.5/2', '1/2/3', ' 1/2', '', 'a/b']) {
    expect(() => shardOf({ shard }), shard).toThrow(/no part of a whole; give K\/N/);
  }
});

test('shards have all articles, each in one of them, versions of one together, and as many as others or one more', () => {
  for (const of of [1, 2, 3, 5, 9]) {
    const shards = Array.from({ length: of }, (_, at) => indexesOfShard(articles, { number: at + 1, of }));
    expect(shards.flat().sort((a, b) => a - b)).toEqual([...articles.keys()]);
    const paths = shards.map((shard) => new Set(shard.map((index) => articles[index]?.path)));
    expect(paths.reduce((sum, { size }) => sum + size, 0)).toBe(5);
    const sizes = paths.map(({ size }) => size);
    expect(Math.max(...sizes) - Math.min(...sizes)).toBeLessThan(2);
  }
  expect(indexesOfShard([], { number: 1, of: 2 })).toEqual([]);
  expect(isInShard(3, { number: 4, of: 5 })).toBe(true);
});

test('names of files say which it is', () => {
  expect(markOf(undefined)).toBe('');
  expect(markOf({ number: 2, of: 8 })).toBe('.2-of-8');
});
