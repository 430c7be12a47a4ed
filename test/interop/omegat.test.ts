import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { type Article, exportToString, type Inline, type Segment, type Side, segmentsOf } from '../../src/index.js';
import { sspr, temporaryFolder } from '../support/cli.js';
import { inScope } from '../support/interop-scope.js';
import { pairsOf } from '../support/pairs.js';
import { shared } from '../support/shared.js';
import { fixturesAndSeed, type NamedArticle, sample } from './articles.js';
import { describeOmegat, type Translated, translateProject, type Version } from './omegat.js';
import { hasShortcutsOf, toHtml, toHtmlSource, toShortcuts, toTextSource } from './sources.js';

/** Articles of each tree: those of the one version are enough to see where the other differs. */
const sampleOf = (version: Version): number => (version === '3.6' ? 50 : inScope(25, 50));

/** How an article is given to OmegaT, and what it makes of its pairs. */
interface Form {
  readonly extension: string;
  source(article: Article): string;
  /** A side as OmegaT shows it in its editor and its memory; `other` is the other side of the pair. */
  shown(side: Side, other?: Side): string;
  /** The target as it stands in the translated file, if OmegaT can put the source's tags where they belong. */
  written(pair: Segment): string | undefined;
}

const formsOf = (version: Version): Readonly<Record<'text' | 'codes', Form>> => ({
  text: {
    extension: '.txt',
    source: toTextSource,
    shown: ({ text }) => normalize(text),
    written: ({ target }) => normalize(target.text),
  },
  codes: {
    extension: '.html',
    source: toHtmlSource,
    shown: ({ content }, other) => normalize(toShortcuts(version, content, other?.content)),
    written: ({ source, target }) =>
      hasShortcutsOf(version, source.content, target.content)
        ? normalize(toHtml(target.content, source.content))
        : undefined,
  },
});

/** As a memory has it, without white space of XML at the ends; and OmegaT makes all it reads NFC. */
function normalize(text: string): string {
  return text.replace(/^[ \t\r\n]+|[ \t\r\n]+$/g, '').normalize('NFC');
}

/** The pairs that a memory holds. */
function exported(article: Article): Segment[] {
  return pairsOf(article).filter(({ skip }) => skip === undefined);
}

function sourcesOf(articles: readonly NamedArticle[], { extension, source }: Form): Record<string, string> {
  return Object.fromEntries(articles.map(({ name, article }) => [name + extension, source(article)]));
}

function memoryOf(articles: readonly NamedArticle[], { shown }: Form): string[][] {
  return articles.flatMap(({ article }) =>
    exported(article).map(({ source, target }) => [shown(source, target), shown(target, source)]),
  );
}

/** What became of the pairs of an article. */
interface Outcome {
  readonly pairs: number;
  /** Whose source is a segment of its file, as the memory has it. */
  readonly delivered: number;
  /** For which OmegaT has inserted a target of the memory. */
  readonly inserted: number;
  /** Whose inserted target stands in the translated file, tags and all. */
  readonly written: number;
}

function outcomes(articles: readonly NamedArticle[], form: Form, translated: Translated): Record<string, Outcome> {
  const targets = new Map<string, Map<string, Segment>>();
  for (const { article } of articles) {
    for (const pair of exported(article)) {
      const source = form.shown(pair.source, pair.target);
      const known = targets.get(source) ?? new Map<string, Segment>();
      targets.set(source, known.set(form.shown(pair.target, pair.source), pair));
    }
  }
  return Object.fromEntries(
    articles.map(({ name, article }) => {
      const file = name + form.extension;
      const output = decode(translated.output(file), form);
      const translations = new Map(
        translated.segments
          .filter((segment) => segment.file === file)
          .map(({ source, translation }) => [source, translation]),
      );
      const outcome = { pairs: 0, delivered: 0, inserted: 0, written: 0 };
      for (const pair of exported(article)) {
        outcome.pairs++;
        const source = form.shown(pair.source);
        const translation = translations.get(source);
        if (translation === undefined || !targets.has(source)) continue;
        outcome.delivered++;
        // Any target of that source is right; which one is up to OmegaT.
        const own = targets.get(source)?.get(translation ?? '');
        if (own === undefined) continue;
        outcome.inserted++;
        const written = form.written({ ...own, source: pair.source });
        if (written !== undefined && output.includes(written)) outcome.written++;
      }
      return [name, outcome];
    }),
  );
}

