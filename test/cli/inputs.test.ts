import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { filesBelow, sspr, tree } from '../support/cli.js';
import { pair } from '../support/pairs.js';

const one = pair('1', 'One', 'Eins');
const folder = (more: Readonly<Record<string, string>> = {}): string =>
  tree({
    'docs/a.md': one,
    'docs/b,c.md': one,
    'docs/drafts/d.md': one,
    'docs/e.yml': one,
    'docs/.gitignore': 'out\n',
    'docs/out/f.md': one,
    ...more,
  });
const usual = ['-f', 'tmx', '--trg-lang', 'de-DE', '-o', 'out'];

describe('what is read', () => {
  it('is less where it is excluded or ignored, and that is counted', () => {
    const cwd = folder();
    const excluding = ['--exclude', 'drafts/', '--exclude', '{b,c.md,*.yml}'];
    const { status, stderr } = sspr(['export', 'docs', ...usual, ...excluding, '--report', '-'], { cwd });
    expect([status, stderr]).toEqual([0, expect.stringContaining('left out: 2 by --exclude, 1 by .gitignore\n')]);
    const report = JSON.parse(sspr(['export', 'docs', ...usual, ...excluding, '--report', '-'], { cwd }).stdout);
    expect(report).toMatchObject({
      excluded: 2,
      ignored: 1,
      articles: 2,
      files: [{ path: 'a.md' }, { path: 'b,c.md' }],
    });
    const all = JSON.parse(sspr(['export', 'docs', ...usual, '--no-ignore', '--report', '-'], { cwd }).stdout);
    expect(all).toMatchObject({ excluded: 0, ignored: 0, articles: 5 });
    const checked = JSON.parse(sspr(['check', 'docs', '-f', 'json', '--exclude', 'drafts'], { cwd }).stdout);
    expect(checked).toMatchObject({ excluded: 1, ignored: 1, checked: 3 });
    const split = sspr(['split', 'docs', '--trg-lang', 'de-DE', '-o', 'sides', '--exclude', 'a.md', '--report', '-'], {
      cwd,
    });
    expect(split.stderr).toContain('left out: 1 by --exclude, 1 by .gitignore');
    expect(JSON.parse(split.stdout)).toMatchObject({ excluded: 1, ignored: 1, articles: 3 });
    const page = sspr(['view', 'docs', '-o', 'page.html', '--trg-lang', 'de-DE', '--exclude', '*.md'], { cwd });
    expect(page.stderr).toContain('left out: 3 by --exclude, 1 by .gitignore');
    const none = sspr(['export', 'docs', ...usual, '--exclude', '**'], { cwd });
    expect([none.status, none.stderr]).toEqual([3, expect.stringContaining('left out: 5 by --exclude')]);
  });

  it('may be a list', () => {
    const cwd = folder();
    const run = (args: readonly string[], input: string): unknown =>
      JSON.parse(sspr(['export', ...args, ...usual, '--report', '-'], { cwd, input }).stdout).articles;
    expect(run(['--files-from', '-'], 'docs/a.md\r\ndocs/drafts\n')).toBe(2);
    expect(run(['--files-from', '-', '-0'], 'docs/a.md\0docs/b,c.md\0docs/drafts\0')).toBe(3);
    expect(run(['docs/e.yml', '--files-from', '-'], 'docs/a.md\n')).toBe(2);
    expect(sspr(['check', '--files-from', '-'], { cwd, input: 'docs/nothing.md\n' })).toMatchObject({
      status: 3,
      stderr: expect.stringContaining('docs/nothing.md: cannot be read: no such file or folder'),
    });
    expect(sspr(['check', '--files-from', '-', '-'], { cwd, input: one }).status).toBe(2);
  });

  it('is named, or in a list', () => {
    for (const command of ['export', 'split', 'check', 'view']) {
      const { status, stderr } = sspr([command]);
      expect([status, stderr]).toEqual([2, expect.stringContaining("missing required argument 'input'")]);
    }
  });

  it('may be said in a config file; one that was found names no inputs', () => {
    const config = JSON.stringify({ export: { exclude: ['drafts', '*.{yml,yaml}'], filesFrom: 'list' } });
    const cwd = folder({ 'sspr-tm.config.json': config, list: 'docs\n' });
    const found = sspr(['export', 'docs', ...usual, '--report', '-'], { cwd });
    expect(JSON.parse(found.stdout)).toMatchObject({ articles: 2, excluded: 2 });
    expect(found.stderr).toContain('names no inputs');
    expect(sspr(['export', ...usual], { cwd }).status).toBe(2);
    const named = sspr(['export', ...usual, '--config', 'sspr-tm.config.json', '--report', '-'], { cwd });
    expect(JSON.parse(named.stdout)).toMatchObject({ articles: 2, excluded: 2 });
    expect(filesBelow(join(cwd, 'out'))).toEqual(['en-US_de-DE.tmx']);
  });
});
