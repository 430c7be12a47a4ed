import { describe, expect, it } from 'vitest';
import { tagInName } from '../../../src/corpus/language/tag-in-name.js';
import { usedLanguages } from '../../../src/corpus/language/used-languages.js';

/** The version of the data that the list was made of; later ones may know more languages. */
const madeOf = '48.0';

describe('the languages that there are locales of', () => {
  it('are locales of Intl, by their own subtag', () => {
    const listed = [...usedLanguages];
    expect(listed.length).toBeGreaterThan(200);
    expect(Intl.NumberFormat.supportedLocalesOf(listed)).toEqual(listed);
    expect(Intl.getCanonicalLocales(listed)).toEqual(listed);
  });

  it.runIf(process.versions['cldr'] === madeOf)('are all of those', () => {
    const letters = [...'abcdefghijklmnopqrstuvwxyz'];
    const codes = letters.flatMap((a) => letters.flatMap((b) => ['', ...letters].map((c) => a + b + c)));
    const isUsed = (code: string): boolean =>
      Intl.getCanonicalLocales(code)[0] === code && Intl.NumberFormat.supportedLocalesOf(code).length > 0;
    expect(codes.filter(isUsed).sort()).toEqual([...usedLanguages].sort());
  });

  it.each(['ja-JP', 'is-IS', 'sr-Latn', 'sr-Cyrl-ME', 'yue-Hans-CN', 'vec-IT', 'pt-AO'])('%s is in use', (tag) => {
    expect(tagInName(`docs.${tag.toLowerCase()}`)).toBe(tag);
  });

  it.each(['is-in', 'it-us', 'or-do', 'sr-md', 'de-fr'])('%s is not', (tag) => {
    expect(tagInName(`how-${tag}`)).toBeUndefined();
  });
});