/** OmegaT writes some characters of HTML as entities. */
function decode(output: string, { extension }: Form): string {
  return extension === '.html' ? output.replaceAll('&nbsp;', '\u00a0') : output;
}

function total(all: Record<string, Outcome>): Outcome {
  const sum = { pairs: 0, delivered: 0, inserted: 0, written: 0 };
  for (const outcome of Object.values(all)) {
    for (const key of ['pairs', 'delivered', 'inserted', 'written'] as const) sum[key] += outcome[key];
  }
  return sum;
}

const table = (all: Record<string, Outcome>): Record<string, number[]> =>
  Object.fromEntries(
    Object.entries(all).map(([name, { pairs, delivered, inserted, written }]) => [
      name,
      [pairs, delivered, inserted, written],
    ]),
  );

/** Of each article, `[pairs, delivered, inserted, written]`. What is not delivered, OmegaT cuts or spaces in another way. */
const counts: Readonly<Record<'text' | 'codes', Record<string, number[]>>> = {
  text: {
    headings: [12, 10, 10, 10],
    'html-tables': [14, 14, 14, 14],
    'image-alt': [7, 7, 7, 7],
    'include-fragments': [6, 6, 6, 6],
    'line-breaks': [6, 4, 4, 4],
    'link-labels': [11, 11, 11, 11],
    lists: [17, 16, 16, 16],
    'nested-span': [5, 5, 5, 5],
    'outer-space': [5, 5, 5, 5],
    'paragraph-ids': [6, 4, 4, 4],
    'pipe-tables': [26, 25, 25, 25],
    'quotes-and-alerts': [13, 13, 13, 13],
    'reset-portal': [18, 18, 18, 18],
    seed: [19, 19, 19, 19],
    'several-pairs': [28, 26, 26, 26],
    'special-characters': [11, 10, 10, 10],
    'yaml-escapes': [13, 13, 13, 13],
  },
  codes: {
    headings: [12, 12, 12, 12],
    'html-tables': [14, 14, 14, 14],
    'image-alt': [7, 7, 7, 7],
    'include-fragments': [6, 6, 6, 6],
    'line-breaks': [6, 2, 2, 2],
    'link-labels': [11, 11, 11, 11],
    lists: [17, 16, 16, 16],
    'nested-span': [5, 5, 5, 5],
    'outer-space': [5, 5, 5, 5],
    'paragraph-ids': [6, 4, 4, 4],
    'pipe-tables': [26, 25, 25, 25],
    'quotes-and-alerts': [13, 13, 13, 13],
    'reset-portal': [18, 18, 18, 18],
    seed: [19, 19, 19, 19],
    'several-pairs': [28, 28, 28, 28],
    'special-characters': [11, 9, 9, 9],
    'yaml-escapes': [13, 12, 12, 12],
  },
};

