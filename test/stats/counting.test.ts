import { describe, expect, it } from 'vitest';
import { parseInline } from '../../src/read/inline/inline.js';
import { createContentCounter } from '../../src/stats/counting.js';
import { countGmxCharacters } from '../../src/stats/gmx/characters.js';
import { countGmxWords } from '../../src/stats/gmx/words.js';

describe('words by GMX-V', () => {
  it.each([
    ['', 0],
    [' \t\u00a0…–!?', 0],
    ["It's five o'clock!", 3],
    ['d’une famille d’or.', 3],
    ["'quoted' and ‘quoted’", 3],
    ['He was a well-known scientist', 6],
    ['a very down-to-earth person', 6],
    ["Such a ne'er-do-well!", 5],
    ['co\u2011op, co\u2010op', 4],
    ['and/or, input/output', 4],
    ['on the 7th, in 3D', 5],
    ['30 at 10:30: 1,000.50 each; 2020-11-26', 9],
    ['a,b a;b a.b 1.2.3 1:2', 8],
    ['e.g. I.B.M. v2.1 3.x', 5],
    ['What can I say... Sometimes', 5],
    ['snake_case __ _x _', 2],
    ['C# and C++', 3],
    ['See https://example.org/a-b?c=1.', 7],
    ['name@example.org', 2],
    ['Größe – 5 €', 2],
    ['cafe\u0301s, e\u0301\u0323a', 2],
    ['na\u00efve co\u00adoperate', 2],
    ['🎉 done 👍🏽', 1],
    ['𝐀𝐁 𠮷', 2],
    ['漢字 in text, ひら, カタカナ', 7],
    ['한국어 문서', 2],
    ['افتح الباب', 2],
    ['۱۲٬۳۴۵ و ۶٫۷', 3],
    ['صה״ל, צ׳ק', 2],
    ['می\u200cخواهم', 1],
    ['নমস্কার বিশ্ব', 2],
  ])('%s', (text, words) => {
    expect(countGmxWords(text)).toBe(words);
    expect(countGmxWords(`${text} ${text}`)).toBe(2 * words);
  });

  it('take time in proportion to the text', () => {
    for (const part of ["a'", '1,', 'a.', '-', '\u0301', 'a\u0301', '\u200d', '漢', '😀']) {
      expect(countGmxWords(part.repeat(200_000))).toBeLessThanOrEqual(200_000);
    }
  });
});

describe('characters by GMX-V', () => {
  it.each([
    ['d’une famille d’or.', 16],
    ["'a' well-known - b-", 12],
    ['日本語。', 3],
    ['Microsoft 365 を使う', 15],
    ['a\u00a0b\u3000c\u200bd', 4],
    ['5 € + 3', 4],
    ['한국어'.normalize('NFD'), 3],
    ['e\u0301', 1],
    ['ที่', 3],
    ['𠮷😀', 2],
    ['☺\ufe0f', 1],
    ['__a', 1],
  ])('%s', (text, characters) => expect(countGmxCharacters(text)).toBe(characters));
});

describe('contents', () => {
  it.each([
    ['en-US', 'cat', 'A well-known **file**: `a.md` or https://example.org/a-b', [5, 41]],
    ['en-US', 'gmx', 'A well-known **file**: `a.md` or https://example.org/a-b', [9, 35]],
    ['ja-JP', 'gmx', '設定を変更します。', [3, 8]],
    ['ja-JP', 'gmx', '古池や蛙飛び込む𠮷の音', [4, 11]],
    ['ja', 'gmx', '**設**定`x`', [1, 2]],
    ['zh-CN', 'gmx', '请打开门。', [1, 4]],
    ['zh-Hant-TW', 'gmx', '請打開這一扇門，然後關上。', [4, 11]],
    ['yue-HK', 'gmx', '你好嗎', [1, 3]],
    ['KO-kr', 'gmx', '문을 여세요.', [2, 5]],
    ['th-TH', 'gmx', 'ภาษาไทย', [1, 7]],
    ['th-TH', 'gmx', 'กรุณาเปิดประตู', [2, 14]],
    ['de-DE', 'gmx', 'Öffnen Sie das E-Mail-Programm', [6, 27]],
    ['jam-JM', 'gmx', 'a-b', [2, 3]],
  ] as const)('of %s by %s: %s', (language, counting, text, [words, characters]) => {
    expect(createContentCounter(language, counting)(parseInline(text))).toEqual({ words, characters });
  });

  it('of languages without spaces and without a factor are counted by the dictionary', () => {
    for (const [language, text] of [
      ['lo-LA', 'ພາສາລາວ'],
      ['km-KH', 'សូមបើកទ្វារ'],
      ['my-MM', 'မြန်မာဘာသာ'],
    ] as const) {
      const content = parseInline(text);
      const { words } = createContentCounter(language, 'gmx')(content);
      expect(words).toBeGreaterThan(0);
      expect(words).toBe(createContentCounter(language, 'cat')(content).words);
    }
  });
});
