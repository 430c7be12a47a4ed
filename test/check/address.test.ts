import { describe, expect, it } from 'vitest';
import { addressKey } from '../../src/check/addresses/address.js';

const same: readonly (readonly [language: string, source: string, target: string])[] = [
  ['fr-FR', 'https://example.com/en-us/door', 'https://example.com/fr-ca/door'],
  ['pt-BR', 'https://example.com/en/door', 'https://example.com/pt-br/door'],
  ['zh-TW', 'https://example.com/docs/en_US/door', 'https://example.com/docs/zh_Hant_TW/door'],
  ['ko-KR', 'https://en.example.com/door', 'https://ko.example.com/door'],
  ['ru-RU', 'https://www.example.com/door', 'https://ru.example.com/door/'],
  ['pl-PL', 'https://example.com/door?hl=en&id=7', 'https://example.com/door?hl=pl&id=7'],
  ['tr-TR', 'https://example.com/door?id=7', 'https://example.com/door?id=7&culture=tr-TR'],
  ['he-IL', 'https://example.com/door?ui=en-us', 'https://example.com/door?ui=he-il'],
  ['ar-SA', 'https://example.com/door?clcid=0x409', 'https://example.com/door?clcid=0x401'],
  ['es-MX', 'https://example.com/us-en/door', 'https://example.com/mx-es/door'],
  ['nb-NO', '/en-us/door', '/no/door'],
  ['hi-IN', '../en-us/door.md', '../hi-in/door.md'],
  ['th-TH', 'files/guide.en.pdf', 'files/guide.th.pdf'],
  ['ja-JP', 'files/guide-en-us.pdf', 'files/guide_ja.pdf'],
  ['sr-Latn-RS', 'http://example.com/en-us/a?b#c', 'https://www.example.com/sr-latn-rs/a?b#c'],
  ['de-DE', 'www.example.com/a', 'https://example.com/a'],
];

const other: readonly (readonly [language: string, source: string, target: string])[] = [
  ['fr-FR', '../identity/my-db/door.md', '../identity/my-os/door.md'],
  ['it-IT', '../guides/it-us/door.md', '../guides/it-ch/door.md'],
  ['ja-JP', 'https://example.com/how-to/door', 'https://example.com/ja-jp/door'],
  ['is-IS', 'https://example.com/a/in/door', 'https://example.com/a/is/door'],
  ['de-DE', 'https://example.com/en-us/door', 'https://example.com/fr-fr/door'],
  ['ko-KR', 'https://example.com/door?id=en-1', 'https://example.com/door?id=ko-1'],
  ['no-NO', 'https://example.com/door?q=or', 'https://example.com/door?q=no'],
  ['de-DE', 'https://example.com/door', 'https://example.de/door'],
  ['de-DE', 'https://example.com/door#en', 'https://example.com/door#top'],
  ['de-DE', 'ftp://example.com/door', 'https://example.com/door'],
];

describe('addressKey', () => {
  it.each(same)('%s: %s and %s differ by the language only', (language, source, target) => {
    expect(addressKey(target, language)).toBe(addressKey(source, language));
  });

  it.each(other)('%s: %s and %s are two addresses', (language, source, target) => {
    expect(addressKey(target, language)).not.toBe(addressKey(source, language));
  });

  it('takes any language for one where that of the article is not known', () => {
    expect(addressKey('https://example.com/fi-fi/a', undefined)).toBe(
      addressKey('https://example.com/en-us/a', undefined),
    );
    expect(addressKey('https://example.com/my-db/a', undefined)).not.toBe(
      addressKey('https://example.com/my-os/a', undefined),
    );
  });
});
