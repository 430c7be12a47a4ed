import { execFileSync } from 'node:child_process';
import {
  chmodSync,
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { join } from 'node:path';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { checkFiles, exportCorpus, splitCorpus, viewCorpus } from '../../../src/node.js';
import { filesBelow, temporaryFolder, tree } from '../../support/cli.js';
import { commitAll, git } from '../../support/git.js';
import { pair } from '../../support/pairs.js';

afterEach(() => vi.unstubAllEnvs());

const one = pair('1', 'One', 'Eins');
const two = pair('2', 'Two', 'Zwei');

/** A repository whose work tree is no longer what its commit on `main` is. */
function repository(): string {
  const root = commitAll(
    tree({
      'a.md': one,
      'docs/b.md': two,
      'docs/日本.md': one,
      'docs/with.yml': one,
      'docs/without.yml': 'a: b\n',
      'docs/.hidden/c.md': one,
      'node_modules/d.md': one,
      'picture.png': 'x',
    }),
  );
  rmSync(join(root, 'docs/b.md'));
  writeFileSync(join(root, 'a.md'), 'changed');
  return root;
}

const usual = { trgLang: 'de-DE', jobs: 1, date: '20260101T000000Z' } as const;

async function exported(inputs: readonly string[], options: Parameters<typeof exportCorpus>[1] = {}) {
  const output = temporaryFolder();
  const report = await exportCorpus(inputs, { ...usual, output, ...options });
  const contents = Object.fromEntries(
    filesBelow(output).map((file) => [file, readFileSync(join(output, file), 'utf8')]),
  );
  return { report, contents, paths: report.files.map(({ path }) => path) };
}

/** Temporary files go to a folder of their own. */
function ownTemporaryFolder(): string {
  const folder = temporaryFolder();
  vi.stubEnv('TMPDIR', folder);
  return folder;
}

const leftIn = (folder: string): string[] => readdirSync(folder).filter((name) => !name.startsWith('sspr-tm-test-'));

describe('articles of a revision', () => {
  it('are those of the commit, whatever is on the disk, and leave nothing behind', async () => {
    const root = repository();
    const temporary = ownTemporaryFolder();
    const { paths, report } = await exported([root], { rev: 'main' });
    expect(paths).toEqual(['a.md', 'docs/b.md', 'docs/with.yml', 'docs/日本.md']);
    expect(report.pairs).toMatchObject({ found: 4, exported: 4 });
    expect(report.files[1]?.namedPath).toBe('main:docs/b.md');
    expect(leftIn(temporary)).toEqual([]);
    expect(git(root, 'status', '--porcelain')).toBe(' M a.md\n D docs/b.md\n');
  });

  it('are the same bytes from a work tree, a bare clone and a checkout, for any number of threads', async () => {
    const root = repository();
    const bare = join(temporaryFolder(), 'bare.git');
    git(root, 'clone', '-q', '--bare', root, bare);
    const checkout = join(temporaryFolder(), 'checkout');
    git(root, 'clone', '-q', root, checkout);
    const { contents } = await exported([checkout]);
    expect(Object.keys(contents).length).toBe(5);
    expect((await exported([root], { rev: 'HEAD' })).contents).toEqual(contents);
    expect((await exported([bare], { rev: 'main' })).contents).toEqual(contents);
    expect((await exported([bare], { rev: 'main', jobs: 3 })).contents).toEqual(contents);
    expect((await exported([join(root, '.git')], { rev: 'main' })).contents).toEqual(contents);
  });

  it('may be folders, files and globs of the revision, and several repositories', async () => {
    const root = repository();
    expect((await exported([join(root, 'docs')], { rev: 'main' })).paths).toEqual(['b.md', 'with.yml', '日本.md']);
    expect((await exported([join(root, 'docs/b.md')], { rev: 'main' })).paths).toEqual(['b.md']);
    expect((await exported([join(root, 'd*/*.md')], { rev: 'main' })).paths).toEqual(['docs/b.md', 'docs/日本.md']);
    expect((await exported([join(root, 'docs'), join(root, 'a.md')], { rev: 'main', base: root })).paths).toHaveLength(
      4,
    );
    expect((await exported([root], { rev: 'main', exclude: ['docs/b.md', 'a.*'] })).report).toMatchObject({
      excluded: 2,
      articles: 2,
    });
    rmSync(join(root, 'docs'), { recursive: true });
    expect((await exported([join(root, 'docs')], { rev: 'main' })).paths).toHaveLength(3);
    const list = join(tree({ list: `${join(root, 'docs/b.md')}\n${join(root, 'a.md')}\n` }), 'list');
    expect((await exported([], { rev: 'main', filesFrom: list, base: root })).paths).toEqual(['a.md', 'docs/b.md']);
    const other = join(temporaryFolder(), 'other.git');
    git(root, 'clone', '-q', '--bare', root, other);
    expect((await exported([join(other, 'docs')], { rev: 'main' })).paths).toEqual(['b.md', 'with.yml', '日本.md']);
    const both = await exported([root, other], { rev: 'main' });
    expect(both.paths).toHaveLength(8);
    expect(both.paths).toContain('other.git/docs/b.md');
  });

  it('pass over symbolic links, submodules, and names that lead out of the tree', async () => {
    const root = repository();
    symlinkSync('a.md', join(root, 'link.md'));
    git(root, 'add', 'link.md');
    git(root, 'update-index', '--add', '--cacheinfo', `160000,${'1'.repeat(40)},module.md`);
    git(root, 'commit', '-q', '-m', 'links');
    const blob = git(root, 'rev-parse', 'main:a.md').trim();
    const evil = execFileSync('git', ['mktree'], {
      cwd: root,
      input: `100644 blob ${blob}\tok.md\n`,
      encoding: 'utf8',
    }).trim();
    const top = execFileSync('git', ['mktree'], {
      cwd: root,
      input: `040000 tree ${evil}\t..\n100644 blob ${blob}\ta.md\n`,
      encoding: 'utf8',
    }).trim();
    const commit = git(root, 'commit-tree', top, '-m', 'evil').trim();
    expect((await exported([root], { rev: 'HEAD' })).paths).not.toContain('link.md');
    expect((await exported([root], { rev: commit })).paths).toEqual(['a.md']);
  });

  it('may have names that are not UTF-8', async () => {
    const root = temporaryFolder();
    git(root, 'init', '-q', '-b', 'main');
    const blob = execFileSync('git', ['hash-object', '-w', '--stdin'], {
      cwd: root,
      input: one,
      encoding: 'utf8',
    }).trim();
    const input = Buffer.concat([
      Buffer.from(`100644 blob ${blob}\tb\x00100644 blob ${blob}\tx`),
      Buffer.from([0xe4]),
      Buffer.from('.md\x00'),
    ]);
    const top = execFileSync('git', ['mktree', '-z'], { cwd: root, input, encoding: 'utf8' }).trim();
    const commit = git(root, 'commit-tree', top, '-m', 'bytes').trim();
    expect((await exported([root], { rev: commit })).paths).toEqual(['x\ufffd.md']);
  });

  it('are refused one by one where the repository does not have them', async () => {
    const root = repository();
    git(root, 'repack', '-q', '-a', '-d');
    const blob = git(root, 'rev-parse', 'main:docs/b.md').trim();
    const pack = readdirSync(join(root, '.git/objects/pack')).find((name) => name.endsWith('.pack')) ?? '';
    const bytes = readFileSync(join(root, '.git/objects/pack', pack));
    rmSync(join(root, '.git/objects/pack'), { recursive: true });
    mkdirSync(join(root, '.git/objects/pack'));
    execFileSync('git', ['unpack-objects', '-q'], { cwd: root, input: bytes });
    const loose = join(root, '.git/objects', blob.slice(0, 2), blob.slice(2));
    for (const damage of ['gone', 'damaged'] as const) {
      rmSync(loose, { force: true });
      if (damage === 'damaged') writeFileSync(loose, 'no object');
      const { report } = await exported([root], { rev: 'main' });
      expect(report.diagnostics).toMatchObject({ 'input/unreadable': 1 });
      expect(report.files.map(({ pairs }) => pairs)).toEqual([1, 0, 1, 1]);
      expect(report.files[1]).toMatchObject({
        namedPath: 'main:docs/b.md',
        diagnostics: [{ code: 'input/unreadable' }],
      });
    }
  });

  it('are read by each command, and no link leads to what is on the disk', async () => {
    const root = repository();
    const temporary = ownTemporaryFolder();
    const checked: string[] = [];
    for await (const { namedPath, article } of checkFiles([root], { rev: 'main', trgLang: 'de-DE' })) {
      if (article !== undefined) checked.push(namedPath);
    }
    expect(checked).toEqual(['main:a.md', 'main:docs/b.md', 'main:docs/with.yml', 'main:docs/日本.md']);
    const output = temporaryFolder();
    const split = await splitCorpus([root], { rev: 'main', trgLang: 'de-DE', sides: ['target'], output });
    expect([split.pairs.found, filesBelow(output).length]).toEqual([4, 4]);
    const page = join(temporaryFolder(), 'page.html');
    expect((await viewCorpus([root], { rev: 'main', trgLang: 'de-DE', output: page })).totals.segments).toBe(4);
    expect(readFileSync(page, 'utf8')).not.toContain('"href":');
    expect(leftIn(temporary)).toEqual([]);
  });

  it('may be named by several globs from one folder, and all of them count', async () => {
    const root = commitAll(tree({ 'docs/a1.md': one, 'docs/a2.md': two, 'docs/b1.md': one, 'docs/c.md': two }));
    const globs = ['docs/a*.md', 'docs/b*.md', 'docs/{a2,b1}.md', 'docs/c*'].map((glob) => join(root, glob));
    const { paths } = await exported(globs, { rev: 'main' });
    const { paths: onDisk } = await exported(globs);
    expect(paths).toEqual(['a1.md', 'a2.md', 'b1.md', 'c.md']);
    expect(paths).toEqual(onDisk);
  });

  it('may be of any commit that Git finds: by its message, by a tag, from another one on', async () => {
    const root = repository();
    git(root, 'tag', '-a', 'v1', '-m', 'first');
    git(root, 'commit', '-q', '--allow-empty', '-m', 'second, really');
    for (const rev of [':/second', ':/second, really', 'v1', 'HEAD~1', '@', 'HEAD^{/second}']) {
      expect((await exported([root], { rev })).paths).toHaveLength(4);
    }
  });

  it('have the language that their path or their tree says', async () => {
    const bare = join(temporaryFolder(), 'docs.ja-JP.git');
    git(commitAll(tree({ 'a.md': pair('1', 'One', '一つ') })), 'clone', '-q', '--bare', '.', bare);
    const { report } = await exported([bare], { rev: 'main', trgLang: undefined as never });
    expect(report.pairs.exported).toBe(1);
  });
});

describe('a revision that cannot be read', () => {
  it('may be a branch or a tag that begins as an option does', async () => {
    const root = repository();
    git(root, 'update-ref', 'refs/heads/-branch', 'HEAD');
    git(root, 'update-ref', 'refs/tags/--all', 'HEAD');
    for (const rev of ['-branch', '--all']) expect((await exported([root], { rev })).paths).toHaveLength(4);
    await expect(exported([root], { rev: '--branches' })).rejects.toMatchObject({ kind: 'usage' });
  });

  it('is answered with the branches that there are', async () => {
    const root = repository();
    git(root, 'branch', 'live-sxs');
    const clone = join(temporaryFolder(), 'clone');
    git(root, 'clone', '-q', root, clone);
    for (const rev of [
      'nope',
      '--upload-pack=x',
      '',
      'main:docs',
      'main:a.md',
      '^main',
      'main..main',
      'main^@',
      ':/none',
    ]) {
      await expect(exported([clone], { rev })).rejects.toMatchObject({
        kind: 'usage',
        message: expect.stringContaining('origin/live-sxs'),
      });
    }
    const empty = temporaryFolder();
    git(empty, 'init', '-q', '-b', 'main');
    await expect(exported([empty], { rev: 'HEAD' })).rejects.toThrow('it has no branches');
  });

  it('is one of no repository, of nothing in it, of standard input or of a document', async () => {
    const root = repository();
    await expect(exported([temporaryFolder()], { rev: 'main' })).rejects.toMatchObject({
      kind: 'input',
      message: expect.stringContaining('not a git repository'),
    });
    await expect(exported([join(root, 'nothing')], { rev: 'main' })).rejects.toMatchObject({
      kind: 'input',
      message: expect.stringContaining('no such file or folder in main'),
    });
    await expect(exported([join(root, '*.nothing')], { rev: 'main' })).rejects.toMatchObject({ kind: 'input' });
    await expect(exported(['-'], { rev: 'main' })).rejects.toMatchObject({ kind: 'usage' });
    writeFileSync(join(root, 'memory.tmx'), '');
    git(root, 'add', 'memory.tmx');
    git(root, 'commit', '-q', '-m', 'memory');
    await expect(exported([join(root, 'memory.tmx')], { rev: 'main' })).rejects.toMatchObject({ kind: 'usage' });
  });

  it('says where there is no Git', async () => {
    const root = repository();
    vi.stubEnv('PATH', '/nowhere');
    await expect(exported([root], { rev: 'main' })).rejects.toMatchObject({
      kind: 'input',
      message: expect.stringContaining('install Git'),
    });
  });

  it('starts no program that the configuration of a repository names, and looks at no other repository', async () => {
    const root = repository();
    writeFileSync(join(root, 'hook'), `#!/bin/sh\ntouch ${root}/started\n`);
    chmodSync(join(root, 'hook'), 0o755);
    for (const key of ['core.fsmonitor', 'core.pager', 'core.sshCommand', 'core.askPass', 'diff.external'])
      git(root, 'config', key, join(root, 'hook'));
    vi.stubEnv('GIT_DIR', join(temporaryFolder(), 'elsewhere'));
    vi.stubEnv('GIT_WORK_TREE', '/');
    expect((await exported([root], { rev: 'main' })).paths).toHaveLength(4);
    expect(existsSync(join(root, 'started'))).toBe(false);
  });

  it('leaves no temporary file where the run is stopped', async () => {
    const root = repository();
    const temporary = ownTemporaryFolder();
    const controller = new AbortController();
    const run = exportCorpus([root], {
      ...usual,
      rev: 'main',
      output: temporaryFolder(),
      signal: controller.signal,
      onArticle: () => controller.abort(),
    });
    await expect(run).rejects.toThrow();
    expect(leftIn(temporary)).toEqual([]);
  });
});
