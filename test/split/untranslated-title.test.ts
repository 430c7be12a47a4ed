import { describe, expect, it } from 'vitest';
import { untranslatedTitle } from '../../src/split/untranslated-title.js';
import { articleOf, pair } from '../support/pairs.js';

const titleOf = (title: string, language: string, target = 'Eins', source = 'One'): unknown => {
  const header = `---\ntitle: ${title}\nms.contentlocale: ${language}\n---\n`;
  return untranslatedTitle(articleOf(`${header}# ${pair('1a2b3-102', target, source)}\n`), language)?.value;
};

describe('a title stays in the target language', () => {
  it('where it is neither the target nor the source of the first pair', () => {
    expect(titleOf('Etwas anderes', 'de-DE')).toBe('Etwas anderes');
    expect(titleOf('"Etwas: anderes"', 'de-DE')).toBe('Etwas: anderes');
    expect(titleOf('Eins', 'de-DE')).toBeUndefined();
    expect(titleOf('>-\n  The\n  one', 'de-DE', 'Das eine', 'The one')).toBeUndefined();
    expect(titleOf('[a, b]', 'de-DE')).toBeUndefined();
    expect(titleOf('2019 (1.0)', 'de-DE')).toBeUndefined();
  });

  it.each([
    ['ja-JP', '印刷', 'Printer 2000'],
    ['th-TH', 'การพิมพ์ 2000', 'Printing'],
    ['ar-SA', 'الطباعة', 'Printing'],
    ['he-IL', 'הדפסה', 'Printing'],
    ['ru-RU', 'Печать', 'Printing'],
    ['zh-Hans', '打印', 'Printing'],
  ])('where it has letters of a script of %s', (language, own, english) => {
    expect(titleOf(own, language)).toBe(own);
    expect(titleOf(english, language)).toBeUndefined();
  });

  it('in Latin letters, too, where the language has them', () => {
    expect(titleOf('Štampanje', 'sr-Latn-RS')).toBe('Štampanje');
    expect(titleOf('Štampanje', 'sr-Cyrl-RS')).toBeUndefined();
  });

  it('where the article has no pair at all, and not where there is no title', () => {
    const header = '---\ntitle: Drucken\nms.contentlocale: de-DE\n---\n';
    expect(untranslatedTitle(articleOf(`${header}Drucken.\n`), 'de-DE')?.value).toBe('Drucken');
    expect(untranslatedTitle(articleOf('Drucken.\n'), 'de-DE')).toBeUndefined();
  });
});
