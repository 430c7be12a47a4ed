import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { sspr, temporaryFolder } from '../support/cli.js';
import { pair } from '../support/pairs.js';

const article = `---\nms.contentlocale: de-DE\n---\n${pair('1a2b3-102', '**Eins**', '**One**')}\n`;

describe('check', () => {
  it('finds nothing in an article that is whole, and in what is exported from it', () => {
    const cwd = temporaryFolder();
    writeFileSync(join(cwd, 'a.md'), article);
    expect(sspr(['export', 'a.md', '-o', '.'], { cwd }).status).toBe(0);
    const { status, stdout, stderr } = sspr(['check', 'a.md', '*.xlf', 'en-US_de-DE.tmx'], { cwd });
    expect({ status, stdout, stderr }).toEqual({
      status: 0,
      stdout: '',
      stderr: expect.stringMatching(/3 files: nothing found\n$/),
    });
  });

  it('tells what is wrong with articles, XLIFF and TMX, with its place', () => {
    const cwd = temporaryFolder();
    writeFileSync(join(cwd, 'a.md'), `${article}<span data-ttu-id="1a2b3-103">x</span>`);
    writeFileSync(
      join(cwd, 'b.xlf'),
      '<xliff xmlns="urn:oasis:names:tc:xliff:document:2.0" version="2.0" srcLang="en">\n<file id="f"/>\n</xliff>',
    );
    writeFileSync(join(cwd, 'c.tmx'), '<tmx version="1.4">\n<body/></tmx>');
    const { status, stderr } = sspr(['check', '.', 'b.xlf', 'c.tmx'], { cwd });
    expect(status).toBe(1);
    const heads = stderr.split('\n').filter((line) => /^\S/.test(line));
    expect(heads.map((line) => line.split(' ').slice(0, 3).join(' '))).toEqual([
      'a.md:5:1 error pair/unmatched-target',
      'b.xlf:2:1 error xliff/empty-file',
      'c.tmx:1:1 error tmx/missing-element',
      'de-DE: 1 segment,',
      '3 files: 1',
    ]);
  });

  it('reads standard input, and fails as it is told to', () => {
    const input = pair('1a2b3-102', '', 'One');
    expect(sspr(['check', '-'], { input })).toMatchObject({
      status: 0,
      stderr: expect.stringContaining('stdin:1:1 warning pair/empty-target'),
    });
    expect(sspr(['check', '-', '--fail-on', 'warning'], { input }).status).toBe(1);
    expect(sspr(['check', 'missing.xlf']).status).toBe(3);
    expect(sspr(['check', '-'], { input: Buffer.from('\ufeffabc', 'utf16le') }).status).toBe(3);
    expect(sspr(['check', '.'], { cwd: temporaryFolder() }).status).toBe(3);
    expect(sspr(['check']).status).toBe(2);
  });

  it('marks the offending part below its line, whatever the width of its characters', () => {
    const input = pair('1a2b3-102', '**保存** まで 51 分待ちます。', 'Wait 15 minutes for **Save**.');
    const { stderr, status } = sspr(['check', '-', '--trg-lang', 'ja-JP'], { input });
    expect(status).toBe(0);
    expect(stderr.split('\n')).toEqual([
      'stdin:1:41 warning check/numbers Numbers differ: only in the source 15, only in the target 51.',
      '    **保存** まで 51 分待ちます。',
      '                  ^^',
      '',
      expect.stringMatching(/^ja-JP: 1 segment, 5 source words \(5 of unknown type\); 21 characters; /),
      '1 file: 1 check/numbers',
      '',
    ]);
    const coloured = sspr(['check', '-', '--trg-lang', 'ja-JP', '--color'], { input }).stderr;
    expect(coloured).toContain('\u001b[1m51\u001b[22m');
    expect(coloured).toContain('\u001b[33m^^\u001b[39m');
  });

  it('shows fifty characters on both sides of it, however long the line is', () => {
    const input = pair(
      '1a2b3-102',
      `${'vor '.repeat(900)}51${' nach'.repeat(900)}`,
      `Wait 15 minutes${' x'.repeat(1500)}`,
    );
    const { stderr } = sspr(['check', '-', '--trg-lang', 'de-DE', '--rule', 'check/numbers=error'], { input });
    const lines = stderr.split('\n');
    const at = lines.findIndex((line) => line.includes('error check/numbers'));
    const [excerpt, mark] = lines.slice(at + 1);
    expect(excerpt).toBe(`    …${'vor '.repeat(13).slice(-50)}51${' nach'.repeat(10)}…`);
    expect(mark).toBe(`${' '.repeat(4 + 1 + 50)}^^`);
  });

  it('takes the severities that it is told, for what rules and readers find', () => {
    const input = `${pair('1a2b3-102', 'In 51 Minuten', 'In 15 minutes')} ${pair('1a2b3-103', '', 'One')}`;
    const check = (...rules: string[]) => sspr(['check', '-', ...rules.flatMap((rule) => ['--rule', rule])], { input });
    expect(check('check/numbers=error').status).toBe(1);
    expect(check('check/numbers=off').stderr).not.toContain('check/numbers');
    expect(check('check/numbers=off', 'pair/empty-target=off').stderr).toMatch(/^1 file: nothing found$/m);
    expect(check('check/numbers=info').stderr).not.toContain('Numbers differ');
    expect(check('check/numbers=info,pair/empty-target=error').status).toBe(1);
    expect(check('check/number=off')).toMatchObject({
      status: 2,
      stderr: expect.stringContaining('did you mean check/numbers'),
    });
    expect(check('check/numbers=loud').status).toBe(2);
    expect(check('check/numbers=off=error').status).toBe(2);
  });

  it('does not pass over files that hold pairs and are no Markdown', () => {
    const cwd = temporaryFolder();
    writeFileSync(join(cwd, 'a.md'), article);
    writeFileSync(join(cwd, 'b.yml'), `a: ${pair('1a2b3-102', 'Eins', 'One')}`);
    const { status, stderr } = sspr(['check', '.', '--fail-on', 'warning'], { cwd });
    expect({ status, stderr }).toEqual({
      status: 1,
      stderr: expect.stringContaining('b.yml:1:10 warning input/not-markdown'),
    });
  });

  it('compares pairs over the whole tree', () => {
    const cwd = temporaryFolder();
    const articles = ['Speichern', 'Speichern', 'Speichern', 'Sichern'].map((word) =>
      pair('1a2b3-102', `Wählen Sie **${word}** aus.`, 'Select **Save**.'),
    );
    for (const [index, text] of articles.entries()) writeFileSync(join(cwd, `${index}.md`), text);
    const { files } = JSON.parse(sspr(['check', '.', '--format', 'json'], { cwd }).stdout);
    expect(files).toMatchObject([
      { path: '3.md', findings: [{ code: 'check/several-targets' }, { code: 'check/ui-terms', segment: '1a2b3-102' }] },
    ]);
    expect(sspr(['check', '3.md'], { cwd }).stderr).toMatch(/^1 file: nothing found$/m);
  });

  it('writes JSON and SARIF to standard output, or where it is told', () => {
    const cwd = temporaryFolder();
    writeFileSync(join(cwd, 'a.md'), pair('1a2b3-102', 'In 51 Minuten', 'In 15 minutes'));
    const json = sspr(['check', 'a.md', '--format', 'json', '--trg-lang', 'de-DE'], { cwd });
    expect(JSON.parse(json.stdout)).toMatchObject({
      files: [{ path: 'a.md', findings: [{ code: 'check/numbers', line: 1, column: 34, segment: '1a2b3-102' }] }],
      checked: 1,
      counts: { 'check/numbers': 1 },
      stats: { languages: { 'de-DE': { segments: 1, source: { words: 3 }, target: { words: 3 } } } },
    });
    expect(json.stderr).toBe('');
    expect(Object.keys(JSON.parse(json.stdout))).toEqual(['version', 'files', 'checked', 'counts', 'stats']);
    const documented = ['code', 'severity', 'message', 'offset', 'end', 'line', 'column', 'segment', 'side'];
    expect(Object.keys(JSON.parse(json.stdout).files[0].findings[0])).toEqual(documented);
    const sarif = sspr(['check', 'a.md', '--format', 'sarif', '-o', 'out/log.sarif'], { cwd });
    expect(sarif.stdout).toBe('');
    expect(JSON.parse(readFileSync(join(cwd, 'out/log.sarif'), 'utf8')).runs[0].results).toHaveLength(1);
    expect(sspr(['check', 'a.md', '-o', 'out/log.txt'], { cwd }).stderr).toBe('');
    expect(readFileSync(join(cwd, 'out/log.txt'), 'utf8')).toContain('check/numbers');
  });
});
