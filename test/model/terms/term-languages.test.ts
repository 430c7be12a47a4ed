import { expect, it } from 'vitest';
import { tagsFor } from '../../../src/model/terms/term-languages.js';

it.each([
  ['de-DE', ['de-AT', 'de', 'DE-de', 'fr'], ['DE-de', 'de']],
  ['de', ['de-CH', 'de-AT', 'en'], ['de-CH', 'de-AT']],
  ['zh-TW', ['zh', 'zh-Hant', 'zh-Hans', 'zh-HK'], ['zh-Hant']],
  ['zh-Hans', ['zh-CN', 'zh', 'zh-TW'], ['zh', 'zh-CN']],
  ['sr-Latn-RS', ['sr', 'sr-Latn', 'sr-Cyrl-RS'], ['sr-Latn']],
  ['pt-PT', ['pt-BR', 'pt'], ['pt']],
  ['iw-IL', ['he'], ['he']],
  ['nb-NO', ['no'], ['no']],
  ['not a tag', ['de'], []],
])('for %s, of %j, serve %j', (wanted, tags, serving) => {
  expect(tagsFor(wanted, tags)).toEqual(serving);
});
