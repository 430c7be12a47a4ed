import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { sspr, temporaryFolder } from '../support/cli.js';
import { pair } from '../support/pairs.js';

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
