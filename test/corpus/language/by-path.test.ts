import { expect, it } from 'vitest';
import { inferByPath } from '../../../src/corpus/language/by-path.js';
import { articleOf, pair } from '../../support/pairs.js';

const german = articleOf(pair('1a2b3-102', 'Die Tür', 'The door'));
const russian = articleOf(pair('1a2b3-102', 'только русский текст', 'Only Russian'));

it('takes the nearest part of a path that ends in the tag of a target language', () => {
  expect(inferByPath('docs.ja-JP/de-DE/a.md', german, 'en-US')).toEqual({ trgLang: 'de-DE', from: 'its path (de-DE)' });
  expect(inferByPath('ja-JP/a.de-at.md', german, 'en-US').trgLang).toBe('de-AT');
  expect(inferByPath('de-DE/en-US/a.md', german, 'en-US').trgLang).toBe('de-DE');
});

it('says why there is none', () => {
  expect(inferByPath('docs/how-to/a.md', german, 'en-US')).toEqual({ because: '' });
  expect(inferByPath('de-DE/ja-JP/a.md', russian, 'en-US')).toEqual({
    because: ', and is not in the script of ja-JP, as its path says (ja-JP)',
  });
});
