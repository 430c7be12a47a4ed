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

describe('export --with', () => {
  const exported = (options: readonly string[], text = article) => {
    const cwd = temporaryFolder();
    writeFileSync(join(cwd, 'a.md'), text);
    const args = ['export', 'a.md', '-f', 'tmx,xliff', '-o', 'out', '--report', 'report.json', ...options];
    const { status, stderr } = sspr(args, { cwd });
    expect(status).toBe(0);
    const { pairs, outputs } = JSON.parse(readFileSync(join(cwd, 'report.json'), 'utf8'));
    const tmx = outputs.length === 0 ? '' : readFileSync(join(cwd, 'out/en-US_de-DE.tmx'), 'utf8');
    return { pairs, stderr, texts: Array.from(tmx.matchAll(/<seg>(.*?)<\/seg>/g), ([, seg]) => seg) };
  };

  it('writes only pairs that have one of the findings, of rules and of the reader', () => {
    const { pairs, texts, stderr } = exported(['--with', 'check/numbers,codes/unmatched']);
    expect(pairs).toEqual({ found: 5, exported: 2, skipped: { 'pair/empty-target': 1, 'without-finding': 2 } });
    expect(texts).toHaveLength(4);
    expect(texts[0]).toBe('It is ready in 15 minutes.');
    expect(stderr).toContain('2 without a finding that was asked for (--with)');
  });

  it('and --skip leave out what either does', () => {
    const options = ['--with', 'check/numbers', '--with', 'check/untranslated', '--skip', 'check/untranslated'];
    const { pairs, texts } = exported(options);
    expect(pairs).toEqual({
      found: 5,
      exported: 1,
      skipped: { 'check/untranslated': 1, 'pair/empty-target': 1, 'without-finding': 2 },
    });
    expect(texts[0]).toBe('It is ready in 15 minutes.');
  });

  it('writes nothing where no pair has the finding', () => {
    const { pairs, texts } = exported(['--with', 'check/mojibake']);
    expect(pairs).toEqual({ found: 5, exported: 0, skipped: { 'pair/empty-target': 1, 'without-finding': 4 } });
    expect(texts).toEqual([]);
  });

  it('asks the whole tree where a rule does', () => {
    const same = [1, 2].map((number) => pair(`1a2b3-20${number}`, 'Öffnen Sie die Tür.', 'Open the door.'));
    const other = pair('1a2b3-203', 'Mach die Tür auf.', 'Open the door.');
    const text = `---\nms.contentlocale: de-DE\n---\n${[...same, other].join('\n\n')}\n`;
    const { texts } = exported(['--with', 'check/inconsistent-target'], text);
    expect(texts).toEqual(['Open the door.', 'Mach die Tür auf.']);
  });

  it('goes with a recovered title as with the first pair', () => {
    const text = `---\nms.contentlocale: de-DE\ntitle: In 51 Minuten\n---\n# ${pair('1a2b3-101', 'In 51 Minuten', 'In 15 minutes')}\n\n${pair('1a2b3-102', 'Zwei Türen.', 'Two doors.')}\n`;
    const withNumbers = exported(['--with', 'check/numbers'], text);
    expect(withNumbers.pairs).toEqual({ found: 2, exported: 1, skipped: { 'without-finding': 1 } });
    expect(withNumbers.texts.filter((seg) => seg === 'Two doors.')).toEqual([]);
    expect(exported(['--with', 'check/mojibake'], text).texts).toEqual([]);
  });

  it('knows its codes, on the command line and in a config file', () => {
    const wrong = sspr(['export', '-', '-o', '-', '-f', 'tmx', '--with', 'check/number'], { input: article });
    expect(wrong).toMatchObject({
      status: 2,
      stderr: expect.stringContaining('--with: "check/number" is no code; did'),
    });
    const cwd = temporaryFolder();
    writeFileSync(join(cwd, 'a.md'), article);
    writeFileSync(join(cwd, 'sspr-tm.config.json'), '{"export": {"with": ["pair/unclosed"]}}');
    const args = ['export', 'a.md', '-f', 'tmx', '-o', '-'];
    expect(sspr(args, { cwd })).toMatchObject({ status: 2, stderr: expect.stringContaining('not about a pair') });
    writeFileSync(join(cwd, 'sspr-tm.config.json'), '{"export": {"with": ["check/numbers"]}}');
    expect(sspr(args, { cwd }).stdout.match(/<tu /g)).toHaveLength(1);
  });
});
