import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import {
  articleOf,
  createMatcher,
  createMemory,
  diagnosticsOf,
  type LeveragedSegment,
  leverage,
  mergedSourceOf,
  mergeSource,
  pairsOf,
  parseArticle,
  readSource,
  sourceArticleOf,
  sourcesToString,
  splitArticle,
  validateXliff,
  writeTargets,
} from '../../src/index.js';
import { tellWhereCorporaAreMissing } from '../support/missing.js';
import { markdownFiles, shared, unpack } from '../support/shared.js';

/** The text without its front matter, anchors and white space. */
const bodyOf = (text: string): string =>
  text
    .replace(/^---\n[\s\S]*?\n---\n/, '')
    .replace(/<a name="[^"]*"><\/a>/g, '')
    .replace(/\s+/g, '');

describe('the English of a tree, with the memory of that tree', () => {
  tellWhereCorporaAreMissing();

  it.skipIf(shared === undefined).each([
    ['quantum.ja-JP', 'ja-JP'],
    ['quantum.de-DE', 'de-DE'],
  ])(
    'is filled, and is the published articles: %s',
    (tree, trgLang) => {
      const [root, live] = [unpack(`${tree}.sxs`), unpack(`${tree}.live`)];
      const memory = createMemory({ keep: 'distinct' });
      const articles: { readonly path: string; readonly english: string }[] = [];
      for (const path of markdownFiles(root)) {
        const article = articleOf(parseArticle(readFileSync(join(root, path), 'utf8'), { path }));
        if (article === undefined || pairsOf(article).length === 0) continue;
        memory.add(article);
        articles.push({ path, english: splitArticle(article, 'source') });
      }
      const entries = memory.entries();
      const stored = new Set(entries.flatMap(({ targets }) => targets.map(({ text }) => text)));
      const matcher = createMatcher(entries, { trgLang });
      const counts = { segments: 0, filled: 0, articles: 0, published: 0, refused: 0 };
      for (const [index, { path, english }] of articles.entries()) {
        const source = sourceArticleOf(readSource(english, { path }));
        if (source === undefined) continue;
        const article = leverage(source, matcher);
        const segments = article.units.flatMap(({ parts }) =>
          parts.filter((part): part is LeveragedSegment => part.kind === 'segment'),
        );
        counts.segments += segments.length;
        counts.filled += segments.filter(({ target }) => target !== undefined && stored.has(target.text)).length;
        const { text } = writeTargets(article);
        const published = join(live, path.replace(`${tree}.sxs`, `${tree}.live`));
        if (existsSync(published)) {
          counts.articles++;
          if (bodyOf(text) === bodyOf(readFileSync(published, 'utf8'))) counts.published++;
        }
        if (index % 20 > 0) continue;
        const document = sourcesToString([article], 'xliff', { trgLang });
        expect(validateXliff(document)).toEqual([]);
        const merged = mergeSource(source, document);
        // Stored targets that lost a code are refused, and reported.
        const refused = diagnosticsOf(merged).filter(({ severity }) => severity === 'error');
        const open = segments.filter(({ target }) => target === undefined);
        expect(mergedSourceOf(merged)?.untranslated.length).toBe(open.length + refused.length);
        counts.refused += refused.length;
      }
      expect(counts.segments).toBeGreaterThan(15_000);
      expect(counts.filled / counts.segments).toBeGreaterThan(0.985);
      expect(counts.refused).toBeLessThan(5);
      expect(counts.articles).toBeGreaterThan(1000);
      expect(counts.published / counts.articles).toBeGreaterThan(0.9);
    },
    600_000,
  );
});
