import { expect, it } from 'vitest';
import {
  articleOf,
  type Carrier,
  carriers,
  checkArticle,
  exportToString,
  pairsOf,
  parseArticle,
  splitArticle,
} from '../../../src/index.js';
import { pair } from '../../support/pairs.js';

const [first] = carriers;
const text = `[x]\nkey=${pair('1a2b3-102', 'In 15~Tagen', 'In 51~days')}\n`;

/** Text with `~` for a space. */
const properties: Carrier<'properties'> = {
  name: 'properties',
  title: 'Properties',
  extensions: ['.properties'],
  markup: (first as Carrier).markup,
  readMetadata: () => ({ localization: { trgLang: 'de-DE' }, findings: [] }),
  open: (whole) => ({
    group: (pairs) => pairs.map((_, index) => ({ block: 'paragraph', first: index, last: index })),
    textOf: (_, { start, end }) => whole.slice(start, end).replaceAll('~', ' '),
    isEscaped: () => true,
  }),
  write: () => [],
};

it('a carrier of your own is read, exported and checked', () => {
  const article = articleOf(parseArticle(text, { carrier: properties, path: 'a.properties' }));
  if (article === undefined) throw new Error('nothing was read');
  expect(article).toMatchObject({ carrier: 'properties', localization: { trgLang: 'de-DE' } });
  expect(pairsOf(article).map(({ source, target }) => [source.text, target.text])).toEqual([
    ['In 51 days', 'In 15 Tagen'],
  ]);
  expect(exportToString([article], 'tmx')).toContain('<seg>In 15 Tagen</seg>');
  expect(checkArticle(article).map(({ code }) => code)).toEqual(['check/numbers']);
  expect(() => splitArticle(article, 'source')).toThrow('carrier: "properties" is none of markdown, xml, yaml');
});

it('a carrier may be named, whatever the path says', () => {
  expect(articleOf(parseArticle(text, { carrier: 'yaml', path: 'a.md' }))?.carrier).toBe('yaml');
  expect(articleOf(parseArticle(text, { carrier: 'markdown', path: 'a.yml' }))?.carrier).toBeUndefined();
  expect(() => parseArticle(text, { carrier: 'yam' as 'yaml' })).toThrow(RangeError);
});
