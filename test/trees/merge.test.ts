import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { isLeft } from 'fp-ts/lib/These.js';
import { describe, expect, it } from 'vitest';
import {
  type Article,
  type ExportOptions,
  exportToString,
  type Format,
  mergeTmx,
  mergeXliff,
  parseArticle,
  segmentsOf,
} from '../../src/index.js';
import { corpusTrees, seedArticle } from '../support/corpus-pairs.js';
import { editTargets, shapesOfTargets, typed } from '../support/edits.js';
import { readFixtures } from '../support/golden.js';
import { markdownFiles, unpack } from '../support/shared.js';

/** Every form that an article is exported in and merged from. */
const forms: readonly (readonly [Format, ExportOptions])[] = [
  ['xliff', {}],
  ['xliff', { units: 'pair' }],
  ['xliff', { inline: 'text' }],
  ['xliff1.2', {}],
  ['xliff1.2', { inline: 'text' }],
];
const memories: readonly ExportOptions[] = [{}, { inline: 'text' }];

function readText(path: string, text: string): Article | undefined {
  const read = parseArticle(text, { path });
  return isLeft(read) ? undefined : read.right;
}

/** The forms in which an article does not come back to the letter. */
function lostIn(article: Article): string[] {
  const options = { trgLang: article.localization.trgLang ?? 'de-DE' };
  const documents = forms.map(([format, form]) => {
    const document = exportToString([article], format, { ...options, ...form });
    return document === '' || isWhole(mergeXliff(article, document), article)
      ? []
      : [`${format} ${Object.values(form)}`];
  });
  const tmx = memories.map((form) => {
    const document = exportToString([article], 'tmx', { ...options, ...form });
    return isWhole(mergeTmx(article, document, options), article) ? [] : [`tmx ${Object.values(form)}`];
  });
  return [...documents, ...tmx].flat();
}

function isWhole(merged: ReturnType<typeof mergeXliff>, { text }: Article): boolean {
  return !isLeft(merged) && merged.right.text === text;
}

/** Changes some targets, takes them through a document, and gives the ids of those that came out other than meant. */
function wrongAfter(article: Article, ids: ReadonlySet<string>, text: string, at: number, form: number): string[] {
  const [format, options] = forms[form % 2 === 0 ? 3 : form % 3 === 0 ? 1 : 0] ?? ['xliff', {}];
  const edited = editTargets(article, ids, text, at);
  const document = exportToString([edited], format, { trgLang: article.localization.trgLang ?? 'de-DE', ...options });
  const merged = mergeXliff(article, document);
  const read = isLeft(merged) ? undefined : readText('', merged.right.text);
  if (isLeft(merged) || read === undefined) return ['refused as a whole'];
  const refused = merged._tag === 'Both' ? merged.left.filter(({ severity }) => severity === 'error') : [];
  const wanted = shapesOfTargets(edited);
  const given = shapesOfTargets(read);
  return [...wanted].flatMap(([id, shape]) => {
    if (given.get(id) === shape) return [];
    const isTold = ids.has(id) && refused.some(({ message }) => message.includes(id));
    return isTold ? [] : [`${id}: ${shape}`];
  });
}

function idsOf(article: Article): string[] {
  return Array.from(segmentsOf(article)).flatMap(({ id, skip }) => (skip === undefined ? [id] : []));
}

const fixtures = readFixtures().flatMap(({ path, text }) => readText(path, text) ?? []);

describe('export and merge', () => {
  it.each(fixtures.map((article) => [article.path, article] as const))('give %s back to the letter', (_, article) => {
    expect(lostIn(article)).toEqual([]);
  });

  it('change exactly the targets that were changed', () => {
    const withPairs = fixtures.filter((article) => idsOf(article).length > 0);
    fc.assert(
      fc.property(
        fc.constantFrom(...withPairs),
        fc.infiniteStream(fc.nat()),
        typed,
        fc.nat(200),
        fc.nat(5),
        (article, numbers, text, at, form) => {
          const all = idsOf(article);
          const ids = new Set(Array.from(numbers.take(3), (number) => all[number % all.length] ?? ''));
          expect(wrongAfter(article, ids, text, at, form)).toEqual([]);
        },
      ),
      { numRuns: 600 },
    );
  });

  const seed = seedArticle();
  it.runIf(seed !== undefined)('give the seed article back to the letter', () => {
    const article = readText('seed.md', readFileSync(seed ?? '', 'utf8'));
    expect(article === undefined ? ['nothing'] : lostIn(article)).toEqual([]);
  });

  it.each(corpusTrees())(
    'give every article of %s back to the letter, and change what was changed',
    (tree) => {
      const root = unpack(`${tree}.sxs`);
      const texts = fc.sample(typed, { numRuns: 1000, seed: 6 });
      let number = 0;
      for (const file of markdownFiles(root)) {
        const article = readText(file, readFileSync(join(root, file), 'utf8'));
        if (article === undefined) continue;
        expect(lostIn(article), file).toEqual([]);
        const all = idsOf(article);
        if (all.length === 0) continue;
        const ids = new Set([0, 13, 26].map((step) => all[(number * 7 + step) % all.length] ?? ''));
        const text = texts[number % texts.length] ?? 'x';
        expect(wrongAfter(article, ids, text, number * 31, number), `${file}: ${text}`).toEqual([]);
        number++;
      }
      expect(number).toBeGreaterThan(0);
    },
    600_000,
  );
});
