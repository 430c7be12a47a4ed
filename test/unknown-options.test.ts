import { expect, test } from 'vitest';
import * as core from '../src/index.js';
import * as node from '../src/node.js';
import { articleOf, pair } from './support/pairs.js';
import { sourceOf } from './support/sources.js';

const article = articleOf(pair('a-101', 'Hallo', 'Hello'), 'a.md');
const matcher = core.createMatcher([], { trgLang: 'de-DE' });
const english = sourceOf('One.');
const terms: core.Glossary = { srcLang: 'en-US', concepts: [] };
/** Nothing is written where there is nothing to read. */
const folder = 'no such folder';
const document = core.exportToString([article], 'xliff', { trgLang: 'de-DE' });
const memory = core.exportToString([article], 'tmx', { trgLang: 'de-DE' });

async function all(items: AsyncIterable<unknown>): Promise<void> {
  for await (const _ of items);
}

/** Each exported function that takes options, with an option that is misspelt, and what was meant. */
const calls: Readonly<Record<string, [Record<string, unknown>, string, (options: object) => unknown]>> = {
  parseArticle: [{ carier: 'yaml' }, 'carrier', (options) => core.parseArticle('', options)],
  parseInline: [{ ofset: 3 }, 'offset', (options) => core.parseInline('a', options)],
  readContents: [{ isDefind: () => true }, 'isDefined', (options) => core.readContents('a', 'b', options)],
  exportToString: [{ inlin: 'text' }, 'inline', (options) => core.exportToString([article], 'xliff', options)],
  exportToBytes: [{ unit: 'pair' }, 'units', (options) => core.exportToBytes([article], 'xlsx', options)],
  entriesToBytes: [{ metdata: false }, 'metadata', (options) => core.entriesToBytes([], 'parquet', options)],
  entriesToString: [{ srcLng: 'en' }, 'srcLang', (options) => core.entriesToString([], 'tmx', options)],
  glossaryToString: [{ styles: 'dct' }, 'style', (options) => core.glossaryToString(terms, 'tbx', options)],
  glossaryToBytes: [{ langs: ['de'] }, 'lang', (options) => core.glossaryToBytes(terms, 'csv', options)],
  extractTerms: [{ minCounts: 3 }, 'minCount', (options) => core.extractTerms([], options)],
  termsCorpus: [{ minSharre: '0.2' }, 'minShare', (options) => node.termsCorpus([], options)],
  readGlossary: [{ formt: 'csv' }, 'format', (options) => core.readGlossary('', options)],
  toExportItem: [{ targetLang: 'de' }, 'trgLang', (options) => core.toExportItem(article, 'a.md', options)],
  countPairs: [{ Inline: 'strip' }, 'inline', (options) => core.countPairs(article, options)],
  toXliffJs: [{ trglang: 'de' }, 'trgLang', (options) => core.toXliffJs(article, options)],
  mergeXliff: [{ forced: true }, 'force', (options) => core.mergeXliff(article, document, options)],
  readSource: [{ paht: 'a.md' }, 'path', (options) => core.readSource('a', options)],
  readSrx: [{ langage: 'en' }, 'language', (options) => core.readSrx('', options)],
  sourcesToString: [{ trgLan: 'de' }, 'trgLang', (options) => core.sourcesToString([english], 'xliff', options)],
  mergeSource: [{ requireAl: true }, 'requireAll', (options) => core.mergeSource(english, document, options)],
  toSideBySide: [
    { translatedType: 'ht' },
    'translationType',
    (options) => core.toSideBySide(english, { trgLang: 'de', sourceHash: '0'.repeat(40), ...options }),
  ],
  mergeTmx: [{ marHuman: true }, 'markHuman', (options) => core.mergeTmx(article, memory, options)],
  splitArticle: [{ anchor: 'keep' }, 'anchors', (options) => core.splitArticle(article, 'source', options)],
  checkArticle: [{ 'check/number': 'off' }, 'check/numbers', (options) => core.checkArticle(article, options)],
  createMatcher: [{ limits: 3 }, 'limit', (options) => core.createMatcher([], { trgLang: 'de', ...options })],
  createStreamMatcher: [
    { minscore: 70 },
    'minScore',
    (options) => core.createStreamMatcher([], { trgLang: 'de', ...options }),
  ],
  createPassMatcher: [{ severals: 75 }, 'several', (options) => core.createPassMatcher({ trgLang: 'de', ...options })],
  createAnalysis: [{ word: 'gmx' }, 'words', (options) => core.createAnalysis(options)],
  viewToHtml: [{ titel: 'A' }, 'title', (options) => node.viewToHtml([], options)],
  findArticles: [{ exclud: ['a'] }, 'exclude', (options) => node.findArticles([folder], options)],
  readArticles: [{ onfound: () => undefined }, 'onFound', (options) => all(node.readArticles([folder], options))],
  exportCorpus: [{ inlin: 'x' }, 'inline', (options) => node.exportCorpus([folder], options)],
  memoryCorpus: [{ keeps: 'best' }, 'keep', (options) => node.memoryCorpus([folder], options)],
  createMemory: [{ joins: true }, 'join', (options) => core.createMemory(options)],
  leverage: [{ filled: 99 }, 'fill', (options) => core.leverage(english, matcher, options)],
  createMemoryReader: [{ attribute: true }, 'attributes', (options) => core.createMemoryReader(options)],
  splitCorpus: [{ side: ['source'] }, 'sides', (options) => node.splitCorpus([folder], options)],
  viewCorpus: [{ singel: true }, 'single', (options) => node.viewCorpus([folder], options)],
  checkFiles: [{ code: [] }, 'codes', (options) => all(node.checkFiles([folder], options))],
  mergeCorpus: [{ inplace: true }, 'inPlace', (options) => node.mergeCorpus(folder, ['a.xlf'], options)],
  mergeFile: [{ srcLan: 'en' }, 'srcLang', (options) => node.mergeFile('a.md', 'a.xlf', options)],
};

test.each(Object.entries(calls))('%s names an option that it does not have, and the nearest', async (_, call) => {
  const [options, meant, run] = call;
  const [name = ''] = Object.keys(options);
  const error = await Promise.resolve()
    .then(() => run(options))
    .then(
      () => undefined,
      (reason: unknown) => reason,
    );
  expect(error).toSatisfy((thrown) => thrown instanceof RangeError || thrown instanceof node.CorpusError);
  const { message } = error as Error;
  expect(message).toContain(name);
  expect(message).toMatch(new RegExp(`; did you mean (?:\\S+ or )*${meant}\\b`));
  if (error instanceof node.CorpusError) expect(error.kind).toBe('usage');
});

test.each(Object.entries(calls))('%s passes over one that is undefined', async (_, call) => {
  const [options, , run] = call;
  const [name = ''] = Object.keys(options);
  const message = await Promise.resolve()
    .then(() => run({ [name]: undefined }))
    .then(
      () => '',
      (reason: unknown) => String(reason),
    );
  expect(message).not.toContain('no such option');
});

test('an option that is like none is named', () => {
  const options: object = { xyzzy: 1 };
  expect(() => core.exportToString([article], 'tmx', options)).toThrow(/^xyzzy: there is no such option\.$/);
  const inherited: object = { toString: 1 };
  expect(() => core.exportToString([article], 'tmx', inherited)).toThrow(/^toString: there is no such option/);
});
