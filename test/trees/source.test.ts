import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import {
  articleOf,
  type Content,
  createGrains,
  mergedSourceOf,
  mergeSource,
  pairsOf,
  parseArticle,
  readSource,
  type SourceArticle,
  sourceArticleOf,
  sourceSegmentsOf,
  sourcesToString,
  splitArticle,
  toSideBySide,
} from '../../src/index.js';
import { readFrontMatter } from '../../src/read/metadata/front-matter.js';
import { blocksOfMdast, blocksOfReader } from '../support/mdast-blocks.js';
import { tellWhereCorporaAreMissing } from '../support/missing.js';
import { markdownFiles, shared, unpack } from '../support/shared.js';

const english = ['quantum.en-US.source'];
const live = ['quantum.ja-JP.live', 'quantum.de-DE.live', 'alchemyinsights.ja-JP.live', 'dotnet-sample.ja-JP.live'];
const trees = ['quantum.ja-JP.sxs', 'alchemyinsights.ja-JP.sxs', 'dotnet-sample.ja-JP.sxs'];
const others = ['alchemyinsights.th-TH.sxs', 'alchemyinsights.zh-CN.sxs', 'learn.ja-JP.sxs'];

const spaced = (text: string): string => text.replace(/\s+/g, ' ').trim();

/** The articles of a tree with pairs, beside their English. */
function* articlesOf(root: string): Generator<{ path: string; sources: string[]; text: string }> {
  for (const path of markdownFiles(root)) {
    const article = articleOf(parseArticle(readFileSync(join(root, path), 'utf8')));
    if (article === undefined) continue;
    const sources = pairsOf(article).map(({ source }) => spaced(source.text));
    yield { path, sources, text: splitArticle(article, 'source') };
  }
}

/** The body, without what CommonMark knows nothing of. */
const bodyOf = (text: string): string =>
  text
    .slice(readFrontMatter(text).frontMatter?.range.end ?? 0)
    .replace(/^[ \t>]*:::.*$/gm, (line) => line.replace(/[^>]/g, ' '));

describe('English articles', () => {
  tellWhereCorporaAreMissing();

  it.skipIf(shared === undefined).each([...english, ...trees])(
    'of %s have the blocks of mdast-util-from-markdown',
    (tree) => {
      const different: string[] = [];
      for (const { path, text } of articlesOf(unpack(tree))) {
        const body = bodyOf(text);
        if (JSON.stringify(blocksOfReader(body)) !== JSON.stringify(blocksOfMdast(body))) different.push(path);
      }
      expect(different).toEqual([]);
    },
    600_000,
  );

  it
    .skipIf(shared === undefined)
    .each([...trees.map((tree) => [tree, 'corpus'] as const), ...others.map((tree) => [tree, 'trees'] as const)])(
    'of %s have the sources of its pairs at some grain',
    (tree, place) => {
      let pairs = 0;
      let found = 0;
      for (const { sources, text } of articlesOf(unpack(tree, place))) {
        const article = sourceArticleOf(readSource(text));
        const known = new Set<string>();
        if (article !== undefined) {
          const grains = createGrains(article);
          for (const unit of article.units) for (const { text: grain } of grains.of(unit)) known.add(spaced(grain));
        }
        pairs += sources.length;
        for (const source of sources) if (known.has(source)) found++;
      }
      expect(pairs).toBeGreaterThan(10_000);
      expect(found / pairs).toBeGreaterThan(0.99);
    },
    600_000,
  );

  it
    .skipIf(shared === undefined)
    .each([
      ...english.map((tree) => [tree, 'xliff', {}] as const),
      ...live.flatMap((tree) => [
        [tree, 'xliff', {}] as const,
        [tree, 'xliff', { units: 'pair' }] as const,
        [tree, 'xliff1.2', {}] as const,
      ]),
    ])(
    'of %s come back byte for byte from a document that nobody touched: %s %j',
    (tree, format, options) => {
      const root = unpack(tree);
      let segments = 0;
      for (const path of markdownFiles(root)) {
        const text = readFileSync(join(root, path), 'utf8');
        const article = sourceArticleOf(readSource(text, { path }));
        const document = article && sourcesToString([article], format, { trgLang: 'de-DE', ...options });
        // What holds no text has no document.
        if (article === undefined || document === undefined || document === '') continue;
        const merged = mergeSource(article, document);
        expect(merged._tag, path).toBe('Right');
        expect(mergedSourceOf(merged)?.text, path).toBe(text);
        segments += mergedSourceOf(merged)?.untranslated.length ?? 0;
      }
      expect(segments).toBeGreaterThan(10_000);
    },
    600_000,
  );

  it.skipIf(shared === undefined).each([...english, 'quantum.ja-JP.live'])(
    'of %s are read as exactly their pairs where they are written side-by-side',
    (tree) => {
      const root = unpack(tree);
      let pairs = 0;
      for (const path of markdownFiles(root)) {
        const article = sourceArticleOf(readSource(readFileSync(join(root, path), 'utf8'), { path }));
        if (article === undefined) continue;
        const document = sourcesToString([filled(article)], 'xliff', { trgLang: 'de-DE' });
        const merged =
          document === '' ? undefined : mergedSourceOf(mergeSource(article, document, { requireAll: true }));
        if (merged === undefined) {
          expect(document, path).toBe('');
          continue;
        }
        const { text, unpaired } = toSideBySide(merged.article, { trgLang: 'de-DE', sourceHash: '1a2b3'.repeat(8) });
        const expected = Array.from(sourceSegmentsOf(merged.article)).filter(({ id }) => !unpaired.includes(id));
        const read = articleOf(parseArticle(text));
        const found = (read === undefined ? [] : pairsOf(read)).map(({ source, target }) => [source.text, target.text]);
        expect(found, path).toEqual(expected.map(({ source, target }) => [source.text, target?.text]));
        // Only the front matter has no pairs.
        const header = merged.article.units.flatMap(({ block, parts }) =>
          /^(?:title|front)/.test(block) ? parts : [],
        );
        expect(unpaired, path).toEqual(header.flatMap((part) => (part.kind === 'segment' ? [part.id] : [])));
        pairs += found.length;
      }
      expect(pairs).toBeGreaterThan(10_000);
    },
    600_000,
  );
});

/** The article with a target for each segment: its words with another letter, its codes as they are. */
function filled(article: SourceArticle): SourceArticle {
  const changed = (content: Content): Content =>
    content.map((inline) => {
      return inline.kind === 'text'
        ? { kind: 'text', text: inline.text.replace(/[a-z]+/g, (word) => `${word}ß`) }
        : inline;
    });
  const units = article.units.map((unit) => ({
    ...unit,
    parts: unit.parts.map((part) =>
      part.kind === 'ignorable' ? part : { ...part, target: { text: '', content: changed(part.source.content) } },
    ),
  }));
  return { ...article, units };
}
