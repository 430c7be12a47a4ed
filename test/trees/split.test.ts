import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { differenceOf } from '../../src/corpus/split/difference.js';
import { createOriginalFinder } from '../../src/corpus/split/proof/original.js';
import { type Article, splitArticle } from '../../src/index.js';
import { tellWhereCorporaAreMissing } from '../support/missing.js';
import { articleOf, pairsOf } from '../support/pairs.js';
import { corpora, markdownFiles, unpack } from '../support/shared.js';

const count = (values: readonly string[]): Record<string, number> => {
  const counts: Record<string, number> = {};
  for (const value of values) counts[value] = (counts[value] ?? 0) + 1;
  return counts;
};

function articlesOf(tree: string): Article[] {
  const root = unpack(`${tree}.sxs`);
  return markdownFiles(root).map((file) => articleOf(readFileSync(join(root, file), 'utf8'), file));
}

tellWhereCorporaAreMissing();

describe.each(corpora)('split: %s', (name, { live, liveByteExact }) => {
  const articles = articlesOf(name);

  it('gives the published articles as the target side', () => {
    const published = unpack(`${name}.live`);
    const classes = count(
      articles
        .filter((article) => pairsOf(article).length > 0 && existsSync(join(published, article.path ?? '')))
        .map((article) =>
          differenceOf(Buffer.from(splitArticle(article, 'target')), readFileSync(join(published, article.path ?? ''))),
        ),
    );
    expect(Object.values(classes).reduce((sum, number) => sum + number, 0)).toBe(live);
    expect(classes['equal']).toBeGreaterThanOrEqual(liveByteExact);
    if (name.startsWith('alchemyinsights')) {
      expect(((classes['equal'] ?? 0) + (classes['escapes'] ?? 0)) / live).toBeGreaterThan(0.989);
    }
  });
});

// Of one hand-off the originals are at hand, too.
describe.each(corpora.filter(([name]) => name.startsWith('quantum')))('split: %s', (name) => {
  it('gives the originals as the source side, and proves none that is wrong', () => {
    const articles = articlesOf(name);
    const originals = unpack('quantum.en-US.source');
    const verdicts: string[] = [];
    const bodies: boolean[] = [];
    const withoutHeader = (text: string): string => text.replace(/^---[\s\S]*?\n---\r?\n/, '').replace(/\s+/g, '');
    for (const article of articles) {
      const path = join(originals, article.path ?? '');
      if (!existsSync(path)) continue;
      const real = readFileSync(path);
      const source = splitArticle(article, 'source');
      bodies.push(withoutHeader(source) === withoutHeader(real.toString()));
      const { verdict, original } = createOriginalFinder()(article, source);
      verdicts.push(verdict);
      if (original !== undefined) {
        expect(differenceOf(Buffer.from(original), real), article.path).toMatch(/^(?:equal|line-ends)$/);
      }
    }
    expect(bodies.filter(Boolean).length).toBeGreaterThanOrEqual(1181);
    expect(count(verdicts)['match']).toBeGreaterThanOrEqual(523);
  });
});
