import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { sspr, temporaryFolder, tree } from '../support/cli.js';
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

  it('says what is wrong with articles, XLIFF and TMX, with its place', () => {
    const cwd = temporaryFolder();
    writeFileSync(join(cwd, 'a.md'), `${article}<span data-ttu-id="1a2b3-103">x</span>`);
    writeFileSync(
      join(cwd, 'b.xlf'),
      '<xliff xmlns="urn:oasis:names:tc:xliff:document:2.0" version="2.0" srcLang="en">\n<file id="f"/>\n</xliff>',
    );
    writeFileSync(join(cwd, 'c.tmx'), '<tmx version="1.4">\n<body/></tmx>');
    const { status, stdout, stderr } = sspr(['check', '.', 'b.xlf', 'c.tmx'], { cwd });
    expect(status).toBe(1);
    const heads = `${stdout}${stderr}`.split('\n').filter((line) => /^\S/.test(line));
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
      stdout: expect.stringContaining('stdin:1:1 warning pair/empty-target'),
    });
    expect(sspr(['check', '-', '--fail-on', 'warning'], { input }).status).toBe(1);
    expect(sspr(['check', 'missing.xlf']).status).toBe(3);
    expect(sspr(['check', '-'], { input: Buffer.from('\ufeffabc', 'utf16le') }).status).toBe(3);
    expect(sspr(['check', '.'], { cwd: temporaryFolder() }).status).toBe(3);
    expect(sspr(['check']).status).toBe(2);
  });

  it('marks the offending part below its line, whatever the width of its characters', () => {
    const input = pair('1a2b3-102', '**保存** まで 51 分待ちます。', 'Wait 15 minutes for **Save**.');
    const { stdout, stderr, status } = sspr(['check', '-', '--trg-lang', 'ja-JP'], { input });
    expect(status).toBe(0);
    expect(stdout.split('\n')).toEqual([
      'stdin:1:41 warning check/numbers Numbers differ: only in the source 15, only in the target 51.',
      '    source  Wait 15 minutes for **Save**.',
      '    target  **保存** まで 51 分待ちます。',
      '                          ^^',
      '',
      '',
    ]);
    expect(stderr.split('\n')).toEqual([
      expect.stringMatching(/^ja-JP: 1 segment, 5 source words \(5 of unknown type\); 21 characters; /),
      '1 file: 1 check/numbers',
      '',
    ]);
    const coloured = sspr(['check', '-', '--trg-lang', 'ja-JP', '--color'], { input }).stdout;
    expect(coloured).toContain('\u001b[1m51\u001b[22m');
    expect(coloured).toContain('\u001b[33m^^\u001b[39m');
  });

  it('shows fifty characters on both sides of it, however long the line is', () => {
    const input = pair(
      '1a2b3-102',
      `${'vor '.repeat(900)}51${' nach'.repeat(900)}`,
      `Wait 15 minutes${' x'.repeat(1500)}`,
    );
    const { stdout } = sspr(['check', '-', '--trg-lang', 'de-DE', '--rule', 'check/numbers=error'], { input });
    const lines = stdout.split('\n');
    const at = lines.findIndex((line) => line.includes('error check/numbers'));
    const [source, target, mark] = lines.slice(at + 1);
    expect(source).toBe(`    source  ${`Wait 15 minutes${' x'.repeat(99)}`.slice(0, 100)}…`);
    expect(target).toBe(`    target  …${'vor '.repeat(13).slice(-50)}51${' nach'.repeat(10)}…`);
    expect(mark).toBe(`${' '.repeat(12 + 1 + 50)}^^`);
  });

  it('takes the severities that it is given, for what rules and readers find', () => {
    const input = `${pair('1a2b3-102', 'In 51 Minuten', 'In 15 minutes')} ${pair('1a2b3-103', '', 'One')}`;
    const check = (...rules: string[]) => sspr(['check', '-', ...rules.flatMap((rule) => ['--rule', rule])], { input });
    expect(check('check/numbers=error').status).toBe(1);
    expect(check('check/numbers=off').stdout).not.toContain('check/numbers');
    expect(check('check/numbers=off', 'pair/empty-target=off').stderr).toMatch(/^1 file: nothing found$/m);
    expect(check('check/numbers=info').stdout).not.toContain('Numbers differ');
    expect(check('check/numbers=info,pair/empty-target=error').status).toBe(1);
    expect(check('check/number=off')).toMatchObject({
      status: 2,
      stderr: expect.stringContaining('did you mean check/numbers'),
    });
    expect(check('check/numbers=loud').status).toBe(2);
    expect(check('check/numbers=off=error').status).toBe(2);
  });

  it('compares pairs over the whole tree', () => {
    const cwd = temporaryFolder();
    const articles = ['Speichern', 'Speichern', 'Speichern', 'Sichern'].map((word) =>
      pair('1a2b3-102', `Wählen Sie **${word}** aus.`, 'Select **Save**.'),
    );
    for (const [index, text] of articles.entries()) writeFileSync(join(cwd, `${index}.md`), text);
    const { files } = JSON.parse(sspr(['check', '.', '--format', 'json'], { cwd }).stdout);
    expect(files).toMatchObject([
      {
        path: '3.md',
        findings: [{ code: 'check/inconsistent-target' }, { code: 'check/ui-terms', segment: '1a2b3-102' }],
      },
    ]);
    expect(sspr(['check', '3.md'], { cwd }).stderr).toMatch(/^1 file: nothing found$/m);
  });

  it('writes JSON and SARIF to standard output, or where it is asked to', () => {
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
    expect(Object.keys(JSON.parse(json.stdout))).toEqual([
      'version',
      'files',
      'checked',
      'excluded',
      'ignored',
      'counts',
      'stats',
    ]);
    const documented = [
      'code',
      'severity',
      'message',
      'offset',
      'end',
      'line',
      'column',
      'segment',
      'side',
      'source',
      'target',
      'issueType',
      'mqm',
    ];
    expect(Object.keys(JSON.parse(json.stdout).files[0].findings[0])).toEqual(documented);
    const sarif = sspr(['check', 'a.md', '--format', 'sarif', '-o', 'out/log.sarif'], { cwd });
    expect(sarif.stdout).toBe('');
    expect(JSON.parse(readFileSync(join(cwd, 'out/log.sarif'), 'utf8')).runs[0].results).toHaveLength(1);
    expect(sspr(['check', 'a.md', '-o', 'out/log.txt'], { cwd }).stderr).toBe('');
    expect(readFileSync(join(cwd, 'out/log.txt'), 'utf8')).toContain('check/numbers');
  });

  it('shows both texts of a pair, with a mark in the side that the finding is in, if it is in one', () => {
    const source = '**Wait** for\n`A` and `B`.';
    const input = [
      pair('1a2b3-102', 'Warten Sie auf\r\n`A`.', source),
      pair('1a2b3-103', ' ', 'Open the door.'),
      '<span data-ttu-id="1a2b3-104">x</span>',
    ].join('\n\n');
    const { stdout, stderr } = sspr(['check', '-', '--trg-lang', 'de-DE'], { input });
    expect(stdout.split('\n').map((line) => line.replace(/^(stdin\S+ \w+ \S+).*/, '$1'))).toEqual([
      'stdin:2:67 warning codes/unmatched',
      '    source  **Wait** for↵`A` and `B`.',
      '            ^^',
      '    target  Warten Sie auf↵`A`.',
      expect.stringMatching(/^stdin:\d+:\d+ warning pair\/empty-target$/),
      '    source  Open the door.',
      '    target',
      expect.stringMatching(/^stdin:\d+:1 error pair\/unmatched-target$/),
      '    <span data-ttu-id="1a2b3-104">x',
      expect.stringMatching(/^ {4}\^+$/),
      '',
      '',
    ]);
    expect(stderr).toMatch(/^1 file: 1 codes\/unmatched, 1 pair\/empty-target, 1 pair\/unmatched-target$/m);
  });

  it('gives both texts to programs, the first ten thousand characters of each', () => {
    const source = `Wait 15 minutes.${' x'.repeat(10_000)}`;
    const input = `${pair('1a2b3-102', 'In 51 \\*Minuten*', 'In 15 minutes')} ${pair('1a2b3-103', 'In 51 Minuten.', source)}`;
    const { stdout } = sspr(['check', '-', '--format', 'json', '--code', 'check/numbers'], { input });
    const [{ findings }] = JSON.parse(stdout).files;
    expect(findings).toMatchObject([
      { segment: '1a2b3-102', source: 'In 15 minutes', target: 'In 51 \\*Minuten*' },
      { segment: '1a2b3-103', source: `${source.slice(0, 10_000)}…`, target: 'In 51 Minuten.' },
    ]);
  });

  it('reports only the codes that are asked for, and exits by these', () => {
    const cwd = temporaryFolder();
    const damaged = '<span data-ttu-id="1a2b3-109">x</span>';
    writeFileSync(join(cwd, 'a.md'), `${pair('1a2b3-102', ' In 51 Minuten', 'In 15 **minutes**')} ${damaged}`);
    writeFileSync(join(cwd, 'b.tmx'), '<tmx version="1.4">\n<body/></tmx>');
    const check = (...args: string[]) => sspr(['check', 'a.md', 'b.tmx', '--trg-lang', 'de-DE', ...args], { cwd });
    const counts = (...args: string[]): string[] => Object.keys(JSON.parse(check(...args, '-f', 'json').stdout).counts);
    expect(check().status).toBe(1);
    expect(counts('--code', 'check/numbers')).toEqual(['check/numbers']);
    expect(counts('--code', 'check/numbers, codes/unmatched', '--code', 'tmx/missing-element')).toEqual([
      'check/numbers',
      'codes/unmatched',
      'tmx/missing-element',
    ]);
    expect(counts('--code', 'check/numbers', '--rule', 'check/numbers=off')).toEqual([]);
    expect(check('--code', 'check/numbers').status).toBe(0);
    expect(check('--code', 'check/numbers', '--fail-on', 'warning').status).toBe(1);
    expect(check('--code', 'check/numbers', '--rule', 'check/numbers=error').status).toBe(1);
    expect(check('--code', 'pair/unmatched-target').status).toBe(1);
    // What is of severity info is shown where it is asked for.
    expect(check('--code', 'check/leading-trailing-space').stdout).toMatch(
      /^a\.md:1:\d+ info check\/leading-trailing-space/,
    );
    expect(check('--code', 'check/leading-trailing-space', '-q').stdout).toBe('');
    expect(check().stdout).not.toContain('check/leading-trailing-space');
    expect(check('--code', 'check/number')).toMatchObject({
      status: 2,
      stdout: '',
      stderr: expect.stringMatching(/^sspr-tm: --code: "check\/number" is no code; did you mean check\/numbers/),
    });
  });

  it('says whatever codes are asked for where there is nothing to look at', () => {
    const cwd = temporaryFolder();
    writeFileSync(join(cwd, 'a.md'), Buffer.from('\ufeffabc', 'utf16le'));
    writeFileSync(join(cwd, 'b.md'), '# Eins\n');
    const check = (path: string) => sspr(['check', path, '--code', 'check/numbers'], { cwd });
    expect(check('a.md')).toMatchObject({ status: 3, stdout: expect.stringContaining('input/utf-16') });
    expect(check('b.md')).toMatchObject({ status: 1, stdout: expect.stringContaining('input/no-pairs') });
  });
});

