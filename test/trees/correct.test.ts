import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { isLeft } from 'fp-ts/lib/These.js';
import { describe, expect, it } from 'vitest';
import { type Article, parseArticle, segmentsOf } from '../../src/index.js';
import { tellWhereCorporaAreMissing } from '../support/missing.js';
import { corpora, unpack } from '../support/shared.js';
import { handOver } from '../view/correct/handed-over.js';
import { randomEdit } from '../view/correct/random-edits.js';

/** Of each tree so many articles, and of each of those so many segments, spread over all. */
const articles = 20;
const segments = 20;

/** Articles with pairs, spread over a tree. */
function* spread(root: string): Iterable<Article> {
  const files = readdirSync(root, { recursive: true, encoding: 'utf8' })
    .filter((file) => /\.(?:md|ya?ml|xml)$/.test(file))
    .sort();
  const step = Math.max(1, Math.floor(files.length / articles));
  for (let at = 0; at < files.length; at += step) {
    const path = files[at] ?? '';
    const read = parseArticle(readFileSync(join(root, path), 'utf8'), { path });
    if (!isLeft(read) && read.right.units.length > 0) yield read.right;
  }
}

describe('random edits of the review page', () => {
  tellWhereCorporaAreMissing();
  const plans = fc.sample(fc.array(randomEdit, { minLength: 1, maxLength: 10 }), { numRuns: 2000, seed: 2026 });

  const trees = [
    ...corpora.map(([name]) => [name, 'corpus'] as const),
    ...(corpora.length === 0 ? [] : (['learn.ja-JP', 'sdk-sample.ja-JP'] as const)).map(
      (name) => [name, 'trees'] as const,
    ),
  ];
  it.each(trees)('are merged: %s', (tree, place) => {
    let handed = 0;
    let next = 0;
    for (const article of spread(unpack(`${tree}.sxs`, place))) {
      const step = Math.max(1, Math.floor([...segmentsOf(article)].length / segments));
      const outcome = handOver(
        article,
        () => plans[next++ % plans.length] ?? [],
        (number) => number % step === 0,
      );
      handed += outcome.handed;
      expect(outcome.wrong, article.path).toEqual([]);
    }
    expect(handed).toBeGreaterThan(articles);
  });
});
