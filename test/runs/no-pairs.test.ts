import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { filesBelow, sspr, tree } from '../support/cli.js';
import { pair } from '../support/pairs.js';

const header = (language: string): string => `---\ntitle: Eins\nms.contentlocale: ${language}\n---\n`;
const published = `${header('de-DE')}# Eins\n\nZwei, drei.\n`;
const article = `${header('de-DE')}# ${pair('1a2b3-102', 'Eins', 'One')}\n`;

/** Every way to read the pairs of a tree `docs`. */
const runs: readonly string[][] = [
  ['export', 'docs', '-o', 'out'],
  ['export', 'docs', '-o', 'out.tmx'],
  ['export', 'docs', '-f', 'tmx', '-o', '-'],
  ['export', 'docs', '-o', 'out', '--skip', 'check/length', '--stats', '--only', 'ht'],
  ['split', 'docs', '-o', 'out'],
  ['split', 'docs', '-o', 'out', '--side', 'target', '--trg-lang', 'fr-FR', '--force-lang'],
  ['split', 'docs', '--verify'],
  ['split', 'docs', '--against', 'docs'],
  ['check', 'docs'],
  ['check', 'docs', '--rule', 'check/length=off'],
  ['view', 'docs', '-o', 'out.html'],
  ['view', 'docs', '-o', '-'],
];

describe('a tree without a pair', () => {
  const files = { 'docs/a.md': published, 'docs/b/c.md': published, 'docs/README.md': '# Text\n' };

  it.each(runs)('is reported with what to do, and nothing is written: %s %s %s %s', (...args) => {
    const cwd = tree(files);
    const { status, stdout, stderr } = sspr(args, { cwd });
    expect(status).toBe(1);
    const lines = `${stdout}${stderr}`.split('\n').filter((line) => line.includes('input/no-pairs The'));
    expect(lines).toEqual([expect.stringMatching(/^docs:1:1 error .* 3 articles hold no pair .* branch live-sxs /)]);
    if (args[0] !== 'check') expect(stdout).toBe('');
    expect(filesBelow(cwd)).toEqual(Object.keys(files).sort());
    const note = sspr([...args, '--fail-on', 'never'], { cwd });
    expect(note.status).toBe(0);
    expect(`${note.stdout}${note.stderr}`).toMatch(/^docs:1:1 info input\/no-pairs The 3 articles hold no pair/m);
    expect(filesBelow(cwd)).toEqual(Object.keys(files).sort());
  });

  it.each(['export', 'split'])('has a report, where %s is asked for one', (command) => {
    const cwd = tree(files);
    expect(sspr([command, 'docs', '-o', 'out', '--report', 'report.json', '-q'], { cwd }).status).toBe(1);
    const report = JSON.parse(readFileSync(join(cwd, 'report.json'), 'utf8'));
    expect(report).toMatchObject({ withPairs: 0, outputs: [], diagnostics: { 'input/no-pairs': 1 } });
    const about = report.files.filter(({ diagnostics }: { diagnostics: unknown[] }) => diagnostics.length > 0);
    expect(about).toMatchObject([{ path: 'docs', diagnostics: [{ code: 'input/no-pairs', severity: 'error' }] }]);
  });

  it('is in the findings of check for programs, and no file that was checked', () => {
    const { stdout } = sspr(['check', 'docs', '--format', 'json'], { cwd: tree(files) });
    expect(JSON.parse(stdout)).toMatchObject({
      files: [{ path: 'docs', findings: [{ code: 'input/no-pairs' }] }],
      checked: 3,
    });
    const off = sspr(['check', 'docs', '--rule', 'input/no-pairs=off'], { cwd: tree(files) });
    expect(off).toMatchObject({ status: 0, stderr: expect.stringContaining('3 files: nothing found') });
  });

  it('is named by what all articles share where several inputs, or a glob, are named', () => {
    const cwd = tree({ 'docs/x/a.md': published, 'docs/x/b.md': published, 'docs/y/c.md': published });
    const path = (...inputs: string[]) =>
      /^(\S+):1:1 error input\/no-pairs/m.exec(sspr(['export', ...inputs], { cwd }).stderr)?.[1];
    expect(path('docs/x', 'docs/y')).toBe('docs');
    expect(path('docs/x/a.md', 'docs/x/b.md')).toBe('docs/x');
    expect(path('docs/*/*.md')).toBe('docs');
    expect(path('./docs/x/')).toBe('docs/x');
    expect(path('.')).toBe('.');
    expect(path('docs/x/a.md')).toBe('docs/x/a.md');
  });
});

