import { execFileSync } from 'node:child_process';
import { mkdirSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { filesBelow, sspr, tree } from '../support/cli.js';
import { shortArticle } from './articles.js';

const notes = 'what nobody else is to write\n';

/** A tree that a stranger made, beside files of the user; `links` lead from names in the tree. */
function strangersTree(links: Readonly<Record<string, string>>): string {
  const cwd = tree({ 'tree/a.md': shortArticle, 'tree/b.md': shortArticle, 'victim/notes.txt': notes });
  for (const [name, target] of Object.entries(links)) {
    mkdirSync(dirname(join(cwd, 'tree', name)), { recursive: true });
    symlinkSync(target, join(cwd, 'tree', name));
  }
  return cwd;
}

function expectNothingOutside(cwd: string): void {
  expect(filesBelow(cwd).filter((file) => !file.startsWith('tree/'))).toEqual(['victim/notes.txt']);
  expect(readFileSync(join(cwd, 'victim/notes.txt'), 'utf8')).toBe(notes);
}

describe.runIf(process.platform !== 'win32')('what a tree holds at the place of an output', () => {
  it.each<[string, Record<string, string>, string, string[]]>([
    ['export .', { 'en-US_de-DE.tmx': '../victim/notes.txt' }, 'en-US_de-DE.tmx', ['a.xlf', 'b.xlf']],
    ['export . -f tmx', { 'en-US_de-DE.tmx': '../victim/new.tmx' }, 'en-US_de-DE.tmx', []],
    ['export .', { 'a.xlf': '../victim/new.xlf' }, 'a.xlf', ['b.xlf', 'en-US_de-DE.tmx']],
    ['export . -f xliff --overwrite', { 'a.xlf': '../victim/notes.txt' }, 'a.xlf', ['b.xlf']],
    ['export . -f xliff -o .', { 'a.xlf': 'b.md' }, 'a.xlf', ['b.xlf']],
    ['export . -f xliff -o out', { 'out/a.xlf': '../../victim/notes.txt' }, 'out/a.xlf', ['out/b.xlf']],
    ['export . -f xliff -o out --base ..', { 'out/tree': '../../victim' }, 'out/tree', []],
    ['split . -o .', { 'de-DE': '../victim' }, 'de-DE', ['en-US/a.md', 'en-US/b.md']],
    ['split .', { 'en-US': '../victim/nowhere' }, 'en-US', ['de-DE/a.md', 'de-DE/b.md']],
    ['split . -o out', { 'out/de-DE/a.md': '../../../victim/new.md' }, 'out/de-DE/a.md', ['out/de-DE/b.md']],
  ])('is not followed where it is a link: %s', (line, links, blocked, written) => {
    const cwd = strangersTree(links);
    const { status, stderr } = sspr(line.split(' '), { cwd: join(cwd, 'tree') });
    expect(stderr).toContain('error output/blocked');
    expect(stderr).toContain(`because ${blocked} is a symbolic link`);
    expect(stderr.match(/error output\/blocked/g)).toHaveLength(
      blocked === 'de-DE' || blocked === 'en-US' || blocked === 'out/tree' ? 2 : 1,
    );
    expect(status).toBe(1);
    expect(filesBelow(join(cwd, 'tree'))).toEqual(expect.arrayContaining(written));
    expectNothingOutside(cwd);
  });

  it.each(['../victim/notes.txt', '../victim/new.html', 'a.md'])(
    'is not followed as the usual page: to %s',
    (target) => {
      const cwd = strangersTree({ 'review.html': target });
      expect(sspr(['view', '.'], { cwd: join(cwd, 'tree') })).toMatchObject({
        status: 3,
        stderr:
          'sspr-tm: It is not written to review.html, because review.html is a symbolic link; remove that, or name another output with -o.\n',
      });
      expect(readFileSync(join(cwd, 'tree/a.md'), 'utf8')).toBe(shortArticle);
      expectNothingOutside(cwd);
    },
  );

  it('is not waited for where it is a pipe, and stops no other output where it is a folder', () => {
    const cwd = strangersTree({});
    execFileSync('mkfifo', [join(cwd, 'tree/en-US_de-DE.tmx'), join(cwd, 'tree/review.html')]);
    mkdirSync(join(cwd, 'tree/a.xlf'));
    const { status, stderr } = sspr(['export', '.'], { cwd: join(cwd, 'tree') });
    expect(stderr).toContain('because a.xlf is a folder; remove that');
    expect(stderr).toContain('because en-US_de-DE.tmx is a pipe; remove that');
    expect(status).toBe(1);
    expect(filesBelow(join(cwd, 'tree'))).toContain('b.xlf');
    expect(sspr(['view', '.'], { cwd: join(cwd, 'tree') }).stderr).toContain('because review.html is a pipe');
    writeFileSync(join(cwd, 'tree/de-DE'), notes);
    const split = sspr(['split', '.', '-q'], { cwd: join(cwd, 'tree') });
    expect(split.stderr).toContain('because de-DE is no folder');
    expect(split.status).toBe(1);
    expect(readFileSync(join(cwd, 'tree/de-DE'), 'utf8')).toBe(notes);
    expect(filesBelow(join(cwd, 'tree'))).toContain('en-US/b.md');
  });

  it('counts the pairs that are not written', () => {
    const cwd = strangersTree({ 'a.xlf': '../victim/notes.txt' });
    const { stderr } = sspr(['export', '.', '-f', 'xliff'], { cwd: join(cwd, 'tree') });
    expect(stderr).toContain('whose output has something in its way (output/blocked)');
  });

  it('is followed where its user spelled it, or where it stays in the output folder', () => {
    const cwd = strangersTree({
      'mine.tmx': '../victim/memory.tmx',
      'review.html': '../victim/page.html',
      'report.json': '../victim/report.json',
      folder: '../victim/folder',
      'out/de-DE': 'german',
    });
    const at = join(cwd, 'tree');
    mkdirSync(join(cwd, 'victim/folder'));
    mkdirSync(join(at, 'out/german'));
    rmSync(join(at, 'b.md'));
    for (const line of [
      'export a.md -o mine.tmx --report report.json',
      'view a.md -o review.html',
      'export a.md -f xliff -o folder',
      'split a.md -o out',
    ]) {
      expect(sspr(line.split(' '), { cwd: at }).status).toBe(0);
    }
    expect(filesBelow(join(cwd, 'victim'))).toEqual([
      'folder/a.xlf',
      'memory.tmx',
      'notes.txt',
      'page.html',
      'report.json',
    ]);
    expect(readFileSync(join(at, 'out/german/a.md'), 'utf8')).toContain('Ein Satz.');
  });
});
