import fc from 'fast-check';
import { isLeft } from 'fp-ts/lib/These.js';
import { afterAll, describe, expect, it } from 'vitest';
import { parseArticle, segmentsOf } from '../../../src/index.js';
import { readFixtures } from '../../support/golden.js';
import { handOver } from './handed-over.js';
import { randomEdit } from './random-edits.js';

const articles = readFixtures()
  .map(({ path, text }) => parseArticle(text, { path }))
  .flatMap((read) => (isLeft(read) || read.right.units.length === 0 ? [] : read.right));

/** Edits of each article: 10,000 of all, as far as they are possible. */
const editsEach = 400;
let edits = 0;
let handed = 0;
let held = 0;

describe('what the editing model makes of random edits', () => {
  afterAll(() => {
    expect(edits).toBeGreaterThan(10_000);
    // What is held back is an exception.
    expect(held).toBeLessThan(handed / 20);
  });

  it.each(articles.map((article) => [article.path ?? '', article] as const))('is merged: %s', (_, article) => {
    const { length } = [...segmentsOf(article)];
    const each = Math.ceil(editsEach / length);
    const all = fc.array(randomEdit, { minLength: each, maxLength: each });
    fc.assert(
      fc.property(fc.array(all, { minLength: length, maxLength: length }), (plans) => {
        const outcome = handOver(article, (number) => plans[number] ?? []);
        edits += outcome.edits;
        handed += outcome.handed;
        held += outcome.held;
        expect(outcome.wrong).toEqual([]);
      }),
      // The same edits in each run: what fails once, fails again.
      { numRuns: 2, seed: 2026 },
    );
  });
});