describeOmegat('', (version) => {
  describe.each(['text', 'codes'] as const)('with a memory of --inline %s', (inline) => {
    const form = formsOf(version)[inline];

    it('inserts the targets of fixtures and seed', () => {
      const articles = fixturesAndSeed();
      const trgLang = 'ja-JP';
      const translated = translateProject({
        version,
        trgLang,
        sources: sourcesOf(articles, form),
        memories: Object.fromEntries(
          articles.map(({ name, article }) => [`${name}.tmx`, exportToString([article], 'tmx', { inline, trgLang })]),
        ),
      });
      expect(translated.memory.map(({ source, target }) => [source, target]).sort()).toEqual(
        memoryOf(articles, form).sort(),
      );
      expect(table(outcomes(articles, form, translated))).toEqual(
        Object.fromEntries(articles.map(({ name }) => [name, counts[inline][name]])),
      );
    });

    it.runIf(shared !== undefined).each([
      ['ja-JP', sampleOf(version)],
      ['de-DE', sampleOf(version)],
    ])('inserts at least 97 of 100 in the trees of %s', (trgLang, perTree) => {
      const articles = sample(trgLang, perTree);
      const memory = join(temporaryFolder(), 'memory.tmx');
      const { status, stderr } = sspr([
        ...['export', ...articles.map(({ file }) => file), '-f', 'tmx', '--inline', inline],
        ...['--trg-lang', trgLang, '-o', memory, '-q', '--fail-on', 'never'],
      ]);
      expect([status, stderr]).toEqual([0, '']);
      const translated = translateProject({
        version,
        trgLang,
        sources: sourcesOf(articles, form),
        memories: { 'memory.tmx': readFileSync(memory, 'utf8') },
      });
      expect(translated.memory.map(({ source, target }) => [source, target]).sort()).toEqual(
        memoryOf(articles, form).sort(),
      );
      const { pairs, delivered, inserted, written } = total(outcomes(articles, form, translated));
      console.log(
        `${trgLang}, --inline ${inline}: ${articles.length} articles, ${pairs} pairs, ${delivered} delivered unchanged, ${inserted} inserted, ${written} found in the files`,
      );
      expect(inserted).toBe(delivered);
      expect(inserted / pairs).toBeGreaterThanOrEqual(0.97);
      expect(written / pairs).toBeGreaterThanOrEqual(0.97);
    });
  });

  it(`has all ${version === '3.6' ? 'targets' : 'sources and targets'} of XLIFF 1.2`, () => {
    const articles = fixturesAndSeed();
    const trgLang = 'ja-JP';
    const translated = translateProject({
      version,
      trgLang,
      sentences: false,
      sources: Object.fromEntries(
        articles.map(({ name, article }) => [`${name}.xlf`, exportToString([article], 'xliff1.2', { trgLang })]),
      ),
    });
    for (const { name, article } of articles) {
      const file = `${name}.xlf`;
      const segments = translated.segments.filter((segment) => segment.file === file);
      // 3.6 takes the target for the text to translate, 5.8 the source; both pass over what is nothing but tags.
      const texts = [...segmentsOf(article)]
        .filter(({ skip }) => skip === undefined)
        .map(({ source, target }) => (version === '3.6' ? target : source))
        .map(({ content }) => ({
          text: collapse(
            content.map((inline) => (inline.kind === 'text' ? inline.text.normalize('NFC') : '')).join(''),
          ),
          tags: content.filter((inline, index) => isTag(version, inline, content[index - 1])).length,
        }))
        .filter(({ text }) => text !== '');
      expect([
        name,
        segments.map(({ source }) => ({
          text: wordsOf(source),
          tags: source.match(/<\/?[a-z]\d+\/?>/g)?.length ?? 0,
        })),
      ]).toEqual([name, texts]);
      if (version === '5.8') {
        expect([name, segments.map(({ source, translation }) => wordsOf(translation ?? source))]).toEqual([
          name,
          targetsOf(article),
        ]);
      }
      expect(translated.output(file).match(/<trans-unit /g)?.length).toBe(
        [...segmentsOf(article)].filter(({ skip }) => skip === undefined).length,
      );
    }
  });
});

/** A text of OmegaT without its tags. */
const wordsOf = (text: string): string => collapse(text.replaceAll(/<\/?[a-z]\d+\/?>/g, ''));

/** The words of the targets of segments that are more than tags. */
function targetsOf(article: Article): string[] {
  const textOf = ({ content }: Side): string =>
    collapse(content.map((inline) => (inline.kind === 'text' ? inline.text.normalize('NFC') : '')).join(''));
  return [...segmentsOf(article)]
    .filter(({ skip, source }) => skip === undefined && textOf(source) !== '')
    .map(({ target }) => textOf(target));
}

/** Whether the code is a tag in OmegaT: a pair with nothing in it is but one to 3.6. */
function isTag(version: Version, inline: Inline, before: Inline | undefined): boolean {
  if (inline.kind === 'text') return false;
  return version !== '3.6' || !(inline.kind === 'ec' && before?.kind === 'sc' && before.id === inline.id);
}

/** OmegaT makes one space of several, and of what separates lines. */
function collapse(text: string): string {
  return text.replaceAll(/[ \t\r\n\u2028\u2029]+/g, ' ').trim();
}