describe('documents that check does not look at', () => {
  it.each(['urn:oasis:names:tc:xliff:document:1.2', 'urn:oasis:names:tc:xliff:document:1.1', ''])(
    'XLIFF 1.x is said not to be validated: namespace "%s"',
    (namespace) => {
      const cwd = tree({
        'a.xlf': `<xliff version="1.2"${namespace === '' ? '' : ` xmlns="${namespace}"`}/>`,
        'b.xlf': '<xliff xmlns="urn:x"/>',
      });
      const { status, stdout } = sspr(['check', 'a.xlf', 'b.xlf'], { cwd });
      expect(status).toBe(1);
      expect(stdout).toMatch(
        /a\.xlf:1:1 error xliff\/namespace .*; XLIFF 1\.x is not validated here: take its own schema/,
      );
      expect(stdout).toMatch(/b\.xlf:1:1 error xliff\/namespace .* or that of 2\.2 \(/);
    },
  );

  it('in a folder are pointed out', () => {
    const cwd = tree({ 'f/a.xlf': '<xliff/>', 'f/b.tmx': '<tmx/>' });
    const { status, stderr } = sspr(['check', 'f'], { cwd });
    expect(status).toBe(3);
    expect(stderr).toContain('XLIFF and TMX documents are checked where they are named or matched by a glob');
    expect(sspr(['export', 'f'], { cwd }).stderr).not.toContain('are checked');
  });
});
