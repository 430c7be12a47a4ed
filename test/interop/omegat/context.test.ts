import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { type Article, type ContextDialect, exportToString } from '../../../src/index.js';
import { articleOf, pairsOf } from '../../support/pairs.js';
import { markdownFiles, shared, unpack } from '../../support/shared.js';
import { describeOmegat, translateProject } from './omegat.js';
import { toTextSource } from './sources.js';

/** Articles that translate one plain sentence in two ways. */
function articlesWithTwoTranslations(): Article[] {
  return ['alchemyinsights.ja-JP.sxs', 'dotnet-sample.ja-JP.sxs'].flatMap((tree) => {
    const root = unpack(tree);
    return markdownFiles(root)
      .map((file, index) => articleOf(readFileSync(join(root, file), 'utf8'), `${tree}-${index}.txt`))
      .filter((article) => twice(article).length > 0);
  });
}

/** The sentences of an article that have two translations and no markup, with these in order. */
function twice(article: Article): { source: string; targets: string[] }[] {
  const targets = new Map<string, string[]>();
  for (const { source, target } of pairsOf(article)) {
    if (!/^[A-Z][\w ,'-]{11,}[.:]?$/.test(source.text)) continue;
    targets.set(source.text, [...(targets.get(source.text) ?? []), target.text.normalize('NFC')]);
  }
  return Array.from(targets, ([source, texts]) => ({ source, targets: texts })).filter(
    (sentence) => sentence.targets.length === 2 && new Set(sentence.targets).size === 2,
  );
}

describeOmegat(', of two translations of a sentence', (version) => {
  const articles = shared === undefined ? [] : articlesWithTwoTranslations().slice(0, 20);

  function insertedFor(context: ContextDialect): string[][] {
    const { segments } = translateProject({
      version,
      trgLang: 'ja-JP',
      sources: Object.fromEntries(articles.map((article) => [article.path ?? '', toTextSource(article)])),
      memories: { 'memory.tmx': exportToString(articles, 'tmx', { inline: 'text', context }) },
    });
    return articles.flatMap((article) =>
      twice(article).map(({ source }) =>
        segments
          .filter((segment) => segment.file === article.path && segment.source === source)
          .map(({ translation }) => translation ?? ''),
      ),
    );
  }

  const right = articles.flatMap(twice).map(({ targets }) => targets);

  it.runIf(shared !== undefined)('takes the right one each time with --context omegat', () => {
    expect(right.length).toBeGreaterThan(10);
    const inserted = insertedFor('omegat').flat();
    const wanted = right.flat();
    // Where OmegaT cuts a neighbour into other sentences than the article, it sees another place, and inserts nothing.
    expect(inserted.filter((text, index) => text !== '' && text !== wanted[index])).toEqual([]);
    expect(inserted.filter((text) => text !== '').length).toBeGreaterThanOrEqual(0.9 * wanted.length);
    console.log(`${inserted.filter((text) => text !== '').length} of ${wanted.length} inserted`);
  });

  it.runIf(shared !== undefined)('takes one of them for both without', () => {
    for (const [first, second] of insertedFor('none')) expect(second).toBe(first);
  });
});
