import { describe, expect, it } from 'vitest';
import { foldText } from '../../../src/model/terms/folded-text.js';
import { termKey } from '../../../src/model/terms/term-key.js';

describe('a folded text', () => {
  it.each([
    ['Save As', 'save as'],
    ['Save\u00a0\n As', 'save as'],
    ['Spei\u00adchern\u200b', 'speichern'],
    ['e\u0301tat', 'état'],
    ['각', '각'.normalize('NFC')],
    ['ΟΔΟΣ', 'οδοσ'],
    ['İKİ ı', 'iki i'],
    ['サインイン ログ', 'サインインログ'],
    ['การจัดการ ภัยคุกคาม', 'การจัดการภัยคุกคาม'],
    ['保存 Save', '保存 save'],
    ['a\u2011b', 'a-b'],
    ['\ud83d\ude00  x\ud83d', '\ud83d\ude00 x\ud83d'],
  ])('%j is %j', (text, folded) => {
    expect(foldText(text).text).toBe(folded);
  });

  it.each(['Das  Konto\u00a0 öffnen', 'Spei\u00adchern Konto', 'o\u0308ffnen Konto', 'Konto', '\u200bKonto\u200b'])(
    'knows where %j has what it has',
    (text) => {
      const { text: folded, at } = foldText(text);
      const start = folded.indexOf('konto');
      expect(text.slice(at(start), at(start + 5)).replace('\u200b', '')).toBe('Konto');
      expect(at(folded.length)).toBe(text.length);
    },
  );
});

describe('the key of a term', () => {
  it.each(['Save As', '[save as...]', '„Save  As“', 'SAVE AS (preview)', '&Save As', 'Save\u00a0As…'])(
    'of %j',
    (term) => {
      expect(termKey(term)).toBe('save as');
    },
  );
});
