import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import {
  type Article,
  type ExportOptions,
  exportToString,
  type Glossary,
  type SourceArticle,
  sourcesToString,
} from '../../../src/index.js';
import { temporaryFolder } from '../../support/cli.js';
import { inScope } from '../../support/interop-scope.js';
import { sample } from '../articles.js';
import { articleGroups, sideBySideTrees } from '../every-article.js';
import { changed, filled, fixtureFolder, markdownFixtures } from '../leveraged.js';
import { hasOkapi, okapi } from './run.js';
import { type Tally, tallyOf } from './tally.js';

const unitModes = ['block', 'pair'] as const;

type Answer = Tally | { readonly error: string };

/** What Okapi reads of documents with all that it can validate, or why it refuses them. */
function read(documents: readonly string[]): readonly Answer[] {
  const folder = temporaryFolder();
  return okapi<Answer>(
    'Read',
    documents.map((document, index) => {
      const file = join(folder, `${index}.xlf`);
      writeFileSync(file, document);
      return [file];
    }),
  );
}

/** Adds up counts, for a word about them. */
function sumOf(tallies: readonly Tally[]): string {
  const sum: Record<string, number> = {};
  for (const { counts } of tallies) {
    for (const [name, count] of Object.entries(counts)) sum[name] = (sum[name] ?? 0) + count;
  }
  return JSON.stringify(sum);
}

/** Terms of all articles: words that nearly every one has. */
const glossary: Glossary = {
  srcLang: 'en-US',
  concepts: ['the', 'and', 'Azure', 'user', 'select'].map((text) => ({
    id: text,
    kind: 'ui',
    definition: `A "${text}" & <more>`,
    languages: [
      { lang: 'en-US', terms: [{ text, status: 'preferred' }] },
      {
        lang: 'ja-JP',
        terms: [
          { text: `${text} ja`, status: 'preferred' },
          { text: 'x', status: 'forbidden' },
        ],
      },
    ],
  })),
};

function countIn(documents: readonly string[], element: string): number {
  return documents.reduce((sum, document) => sum + document.split(`<${element}`).length - 1, 0);
}

describe.runIf(hasOkapi)('the validating reader of Okapi', () => {
  it.each(articleGroups())(
    'takes all of $name, and reads what stands in the articles',
    { timeout: 1_800_000 },
    ({ articles }) => {
      const taken = articles(inScope(60, Number.POSITIVE_INFINITY));
      const of = (
        each: (article: Article, options: ExportOptions & { units: 'block' | 'pair' }) => unknown,
      ): unknown[] =>
        taken.flatMap(({ article, trgLang }) => unitModes.map((units) => each(article, { trgLang, units })));
      const expected = of((article, { units }) => tallyOf(article, units)) as Tally[];
      expect(read(of((article, options) => exportToString([article], 'xliff', options)) as string[])).toEqual(expected);
      expect(expected.length).toBeGreaterThan(80);
      console.log(`${expected.length} documents, ${sumOf(expected)}`);
    },
  );

  describe.each([
    ['fixtures and seed', markdownFixtures, () => fixtureFolder],
    [
      'a sample of trees',
      () => sample('ja-JP', inScope(10, 60)),
      () => sideBySideTrees().find(({ name }) => name.startsWith('quantum.ja'))?.root ?? '',
    ],
  ] as const)('of %s, as leverage fills them', (_, articles, memory) => {
    it('reads the candidates, with texts, codes, qualities and metadata', async () => {
      const all = await filled(articles().map(changed), { memory: memory(), trgLang: 'ja-JP', format: 'xliff' });
      const of = (units: 'block' | 'pair') =>
        all.map(({ article }) => sourcesToString([article], 'xliff', { trgLang: 'ja-JP', units }));
      for (const units of unitModes) {
        const tallies = read(of(units));
        const expected = all.map(({ article }) => tallyOf(article as SourceArticle, units));
        expect(tallies.map(withoutSpelling)).toEqual(expected);
        console.log(sumOf(expected));
      }
    });

    it('reads the terms of a glossary, with their translations', () => {
      const documents = articles().map(({ article }) =>
        exportToString([article], 'xliff', { trgLang: 'ja-JP', glossary }),
      );
      const tallies = read(documents) as Tally[];
      const sum = (name: string): number => tallies.reduce((total, { counts }) => total + (counts[name] ?? 0), 0);
      expect(sum('terms')).toBe(countIn(documents, 'gls:glossEntry'));
      expect(sum('translations of terms')).toBe(countIn(documents, 'gls:translation'));
      expect(sum('terms')).toBeGreaterThan(50);
    });
  });
});

/** What a document must not be, each at one place. */
const spoilt: readonly (readonly [what: string, is: RegExp | string, becomes: string])[] = [
  ['a state', 'state="final"', 'state="finished"'],
  ['a subState without its prefix', 'state="final"', 'state="final" subState="mt"'],
  ['the type of a code', 'type="link"', 'type="lnk"'],
  ['the data of a code', 'dataRefStart="d1"', 'dataRefStart="d99"'],
  ['what may be done with a code', 'canDelete="no"', 'canDelete="never"'],
  ['the id of a segment', /<segment id="[^"]*"/, '<segment id="a b"'],
  ['the id of a unit, which another has', /<unit id="[^"]*"/g, '<unit id="u1"'],
  ['an attribute that there is not', '<segment ', '<segment done="yes" '],
  ['a tag', '</pc>', ''],
  ['a language', 'trgLang="ja-JP"', 'trgLang="ja_JP!"'],
];

describe.runIf(hasOkapi)('the validating reader of Okapi, where a document is spoilt', () => {
  const article = markdownFixtures().find(({ name }) => name === 'reset-portal')?.article as Article;
  const document = exportToString([article], 'xliff', { trgLang: 'ja-JP' });

  it('refuses it', () => {
    const documents = spoilt.map(([, is, becomes]) => document.replace(is, becomes));
    expect(documents).not.toContain(document);
    const answers = read([document, ...documents]);
    const refused = ['', ...spoilt.map(([what]) => what)].filter((_, index) => 'error' in (answers[index] ?? {}));
    expect(refused).toEqual(spoilt.map(([what]) => what));
    for (const answer of answers.slice(1)) expect('error' in answer && answer.error).toMatch(/\w{3}/);
  });
});

/** The spelling of candidates is said where it is needed. */
function withoutSpelling(answer: Answer): Answer {
  if ('error' in answer) return answer;
  const { 'candidate metadata spelling': _, ...counts } = answer.counts;
  return { ...answer, counts };
}
