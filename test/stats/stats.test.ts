import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { createWordCounter } from '../../src/stats/words.js';
import { sspr, temporaryFolder } from '../support/cli.js';
import { pair } from '../support/pairs.js';

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

describe('stats', () => {
  it('count words, characters, repetitions, and who translated, by language', () => {
    const cwd = temporaryFolder();
    const header = (language: string, type: string): string =>
      `---\nms.contentlocale: ${language}\nms.translationtype: ${type}\n---\n`;
    const door = pair('1a2b3-102', 'Öffnen Sie **die Tür**.', 'Open **the door**.');
    writeFileSync(join(cwd, 'a.md'), `${header('de-DE', 'HT')}${door} ${pair('1a2b3-103', 'Zwei', 'Two')}`);
    writeFileSync(join(cwd, 'b.md'), `${header('de-DE', 'MT')}${door} ${pair('1a2b3-104', '', 'None')}`);
    writeFileSync(join(cwd, 'c.md'), header('ja-JP', 'MT') + pair('1a2b3-102', 'ドアを開けて。', 'Open **the door**.'));
    const args = ['export', '.', '-f', 'tmx', '-o', 'out', '--report', 'report.json'];
    const { stderr } = sspr([...args, '--stats'], { cwd });
    const { stats } = JSON.parse(readFileSync(join(cwd, 'report.json'), 'utf8'));
    expect(stats.languages).toEqual({
      'de-DE': {
        segments: 3,
        source: { words: 7, characters: 27 },
        target: { words: 9, characters: 36 },
        repetitions: { segments: 1, words: 3 },
        ht: { segments: 2, words: 4 },
        mt: { segments: 1, words: 3 },
        unknown: { segments: 0, words: 0 },
      },
      'ja-JP': {
        segments: 1,
        source: { words: 3, characters: 12 },
        target: { words: expect.any(Number), characters: 7 },
        repetitions: { segments: 0, words: 0 },
        ht: { segments: 0, words: 0 },
        mt: { segments: 1, words: 3 },
        unknown: { segments: 0, words: 0 },
      },
    });
    expect(stderr).toContain(
      'de-DE: 3 segments, 7 source words (4 HT, 3 MT); 27 characters; repetitions: 1 segment, 3 words; target: 9 words, 36 characters\n',
    );
    expect(JSON.parse(sspr(['check', '.', '--format', 'json'], { cwd }).stdout).stats).toEqual(stats);
    expect(sspr(args, { cwd }).stderr).not.toContain('source words');
    expect(JSON.parse(readFileSync(join(cwd, 'report.json'), 'utf8'))).not.toHaveProperty('stats');
  });
});
