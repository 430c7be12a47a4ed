import { execFileSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { openSync, readSync } from 'node:fs';
import { join } from 'node:path';
import { isDeepStrictEqual } from 'node:util';
import { describe, expect, it } from 'vitest';
import { openArticle } from '../../src/corpus/articles/read.js';
import { openRun } from '../../src/corpus/run/run.js';
import { segmentsOf } from '../../src/model/article.js';
import { parseWhole } from '../../src/read/article.js';
import { createVersionReader } from '../../src/read/versions/versions.js';
import { temporaryFolder } from '../support/cli.js';
import { shared } from '../support/shared.js';
import { withPlaces } from '../support/with-places.js';

/** Those of ja-JP were counted apart from the project (`corpus-facts.md`, History), of the branch `live-sxs`. */
const bundles = [
  { name: 'quantum.ja-JP', versions: 4701, pairs: 137_809, distinct: 21_923, sources: 17_345 },
  { name: 'quantum.de-DE', versions: 4705, pairs: 137_695, distinct: 21_195, sources: 17_346 },
];

function cloneOf(name: string): string {
  const bare = join(temporaryFolder(), `${name}.git`);
  const bundle = join(shared ?? '', 'trees', `${name}.live-sxs.bundle`);
  execFileSync('git', ['clone', '-q', '--bare', '--branch', 'live-sxs', bundle, bare], { stdio: 'ignore' });
  return bare;
}

const pairs =
  /<span data-ttu-id="[^"]*">([\s\S]*?)<\/span><span class="sxs-lookup"><span data-stu-id="[^"]*">([\s\S]*?)<\/span><\/span>(?!<\/span>)/g;

describe.skipIf(shared === undefined)('the histories of real trees', () => {
  it.each(bundles)('of $name have the versions that Git lists, and their texts', async ({ name, ...facts }) => {
    const bare = cloneOf(name);
    const run = await openRun([bare], { jobs: 1, history: true });
    try {
      const { articles, spool = '' } = run;
      const listed = execFileSync(
        'git',
        ['log', '--first-parent', '-m', '--raw', '--no-renames', '--no-abbrev', '--format=', '--', '*.md'],
        { cwd: bare, encoding: 'utf8', maxBuffer: 1 << 28 },
      );
      const expected = new Set<string>();
      for (const [, object = '', path = ''] of listed.matchAll(/^:\d+ 100\d+ \w+ (\w+) \w+\t(.*)$/gm)) {
        expected.add(`${object} ${path}`);
      }
      const file = openSync(spool, 'r');
      const found = new Set<string>();
      const sources = new Set<string>();
      const distinct = new Set<string>();
      let count = 0;
      for (const { path, slice = { start: 0, end: 0 } } of articles) {
        const bytes = Buffer.alloc(slice.end - slice.start);
        readSync(file, bytes, 0, bytes.length, slice.start);
        found.add(`${createHash('sha1').update(`blob ${bytes.length}\0`).update(bytes).digest('hex')} ${path}`);
        for (const [, target, source = ''] of bytes.toString('utf8').matchAll(pairs)) {
          count++;
          sources.add(source);
          distinct.add(`${source}\0${target}`);
        }
      }
      expect(found).toEqual(expected);
      expect(articles).toHaveLength(facts.versions);
      expect({ pairs: count, distinct: distinct.size, sources: sources.size }).toEqual({
        pairs: facts.pairs,
        distinct: facts.distinct,
        sources: facts.sources,
      });
    } finally {
      await run.close();
    }
  });

  it.each(bundles)(
    'of $name are read by a reader of versions as each version is read alone',
    async ({ name, pairs }) => {
      const run = await openRun([cloneOf(name)], { jobs: 1, history: true });
      try {
        const reader = createVersionReader();
        const texts = new Map<number, string>();
        let count = 0;
        let again = 0;
        for (const found of run.articles) {
          const { path, text = '' } = openArticle(found);
          const { article, diagnostics, numbers, firstNew } = reader.read(text, { path });
          const alone = parseWhole(text, { path });
          const read = { article: withPlaces(article), diagnostics };
          if (!isDeepStrictEqual(read, alone)) expect(read).toStrictEqual(alone);
          const segments = [...segmentsOf(article)].filter(({ recovered }) => !recovered);
          expect(numbers).toHaveLength(segments.length);
          for (const [index, number] of numbers.entries()) {
            const { source, target } = segments[index] ?? expect.fail();
            const both = `${source.text}\0${target.text}`;
            expect(texts.get(number) ?? both).toBe(both);
            texts.set(number, both);
            if (number < firstNew) again++;
          }
          count += numbers.length;
        }
        expect(count).toBe(pairs);
        // Five of six pairs stood in another version before, or in another article.
        expect(again / count).toBeGreaterThan(0.83);
      } finally {
        await run.close();
      }
    },
  );
});
