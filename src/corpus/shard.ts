import type { OptionValues } from '../model/options.js';
import { CorpusError } from './error.js';
import type { FoundArticle } from './find/found.js';

/** What commands take whose articles have nothing to do with each other: the work may be shared by machines. */
export const shardOptions = {
  /**
   * Only a part of the articles, `K/N`: N runs over the same inputs, with K from 1 to N, read each of them once. All other
   * articles are still looked at where they say something of these: their language, or what rules over the tree know. Another
   * value is a usage error. Default: all.
   */
  shard: {
    kind: 'text',
    argument: 'k/n',
    about: 'only the K-th of N parts of the articles: N runs, on as many machines, make the whole',
  },
} as const;

/** Which part is asked for. */
export type ShardOptions = OptionValues<typeof shardOptions>;

/** A part of the articles of a run. */
export interface Shard {
  /** From 1. */
  readonly number: number;
  readonly of: number;
}

/** More machines than this have no articles left to read. */
const mostShards = 1_000_000;

/**
 * Reads the option `shard`; `undefined`: all are asked for.
 *
 * @throws {CorpusError} `usage`: it is no `K/N`.
 * @example
 * shardOf({ shard: '2/8' }) // { number: 2, of: 8 }
 */
export function shardOf({ shard }: ShardOptions): Shard | undefined {
  if (shard === undefined) return undefined;
  const [, number = 0, of = 0] = (/^([0-9]{1,7})\/([0-9]{1,7})$/.exec(shard) ?? []).map(Number);
  if (number >= 1 && number <= of && of <= mostShards) return { number, of };
  throw new CorpusError('usage', `shard: "${shard}" is no part of a whole; give K/N with K from 1 to N, such as 2/8.`);
}

/** Whether the one with an index, of all in their order, is in a shard. */
export function isInShard(index: number, { number, of }: Shard): boolean {
  return index % of === number - 1;
}

/** Whether what is said of the inputs as a whole is said here: one of the runs says it, so that reports add up. */
export function speaksOfInputs(shard: Shard | undefined): boolean {
  return shard === undefined || shard.number === 1;
}

/** What names of files have where each shard has one of its own: `.2-of-8`. */
export function markOf(shard: Shard | undefined): string {
  return shard === undefined ? '' : `.${shard.number}-of-${shard.of}`;
}

/**
 * The indexes of the articles of a shard. Paths are dealt out one by one in their order, which is that of their bytes: shards
 * differ by one article at most, and a large folder goes to all of them. Versions of an article follow each other, and
 * stay together.
 *
 * @example
 * indexesOfShard([{ path: 'a.md' }, { path: 'b.md' }, { path: 'b.md' }, { path: 'c.md' }], { number: 2, of: 2 }) // [1, 2]
 */
export function indexesOfShard(articles: readonly Pick<FoundArticle, 'path'>[], shard: Shard): readonly number[] {
  const indexes: number[] = [];
  let paths = -1;
  for (const [index, { path }] of articles.entries()) {
    if (path !== articles[index - 1]?.path) paths++;
    if (isInShard(paths, shard)) indexes.push(index);
  }
  return indexes;
}