describe('a single article without a pair', () => {
  it.each([
    [['export', 'a.md', '-o', 'out']],
    [['split', 'a.md', '-o', 'out']],
    [['split', 'a.md', '--side', 'target', '-o', '-']],
    [['check', 'a.md']],
    [['view', 'a.md', '-o', 'a.html']],
  ])('is reported as one: %j', (args) => {
    const cwd = tree({ 'a.md': published });
    const said = /^a\.md:1:1 (\w+) input\/no-pairs The article holds no pair .* branch live-sxs/m;
    for (const [failOn, status, severity] of [
      ['error', 1, 'error'],
      ['never', 0, 'info'],
    ] as const) {
      const run = sspr([...args, '--fail-on', failOn], { cwd });
      expect(run.status).toBe(status);
      expect(said.exec(run.stdout + run.stderr)?.[1]).toBe(severity);
    }
    expect(filesBelow(cwd)).toEqual(['a.md']);
    expect(readFileSync(join(cwd, 'a.md'), 'utf8')).toBe(published);
  });

  it.each([[['-o', 'b.md']], [['--in-place']]])('is merged with a document of it, and no other: %j', (args) => {
    const file =
      '<file id="f"><unit id="u"><segment><source>Other</source><target>Anders</target></segment></unit></file>';
    const document = `<xliff xmlns="urn:oasis:names:tc:xliff:document:2.0" version="2.0" srcLang="en" trgLang="de">${file}</xliff>`;
    const cwd = tree({ 'a.md': published, 'a.xlf': document });
    const run = sspr(['merge', 'a.md', 'a.xlf', ...args], { cwd });
    expect(run.status).toBe(1);
    expect(run.stderr).toContain('merge/other-article The document is not of this article: a <file> without original.');
    expect(filesBelow(cwd)).toEqual(['a.md', 'a.xlf']);
    expect(readFileSync(join(cwd, 'a.md'), 'utf8')).toBe(published);
  });

  it('is one of standard input, too; and is silent among others that have some', () => {
    expect(sspr(['split', '-', '--side', 'source', '-o', '-'], { input: published })).toMatchObject({
      status: 1,
      stdout: '',
      stderr: expect.stringContaining('stdin:1:1 error input/no-pairs'),
    });
    const cwd = tree({ 'docs/a.md': published, 'docs/b.md': published, 'docs/c.md': article });
    for (const args of runs) {
      const { status, stdout, stderr } = sspr([...args.filter((arg) => arg !== 'fr-FR' && arg !== '--trg-lang')], {
        cwd,
      });
      expect({ args, status, text: `${stdout}${stderr}` }).toMatchObject({
        status: 0,
        text: expect.not.stringContaining('no-pairs'),
      });
    }
    // What stands before the first pair is written as well.
    expect(filesBelow(join(cwd, 'out'))).toContain('en-US/a.md');
    expect(readFileSync(join(cwd, 'out/de-DE/b.md'), 'utf8')).toBe(published);
  });
});

describe('pairs of which none is whole', () => {
  const damages = [
    ['pair/unmatched-target', '<span data-ttu-id="1a2b3-102">Eins</span>'],
    ['pair/unmatched-source', '<span class="sxs-lookup"><span data-stu-id="1a2b3-102">One</span></span>'],
    ['pair/broken-tag', '<span data-ttu-id="1a2b3-102'],
  ] as const;

  /** Each way to read with one of them, by turns, and one file with each. */
  const readings = [
    ...runs.map((args, index) => ({ args, damage: damages[index % damages.length] })),
    ...damages.map((damage) => ({ args: ['export', 'docs/b.md'], damage })),
  ];

  it.each(readings)(
    'are reported as what they are: $args $damage.0',
    ({ args, damage: [code, damaged] = ['', ''] }) => {
      const cwd = tree({ 'docs/a.md': published, 'docs/b.md': `${header('de-DE')}${damaged}\n` });
      const { status, stdout, stderr } = sspr(args, { cwd });
      expect(status).toBe(1);
      expect(`${stdout}${stderr}`).toContain(`docs/b.md:5:`);
      expect(`${stdout}${stderr}`).toContain(code);
      expect(`${stdout}${stderr}`).not.toContain('no-pairs');
      expect(filesBelow(cwd)).toEqual(['docs/a.md', 'docs/b.md']);
    },
  );

  it('are named where only traces of them are left', () => {
    const traces = tree({ 'docs/a.md': published, 'docs/b.md': 'One\n\n&lt;span data-ttu-id="1a2b3-102"&gt;Eins\n' });
    expect(sspr(['export', 'docs'], { cwd: traces })).toMatchObject({
      status: 1,
      stderr: expect.stringMatching(/input\/no-pairs The 2 articles hold .* at b\.md:3:\d+ is damaged/),
    });
  });

  it('are not looked for in what cannot be read', () => {
    const cwd = tree({ 'docs/a.md': Buffer.from('\ufeff# Eins\n', 'utf16le') });
    const { status, stderr } = sspr(['split', 'docs', '-o', 'out'], { cwd });
    expect({ status, stderr }).toEqual({ status: 3, stderr: expect.not.stringContaining('no-pairs') });
  });
});
