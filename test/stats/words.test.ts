import { describe, expect, it } from 'vitest';
import { createWordCounter } from '../../src/stats/words.js';

describe('words', () => {
  it.each([
    ['en-US', "Don't open 1,000.5 well-known files: it's v2.1.", 7],
    ['de-DE', 'Öffnen Sie die Tür – bitte!', 5],
    ['ar-SA', 'افتح الباب من فضلك.', 4],
    ['he-IL', 'פתח את הדלת', 3],
    ['ko-KR', '문을 여세요.', 2],
    ['sr-Latn-RS', 'Otvorite vrata, molim.', 3],
    ['en-US', ' … – ', 0],
    ['en-US', 'See https://contoso.com/a-b/c?d=1#e (or http://contoso.com).', 4],
    ['th-TH', 'https://contoso.com/a-b/c?d=1', 1],
    ['zh-CN', '请https://contoso.com/a/b开', 3],
  ])('of %s: %s', (language, text, expected) => {
    const count = createWordCounter(language);
    expect(count(text)).toBe(expected);
    expect(count(text)).toBe(expected);
  });

  it.each([
    ['ja-JP', '設定を変更します。'],
    ['th-TH', 'เปิดประตู '],
    ['zh-CN', '打开门'],
    ['ja-JP', '😀あ'],
  ])('of a long text of %s are as many as of its parts: %s', (language, text) => {
    const count = createWordCounter(language);
    expect(count(text.repeat(5000))).toBe(count(text) * 5000);
  });
});

describe('words of languages without spaces', () => {
  // Their number depends on the dictionary that the version of Node.js has.
  it.each([
    ['ja-JP', 'ドアを開けてください。'],
    ['zh-CN', '请打开门。'],
    ['th-TH', 'กรุณาเปิดประตู'],
    ['km-KH', 'សូមបើកទ្វារ'],
  ])('of %s: %s', (language, text) => {
    const count = createWordCounter(language);
    expect(count(text)).toBeGreaterThan(1);
    expect(count(text)).toBeLessThan(text.length);
    expect(count(text)).toBe(count(text));
    expect(count('。')).toBe(0);
  });
});
