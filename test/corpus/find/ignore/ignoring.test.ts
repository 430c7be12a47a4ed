import { execFileSync } from 'node:child_process';
import { chmodSync, mkdirSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it, vi } from 'vitest';
import { type FindOptions, findArticles } from '../../../../src/corpus/find/find.js';
import { tree } from '../../../support/cli.js';
import { commitAll, git } from '../../../support/git.js';

const search = async (input: string, options?: FindOptions) => {
  const { articles, ignored, unruly } = await findArticles([input], options);
  return { paths: articles.map(({ path }) => path), ignored, unruly };
};

describe('a .gitignore', () => {
  it('is obeyed outside of repositories, in the folder of the tree and in those below', async () => {
    const root = tree({
      '.gitignore': 'out/\n/top.md\n*.tmp.md\r\n\n# a comment\n!keep.tmp.md\n',
      'top.md': '',
      'a.md': '',
      'out/b.md': '',
      'sub/out/c.md': '',
      'sub/top.md': '',
      'sub/x.tmp.md': '',
      'sub/keep.tmp.md': '',
      'sub/.gitignore': '!x.tmp.md\nlocal/*\n!local/kept.md\n',
      'sub/local/d.md': '',
      'sub/local/kept.md': '',
      'other/local/e.md': '',
    });
    const paths = ['a.md', 'other/local/e.md', 'sub/keep.tmp.md', 'sub/local/kept.md', 'sub/top.md', 'sub/x.tmp.md'];
    expect(await search(root)).toEqual({ paths, ignored: 4, unruly: [] });
    expect(await search(join(root, '**/*.md'))).toEqual({ paths, ignored: 4, unruly: [] });
    expect((await search(root, { ignore: false })).paths).toHaveLength(10);
    expect((await search(root, { ignore: false })).ignored).toBe(0);
  });

  it('leaves no submodule out that Git tracks, but what is ignored in it', async () => {
    const root = tree({ 'a.md': '', 'sub/b.md': '', 'sub/c.md': '', 'other/d.md': '' });
    for (const folder of ['sub', 'other']) git(root, 'init', '-q', folder);
    git(root, 'init', '-q');
    git(root, 'update-index', '--add', '--cacheinfo', `160000,${'1'.repeat(40)},sub`);
    writeFileSync(join(root, '.gitignore'), 'sub\nother\n');
    writeFileSync(join(root, 'sub/.gitignore'), 'c.md\n');
    expect(await search(root)).toEqual({ paths: ['a.md', 'sub/b.md'], ignored: 2, unruly: [] });
  });

  it.runIf(process.platform !== 'win32').each([
    ['a pipe', (path: string) => execFileSync('mkfifo', [path])],
    ['a device without an end', (path: string) => symlinkSync('/dev/zero', path)],
    ['a file without an end of its line', (path: string) => writeFileSync(path, 'x'.repeat(1 << 20))],
    [
      'a file that names a pipe',
      (path: string) => {
        execFileSync('mkfifo', [`${path}.x`]);
        writeFileSync(path, 'gitdir: .git.x');
      },
    ],
    [
      'a folder whose other folder is a pipe',
      (path: string) => {
        mkdirSync(`${path}.x`);
        execFileSync('mkfifo', [`${path}.x/commondir`]);
        writeFileSync(path, 'gitdir: .git.x');
      },
    ],
  ])('is obeyed where .git is %s, and nothing is waited for', async (_, make) => {
    const root = tree({ '.gitignore': 'b.md\n', 'a.md': '', 'b.md': '', 'sub/c.md': '' });
    make(join(root, '.git'));
    expect(await search(root)).toMatchObject({ paths: ['a.md', 'sub/c.md'], ignored: 1 });
    expect(await search(join(root, 'sub'))).toMatchObject({ paths: ['c.md'] });
  });

  it('leaves nothing out that Git tracks', async () => {
    const root = tree({ 'a.md': '', 'out/b.md': '', 'out/deep/c.md': '', 'x.tmp.md': '' });
    commitAll(root);
    writeFileSync(join(root, '.gitignore'), 'out\n*.tmp.md\n');
    writeFileSync(join(root, 'out/new.md'), '');
    writeFileSync(join(root, 'y.tmp.md'), '');
    mkdirSync(join(root, 'sub/out'), { recursive: true });
    writeFileSync(join(root, 'sub/out/z.md'), '');
    expect(await search(root)).toEqual({
      paths: ['a.md', 'out/b.md', 'out/deep/c.md', 'x.tmp.md'],
      ignored: 3,
      unruly: [],
    });
    expect((await search(join(root, '*/*.md'))).paths).toEqual(['out/b.md']);
  });

  it('counts from the top of the repository on, with info/exclude, wherever in it the tree starts', async () => {
    const root = commitAll(
      tree({ '.gitignore': 'docs/out/\nsecret.md\n', 'docs/.gitignore': '*.bak.md\n', 'docs/a.md': '' }),
    );
    writeFileSync(join(root, '.git/info/exclude'), 'mine.md\n');
    for (const name of ['out/b.md', 'sub/secret.md', 'sub/mine.md', 'sub/c.bak.md', 'sub/d.md']) {
      mkdirSync(join(root, 'docs', name, '..'), { recursive: true });
      writeFileSync(join(root, 'docs', name), '');
    }
    expect(await search(join(root, 'docs'))).toMatchObject({ paths: ['a.md', 'sub/d.md'], ignored: 4 });
    expect(await search(join(root, 'docs/sub'))).toMatchObject({ paths: ['d.md'], ignored: 3 });
    symlinkSync(join(root, 'docs/sub'), join(root, 'docs/link'));
    expect(await search(join(root, 'docs/link'))).toMatchObject({ paths: ['d.md'], ignored: 3 });
  });

  it('says nothing of what is named itself', async () => {
    const root = commitAll(tree({ '.gitignore': 'out/\n*.tmp.md\n', 'out/b.md': '', 'out/c.tmp.md': '' }));
    expect(await search(join(root, 'out'))).toMatchObject({ paths: ['b.md'], ignored: 1 });
    expect(await search(join(root, 'out/c.tmp.md'))).toMatchObject({ paths: ['c.tmp.md'], ignored: 0 });
  });

  it('ends where another repository starts, and holds in work trees besides the first', async () => {
    const root = commitAll(tree({ '.gitignore': '*.tmp.md\n', 'a.md': '' }));
    git(root, 'worktree', 'add', '-q', '-b', 'other', 'tree');
    writeFileSync(join(root, '.git/info/exclude'), 'mine.md\n');
    for (const name of ['x.tmp.md', 'mine.md', 'b.md']) writeFileSync(join(root, 'tree', name), '');
    expect((await search(join(root, 'tree'))).paths).toEqual(['a.md', 'b.md']);
    mkdirSync(join(root, 'inner'));
    writeFileSync(join(root, 'inner/x.tmp.md'), '');
    expect((await search(root)).paths).not.toContain('inner/x.tmp.md');
    git(join(root, 'inner'), 'init', '-q', '-b', 'main');
    expect((await search(root)).paths).toContain('inner/x.tmp.md');
  });

  it('brings back what a nearer one brings back, with what is in it', async () => {
    const root = tree({
      '.gitignore': 'build/\n',
      'sub/.gitignore': '!build/\n',
      'sub/build/a.md': '',
      'build/b.md': '',
    });
    expect((await search(root)).paths).toEqual(['sub/build/a.md']);
  });

  it('is reported where it cannot be obeyed as Git would', async () => {
    const stars = '*a*a*a*a*a*a*a*a*a*b';
    const root = tree({
      '.gitignore': `${stars}\n${'x'.repeat(1_001)}\nout.md\n`,
      'out.md': '',
      [`${'a'.repeat(200)}.md`]: '',
    });
    const { paths, unruly } = await search(root);
    expect(paths).toEqual([`${'a'.repeat(200)}.md`]);
    expect(unruly).toMatchObject([{ path: '.gitignore', reason: expect.stringContaining('2 of its patterns') }]);
    const many = tree({ '.gitignore': `${'x\n'.repeat(2_001)}a.md\n`, 'a.md': '' });
    expect(await search(many)).toMatchObject({ paths: ['a.md'], unruly: [{ reason: expect.stringMatching(/^2 of/) }] });
    const folder = tree({ '.gitignore/x': '', 'a.md': '' });
    expect(await search(folder)).toMatchObject({ paths: ['a.md'], unruly: [{ path: '.gitignore' }] });
  });

  it('is obeyed for all files, and reported, where Git does not say what it tracks', async () => {
    const root = commitAll(tree({ 'out/b.md': '', 'a.md': '' }));
    writeFileSync(join(root, '.gitignore'), 'out/\n');
    vi.stubEnv('PATH', '/nowhere');
    expect(await search(root)).toMatchObject({
      paths: ['a.md'],
      unruly: [{ path: '.gitignore', reason: expect.stringContaining('install Git') }],
    });
    writeFileSync(join(root, '.gitignore'), 'nothing/\n');
    expect(await search(root)).toMatchObject({ paths: ['a.md', 'out/b.md'], unruly: [] });
    vi.unstubAllEnvs();
    writeFileSync(join(root, '.gitignore'), 'out/\n');
    writeFileSync(join(root, '.git/index'), 'damaged');
    expect(await search(root)).toMatchObject({ paths: ['a.md'], unruly: [{ path: '.gitignore' }] });
  });

  it('starts no program that the configuration of a repository names', async () => {
    const root = commitAll(tree({ 'out/b.md': '' }));
    writeFileSync(join(root, '.gitignore'), 'out/\n');
    writeFileSync(join(root, 'hook'), `#!/bin/sh\ntouch ${root}/started\n`);
    chmodSync(join(root, 'hook'), 0o755);
    git(root, 'config', 'core.fsmonitor', join(root, 'hook'));
    git(root, 'config', 'core.hooksPath', root);
    expect((await search(root)).paths).toEqual(['out/b.md']);
    const { existsSync } = await import('node:fs');
    expect(existsSync(join(root, 'started'))).toBe(false);
  });
});
