import { describe, expect, it } from 'vitest';
import { bareTag, tagInName } from '../../../src/corpus/language/tag-in-name.js';

describe('a name that ends in a tag', () => {
  it.each([
    ['ja-JP', 'ja-JP'],
    ['kiosk.pl-PL.sxs', 'pl-PL'],
    ['repo.cs-cz', 'cs-CZ'],
    ['docs_pt-BR', 'pt-BR'],
    ['docs-fr-ca', 'fr-CA'],
    ['docs de-AT', 'de-AT'],
    ['zh-hant', 'zh-Hant'],
    ['site.zh-Hant-HK', 'zh-Hant-HK'],
    ['x.sr-cyrl-rs', 'sr-Cyrl-RS'],
    ['es-419', 'es-419'],
    ['ca-ES-valencia', 'ca-ES-valencia'],
    ['fil-PH', 'fil-PH'],
    ['nb-no', 'nb-NO'],
    ['iw-IL', 'iw-IL'],
    ['handbook.hy-am.v2', 'hy-AM'],
    ['guide.uk-UA.md', 'uk-UA'],
    ['docs.ko_KR', 'ko-KR'],
    ['api-zh-Hans', 'zh-Hans'],
    ['it-it', 'it-IT'],
  ])('%s: %s', (name, tag) => expect(tagInName(name)).toBe(tag));

  // Each has the form of a tag, and most are made of subtags that exist.
  it.each([
    'how-to',
    'sign-in',
    'log-in',
    'add-in',
    'set-up',
    'in-app',
    'az-cli',
    'az-java',
    'my-tale',
    'to-do',
    'de-id',
    'vm-us',
    'what-is-it',
    'same-as-in',
    'net-472',
    'net-480',
    'net-5',
    'v1.2',
    'cs-vb',
    'zh-cht',
    'is_it',
    'de',
    'docs',
    'de-DE-windows',
    'x-ja-JPN',
    'docs.und-US',
    'docs-und-Latn-US',
    '',
    '.',
    '日本',
  ])('not %s', (name) => expect(tagInName(name)).toBeUndefined());
});

it('a bare tag is a language that there are locales of', () => {
  expect(['de', 'FR', 'fil', 'ja'].map(bareTag)).toEqual(['de', 'fr', 'fil', 'ja']);
  for (const name of ['in', 'api', 'sql', 'net', 'bin', 'src', 'xx', 'docs', 'd'])
    expect(bareTag(name)).toBeUndefined();
});
