import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { validateXliff } from '../../src/index.js';
import { sspr, temporaryFolder } from '../support/cli.js';
import { pair } from '../support/pairs.js';

const english = 'The printer is not ready to print your pages.';
const pairs = [
  pair('1a2b3-102', english, english),
  pair('1a2b3-103', 'In 51 Minuten ist er bereit.', 'It is ready in 15 minutes.'),
  pair('1a2b3-104', 'Öffnen Sie **die** Tür.', 'Open the door.'),
  pair('1a2b3-105', '', 'Close it.'),
  pair('1a2b3-106', 'Schalten Sie ihn aus.', 'Turn it off.'),
];
const article = `---\nms.contentlocale: de-DE\nms.translationtype: HT\n---\n${pairs.join(' ')}\n`;

describe('export --skip', () => {
  it('leaves out and counts the pairs that have such a finding', () => {
    const cwd = temporaryFolder();
    writeFileSync(join(cwd, 'a.md'), article);
    const run = (...options: string[]) => {
      const { status } = sspr(['export', 'a.md', '-o', 'out', '--report', 'report.json', ...options], { cwd });
      expect(status).toBe(0);
      return JSON.parse(readFileSync(join(cwd, 'report.json'), 'utf8')).pairs;
    };
    expect(run()).toEqual({ found: 5, exported: 4, skipped: { 'pair/empty-target': 1 } });
    expect(run('--skip-untranslated', '--skip', 'check/numbers,codes/unmatched')).toEqual({
      found: 5,
      exported: 1,
      skipped: { 'check/numbers': 1, 'check/untranslated': 1, 'codes/unmatched': 1, 'pair/empty-target': 1 },
    });
    const xliff = readFileSync(join(cwd, 'out/a.xlf'), 'utf8');
    expect(xliff.match(/<segment /g)).toHaveLength(1);
    expect(validateXliff(xliff)).toEqual([]);
    expect(readFileSync(join(cwd, 'out/en-US_de-DE.tmx'), 'utf8').match(/<tu /g)).toHaveLength(1);
  });

  it('knows its codes', () => {
    const wrong = (code: string) => sspr(['export', '-', '-o', '-', '-f', 'tmx', '--skip', code], { input: article });
    expect(wrong('check/number')).toMatchObject({
      status: 2,
      stderr: expect.stringContaining('did you mean check/numbers'),
    });
    expect(wrong('pair/unclosed')).toMatchObject({ status: 2, stderr: expect.stringContaining('not about a pair') });
  });

  it('asks the whole tree where a rule does, for pairs of articles that name no language, too', () => {
    const cwd = temporaryFolder();
    const words = ['Öffnen Sie die Tür.', 'Öffnen Sie die Tür.', 'Mach die Tür auf.'];
    for (const [index, word] of words.entries()) {
      const header = index === 2 ? '' : '---\nms.contentlocale: de-DE\n---\n';
      writeFileSync(join(cwd, `${index}.md`), header + pair('1a2b3-102', word, 'Open the door.'));
    }
    const args = ['export', '.', '-f', 'tmx', '-o', '-', '--report', 'r.json', '--skip', 'check/inconsistent-target'];
    expect(sspr(args, { cwd }).stdout).not.toContain('Mach');
    expect(JSON.parse(readFileSync(join(cwd, 'r.json'), 'utf8')).pairs.skipped).toEqual({
      'check/inconsistent-target': 1,
    });
  });
});
