import { expect, it } from 'vitest';
import {
  type Article,
  articleOf,
  type Carrier,
  carriers,
  checkArticle,
  diagnosticsOf,
  exportToString,
  markdownMarkup,
  mergedOf,
  mergeTmx,
  mergeXliff,
  pairsOf,
  parseArticle,
  splitArticle,
} from '../../../src/index.js';
import { pair } from '../../support/pairs.js';

const text = `[x]\n~key=${pair('1a2b3-102', 'In 15~Tagen', 'In 51~days')}\nbye=${pair('1a2b3-103', 'Bis~bald', 'See~you')}`;

/** Text with `~` for a space, and a header in brackets that is of the localization system. */
const properties: Carrier<'properties'> = {
  name: 'properties',
  title: 'Properties',
  extensions: ['.properties'],
  markup: markdownMarkup,
  readMetadata: () => ({ localization: { trgLang: 'de-DE' }, findings: [] }),
  open: (whole) => ({
    group: (pairs) => pairs.map((_, index) => ({ block: 'paragraph', first: index, last: index })),
    textOf: (_, { start, end }) => whole.slice(start, end).replaceAll('~', ' '),
    isEscaped: () => true,
  }),
  write: (article, changes) =>
    changes.map(({ range, by }) => ({
      range,
      text: typeof by === 'string' ? by.replaceAll(' ', '~') : article.text.slice(by.start, by.end),
    })),
  withoutLocalization: () => [{ range: { start: 0, end: 4 }, text: '' }],
};
const carrier = properties;

function read(options: Parameters<typeof parseArticle>[1] = { carrier, path: 'a.properties' }): Article {
  const article = articleOf(parseArticle(text, options));
  if (article === undefined) throw new Error('nothing was read');
  return article;
}

it('a carrier of your own is read, exported and checked', () => {
  const article = read();
  expect(article).toMatchObject({ carrier: 'properties', localization: { trgLang: 'de-DE' } });
  expect(pairsOf(article).map(({ source, target }) => [source.text, target.text])).toEqual([
    ['In 51 days', 'In 15 Tagen'],
    ['See you', 'Bis bald'],
  ]);
  expect(exportToString([article], 'tmx')).toContain('<seg>In 15 Tagen</seg>');
  expect(checkArticle(article).map(({ code }) => code)).toEqual(['check/numbers']);
});

it('a carrier of your own is split by its own functions, also after the model was JSON', () => {
  const article = JSON.parse(JSON.stringify(read())) as Article;
  expect(splitArticle(article, 'source', { carrier })).toBe('~key=In 51~days\nbye=See~you');
  expect(splitArticle(article, 'target', { carrier })).toBe('[x]\n~key=In 15~Tagen\nbye=Bis~bald');
});

it.each(['xliff', 'xliff1.2', 'tmx'] as const)('targets of %s are written by its own functions', (format) => {
  const article = read();
  const edited = exportToString([article], format).replace('In 15 Tagen', 'In 51 Tagen');
  const merged = mergedOf((format === 'tmx' ? mergeTmx : mergeXliff)(article, edited, { carrier }));
  expect(merged?.text).toBe(text.replace('In 15~Tagen', 'In~51~Tagen'));
  expect(merged?.changes.map(({ id }) => id)).toEqual(['1a2b3-102']);
});

it('without the carrier, merging refuses the article and splitting takes the sides as they are spelled', () => {
  const article = read();
  const xliff = exportToString([article], 'xliff');
  const tmx = exportToString([article], 'tmx');
  for (const result of [mergeXliff(article, xliff), mergeTmx(article, tmx)]) {
    expect(result._tag).toBe('Left');
    expect(diagnosticsOf(result)).toMatchObject([
      { code: 'merge/unknown-carrier', severity: 'error', message: expect.stringContaining('"properties"') },
    ]);
  }
  expect(splitArticle(article, 'source')).toBe('[x]\n~key=In 51~days\nbye=See~you');
});

it('an article of another carrier may be written as one of your own', () => {
  const article = read({ path: 'a.md' });
  expect(splitArticle(article, 'source', { carrier })).toBe('~key=In 51~days\nbye=See~you');
});

it('what is no carrier is refused as other wrong options are', () => {
  const wrong = { carrier: 'yaml' as unknown as Carrier };
  expect(() => splitArticle(read(), 'source', wrong)).toThrow('carrier: "yaml" is no object.');
  expect(() => mergeXliff(read(), '', wrong)).toThrow(RangeError);
});

it('a carrier may be named, whatever the path says', () => {
  expect(read({ carrier: 'yaml', path: 'a.md' }).carrier).toBe('yaml');
  expect(read({ carrier: 'markdown', path: 'a.yml' }).carrier).toBeUndefined();
  expect(() => parseArticle(text, { carrier: 'yam' as 'yaml' })).toThrow(RangeError);
});

it('a carrier of the list may be given as its object, too', () => {
  for (const each of carriers) {
    expect(read({ carrier: each })).toEqual(read({ carrier: each.name }));
  }
});
