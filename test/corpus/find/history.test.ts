import { execFileSync } from 'node:child_process';
import {
  chmodSync,
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { dirname, join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { readFoundArticle } from '../../../src/corpus/articles/read.js';
import { readShared, shareArticles } from '../../../src/corpus/articles/shared-articles.js';
import { type FoundArticle, namedPathOf } from '../../../src/corpus/find/found.js';
import { openRun, type Run, type RunOptions } from '../../../src/corpus/run/run.js';
import { exportCorpus } from '../../../src/node.js';
import { temporaryFolder } from '../../support/cli.js';
import { commitOn, git, gitAt } from '../../support/git.js';
import { pair } from '../../support/pairs.js';

const runs: Run[] = [];

afterEach(async () => {
  vi.unstubAllEnvs();
  for (const run of runs.splice(0)) await run.close();
});

const text = (id: number | string): string => pair(String(id), `Ziel ${id}`, `Source ${id}`);

function repository(): string {
  const root = temporaryFolder();
  git(root, 'init', '-q', '-b', 'main');
  return root;
}

function write(root: string, path: string, content: string): void {
  mkdirSync(dirname(join(root, path)), { recursive: true });
  writeFileSync(join(root, path), content);
}

async function open(inputs: readonly string[], options: Partial<RunOptions> = {}): Promise<Run> {
  const run = await openRun(inputs, { jobs: 1, history: true, ...options });
  runs.push(run);
  return run;
}

/** What is told of a version, and the sources in it. */
function shown(found: FoundArticle): string {
  const { article, diagnostics } = readFoundArticle(found);
  const sources = article?.units.map(({ parts: [part] }) => (part?.kind === 'segment' ? part.source.text : ''));
  const { date = '', last } = found.version ?? {};
  const days = last === undefined ? date.slice(-2) : `${date.slice(-2)}-${last.date.slice(-2)}`;
  return `${found.path} ${days} ${sources?.join() ?? diagnostics.map(({ code }) => code).join()}`;
}

async function versions(inputs: readonly string[], options?: Partial<RunOptions>): Promise<string[]> {
  return (await open(inputs, options)).articles.map(shown);
}

const message = async (promise: Promise<unknown>): Promise<string> => {
  const error = await promise.then(
    () => undefined,
    (reason: unknown) => reason,
  );
  return error instanceof Error ? error.message : '';
};

describe('the history of articles', () => {
  it('has each content at each path once, by path and then by commit, with the first commit and its day in UTC', async () => {
    const root = repository();
    write(root, 'b.md', text(1));
    write(root, 'a.md', text(2));
    const first = commitOn(1, root);
    write(root, 'b.md', text(3));
    write(root, 'docs/c.md', text(1));
    commitOn(2, root);
    write(root, 'b.md', text(4));
    commitOn(3, root);
    const { articles } = await open([root]);
    expect(articles.map(shown)).toEqual([
      'a.md 01 Source 2',
      'b.md 01 Source 1',
      'b.md 02 Source 3',
      'b.md 03 Source 4',
      'docs/c.md 02 Source 1',
    ]);
    expect(articles[0]?.version).toEqual({ commit: first, date: '2020-01-01' });
    expect(articles[0] && namedPathOf(articles[0])).toBe(`${first.slice(0, 12)}:a.md`);
    expect(git(root, 'show', `${first.slice(0, 12)}:a.md`)).toBe(text(2));
  });

  it('is that of the repository, whatever another one is to Git where the run is a hook of that', async () => {
    const root = repository();
    write(root, 'a.md', text(1));
    commitOn(1, root);
    write(root, 'a.md', text(2));
    const last = commitOn(2, root);
    const ends = join(temporaryFolder(), 'shallow');
    writeFileSync(ends, `${last}\n`);
    vi.stubEnv('GIT_SHALLOW_FILE', ends);
    expect(await versions([root])).toEqual(['a.md 01 Source 1', 'a.md 02 Source 2']);
  });

  it('takes the day of the committer, in UTC', async () => {
    const root = repository();
    write(root, 'a.md', text(1));
    git(root, 'add', '-A');
    gitAt('2020-01-05T23:30:00-0500', root, 'commit', '-q', '-m', 'late', '--date', '2019-01-01T00:00:00Z');
    expect(await versions([root])).toEqual(['a.md 06 Source 1']);
  });

  it('ends at the revision that is asked for', async () => {
    const root = repository();
    for (const day of [1, 2, 3]) {
      write(root, 'a.md', text(day));
      commitOn(day, root);
    }
    expect(await versions([root], { rev: 'HEAD~1' })).toEqual(['a.md 01 Source 1', 'a.md 02 Source 2']);
  });

  it('has what was renamed at both paths, and what was removed', async () => {
    const root = repository();
    write(root, 'old.md', text(1));
    write(root, 'gone.md', text(9));
    commitOn(1, root);
    renameSync(join(root, 'old.md'), join(root, 'new.md'));
    rmSync(join(root, 'gone.md'));
    commitOn(2, root);
    write(root, 'new.md', text(2));
    commitOn(3, root);
    const all = ['gone.md 01 Source 9', 'new.md 02 Source 1', 'new.md 03 Source 2', 'old.md 01 Source 1'];
    expect(await versions([root])).toEqual(all);
    expect(await versions([join(root, 'gone.md')])).toEqual(['gone.md 01 Source 9']);
    expect(await versions([join(root, '{old,gone}.md')])).toEqual([all[0], all[3]]);
  });

  it('has what came back once, with the last commit that brought it', async () => {
    const root = repository();
    write(root, 'a.md', text(1));
    write(root, 'b.md', text(8));
    commitOn(1, root);
    write(root, 'a.md', text(2));
    rmSync(join(root, 'b.md'));
    commitOn(2, root);
    write(root, 'a.md', text(1));
    commitOn(3, root);
    write(root, 'b.md', text(8));
    commitOn(4, root);
    for (let day = 5; day < 20; day++) {
      write(root, 'a.md', text(day));
      commitOn(day, root);
    }
    write(root, 'a.md', text(5));
    const last = commitOn(20, root);
    const { articles } = await open([root]);
    const told = articles.map(shown);
    expect(told.slice(0, 3)).toEqual(['a.md 01-03 Source 1', 'a.md 02 Source 2', 'a.md 05-20 Source 5']);
    expect(told.at(-1)).toBe('b.md 01-04 Source 8');
    expect(articles[2]?.version?.last).toEqual({ commit: last, date: '2020-01-20' });
    expect(told).toHaveLength(18);
  });

  it('has what stands on side branches, and what a merge alone has', async () => {
    const root = repository();
    write(root, 'a.md', text(1));
    write(root, 'b.md', text(2));
    commitOn(1, root);
    git(root, 'checkout', '-q', '-b', 'side');
    write(root, 'a.md', text(3));
    commitOn(2, root);
    write(root, 'a.md', text(4));
    commitOn(3, root);
    // What the side branch has in between, and takes back, is nowhere on the main line.
    write(root, 'a.md', text(1));
    commitOn(4, root);
    git(root, 'checkout', '-q', 'main');
    write(root, 'b.md', text(5));
    commitOn(5, root);
    git(root, 'merge', '-q', '--no-commit', '--no-ff', 'side');
    write(root, 'b.md', text(6));
    commitOn(6, root);
    git(root, 'checkout', '-q', '-b', 'ours');
    write(root, 'a.md', text(7));
    commitOn(7, root);
    git(root, 'checkout', '-q', 'main');
    gitAt('2020-01-08T00:00:00Z', root, 'merge', '-q', '-s', 'ours', '-m', 'ours', 'ours');
    const all = [
      'a.md 01-04 Source 1',
      'a.md 02 Source 3',
      'a.md 03 Source 4',
      'a.md 07 Source 7',
      'b.md 01 Source 2',
      'b.md 05 Source 5',
      'b.md 06 Source 6',
    ];
    expect(await versions([root])).toEqual(all);
    expect(await versions([root], { rev: 'side' })).toEqual([...all.slice(0, 3), 'b.md 01 Source 2']);
  });

  it('is all that the checkouts of all commits have, with octopus merges, several roots and clocks that are wrong', async () => {
    const root = repository();
    let seed = 7;
    const next = (below: number): number => {
      seed = (seed * 1_103_515_245 + 12_345) % 2_147_483_648;
      return Math.floor((seed / 2_147_483_648) * below);
    };
    const paths = ['a.md', 'docs/b.md', 'docs/sub/c.md', 'd.yml', 'e e.md'];
    const branches = ['main'];
    for (let number = 1; number <= 40; number++) {
      const path = paths[next(paths.length)] ?? '';
      if (next(5) === 0 && existsSync(join(root, path))) rmSync(join(root, path));
      else write(root, path, text(next(12)));
      commitOn(1 + next(28), root);
      const kind = next(6);
      if (kind === 0) {
        branches.push(`branch${number}`);
        git(root, 'checkout', '-q', '-b', `branch${number}`);
      } else if (kind === 1 && branches.length > 2) {
        const others = branches.filter((name) => name !== git(root, 'branch', '--show-current').trim()).slice(-2);
        git(root, 'merge', '-q', '-s', 'ours', '-m', 'octopus', ...others);
      } else if (kind === 2) {
        git(root, 'checkout', '-q', branches[next(branches.length)] ?? 'main');
      }
    }
    git(root, 'checkout', '-q', '--orphan', 'other');
    write(root, 'root.md', text(99));
    commitOn(1, root);
    git(root, 'merge', '-q', '-s', 'ours', '--allow-unrelated-histories', '-m', 'all', ...branches);
    const expected = new Set<string>();
    for (const commit of git(root, 'rev-list', 'HEAD').trim().split('\n')) {
      for (const line of git(root, 'ls-tree', '-r', commit).trim().split('\n')) {
        const [stat = '', path = ''] = line.split('\t');
        expected.add(`${path} ${git(root, 'cat-file', 'blob', stat.split(' ')[2] ?? '')}`);
      }
    }
    const { articles } = await open([root]);
    const found = articles.map(({ path, slice }) => {
      return `${path} ${readFileSync(slice?.spool ?? '', 'utf8').slice(slice?.start, slice?.end)}`;
    });
    expect(found.toSorted()).toEqual([...expected].toSorted());
    expect(expected.size).toBeGreaterThan(20);
    const order = git(root, 'rev-list', '--reverse', '--date-order', 'HEAD').trim().split('\n');
    for (const [index, { path, version }] of articles.entries()) {
      const other = articles[index + 1];
      if (other?.path !== path) continue;
      expect(order.indexOf(version?.commit ?? '')).toBeLessThanOrEqual(order.indexOf(other.version?.commit ?? ''));
    }
  });

  it('is that of folders, files and globs, and of several repositories, whatever their order', async () => {
    const root = repository();
    write(root, 'docs/a.md', text(1));
    write(root, 'docs/sub/b.md', text(2));
    write(root, 'c.md', text(3));
    write(root, 'docs/notes.txt', text(4));
    write(root, 'node_modules/x.md', text(5));
    write(root, 'docs/.hidden/x.md', text(5));
    write(root, 'docs/with.yml', text(6));
    commitOn(1, root);
    write(root, 'docs/with.yml', 'a: b\n');
    write(root, 'docs/a.md', text(7));
    commitOn(2, root);
    const other = repository();
    write(other, 'docs/a.md', text(1));
    commitOn(1, other);
    const bare = join(temporaryFolder(), 'bare.git');
    git(root, 'clone', '-q', '--bare', root, bare);
    rmSync(join(root, 'docs'), { recursive: true });

    const below = ['a.md 01 Source 1', 'a.md 02 Source 7', 'sub/b.md 01 Source 2', 'with.yml 01 Source 6'];
    expect(await versions([join(root, 'docs')])).toEqual(below);
    expect(await versions([join(bare, 'docs')])).toEqual(below);
    expect(await versions([join(root, 'docs/notes.txt')])).toEqual(['notes.txt 01 Source 4']);
    expect(await versions([join(root, 'd*/*.{md,txt}')])).toEqual([
      'docs/a.md 01 Source 1',
      'docs/a.md 02 Source 7',
      'docs/notes.txt 01 Source 4',
    ]);
    const run = await open([root], { exclude: ['sub/', 'with.*'] });
    expect(run.articles).toHaveLength(3);
    expect(run.excluded).toBe(2);
    const inputs = [root, other, join(root, 'docs/a.md'), `${join(root, 'docs')}/`, bare];
    const all = await open(inputs);
    const again = await open(inputs.toReversed());
    expect(again.articles.map(({ slice: _, ...rest }) => rest)).toEqual(
      all.articles.map(({ slice: _, ...rest }) => rest),
    );
    expect(again.articles.map(shown)).toEqual(all.articles.map(shown));
    expect(all.articles).toHaveLength(11);
  });

  it('takes a path that was a file and a folder for what it was last', async () => {
    const root = repository();
    write(root, 'docs', text(1));
    commitOn(1, root);
    rmSync(join(root, 'docs'));
    write(root, 'docs/a.md', text(2));
    commitOn(2, root);
    expect(await versions([join(root, 'docs')])).toEqual(['a.md 02 Source 2']);
    expect(await versions([join(root, 'docs')], { rev: 'HEAD~1' })).toEqual(['docs 01 Source 1']);
    rmSync(join(root, 'docs'), { recursive: true });
    write(root, 'docs', text(3));
    commitOn(3, root);
    expect(await versions([join(root, 'docs')])).toEqual(['docs 01 Source 1', 'docs 03 Source 3']);
  });

  it('keeps names of any characters and bytes apart', async () => {
    const root = repository();
    const names = ['日本 語.md', 'new\nline.md', '"quoted"\t.md', ':100644 x.md', `${'a'.repeat(40)} 1.md`, '-x.md'];
    for (const name of names) write(root, name, text(1));
    commitOn(1, root);
    const blob = git(root, 'rev-parse', 'HEAD:-x.md').trim();
    const input = Buffer.concat([
      Buffer.from(`100644 blob ${blob}\tx`),
      Buffer.from([0xe4]),
      Buffer.from(`.md\x00100644 blob ${blob}\tx`),
      Buffer.from([0xe5]),
      Buffer.from('.md\x00'),
    ]);
    const top = execFileSync('git', ['mktree', '-z'], { cwd: root, input, encoding: 'utf8' }).trim();
    const commit = git(root, 'commit-tree', top, '-p', 'HEAD', '-m', 'bytes').trim();
    const run = await open([root], { rev: commit });
    expect(run.articles.map(({ path }) => path).toSorted()).toEqual([...names, 'x\ufffd.md'].toSorted());
    expect(run.others.map(({ diagnostics }) => diagnostics[0]?.code)).toEqual(['input/same-name']);
    const shared = readShared(shareArticles(run.articles));
    expect(run.articles.map((_, index) => shared.at(index))).toEqual(run.articles);
  });

  it('passes over symbolic links and submodules', async () => {
    const root = repository();
    write(root, 'a.md', text(1));
    commitOn(1, root);
    const blob = git(root, 'rev-parse', 'HEAD:a.md').trim();
    git(root, 'update-index', '--add', '--cacheinfo', `120000,${blob},link.md`);
    git(root, 'update-index', '--add', '--cacheinfo', `160000,${'1'.repeat(40)},module.md`);
    git(root, 'commit', '-q', '-m', 'others');
    expect(await versions([root])).toEqual(['a.md 01 Source 1']);
  });

  it('says where it ends because the clone is shallow', async () => {
    const root = repository();
    for (const day of [1, 2, 3]) {
      write(root, 'a.md', text(day));
      commitOn(day, root);
    }
    const clone = join(temporaryFolder(), 'clone');
    git(root, 'clone', '-q', '--depth', '2', pathToFileURL(root).href, clone);
    const { articles, others } = await open([clone]);
    expect(articles.map(shown)).toEqual(['a.md 02 Source 2', 'a.md 03 Source 3']);
    const end = git(root, 'rev-parse', 'HEAD~1').trim().slice(0, 12);
    expect(others).toMatchObject([{ path: clone, diagnostics: [{ code: 'input/shallow', severity: 'warning' }] }]);
    expect(others[0]?.diagnostics[0]?.message).toContain(`${end} of 2020-01-02`);
    // A history that does not come to the end of the clone is whole.
    git(clone, 'checkout', '-q', '--orphan', 'own');
    commitOn(9, clone);
    expect((await open([clone])).others).toEqual([]);
  });

  it('has the parents that Git was told of', async () => {
    const root = repository();
    write(root, 'a.md', text(1));
    const before = commitOn(1, root);
    git(root, 'checkout', '-q', '--orphan', 'later');
    write(root, 'a.md', text(2));
    const after = commitOn(2, root);
    expect(await versions([root])).toEqual(['a.md 02 Source 2']);
    git(root, 'replace', '--graft', after, before);
    expect(await versions([root])).toEqual(['a.md 01 Source 1', 'a.md 02 Source 2']);
  });

  it('lacks only the versions whose objects are missing', async () => {
    const root = repository();
    for (const day of [1, 2, 3]) {
      write(root, 'a.md', text(day));
      write(root, 'b.md', text(day + 10));
      commitOn(day, root);
    }
    const object = git(root, 'rev-parse', 'HEAD~1:a.md').trim();
    rmSync(join(root, '.git/objects', object.slice(0, 2), object.slice(2)));
    expect(await versions([root])).toEqual([
      'a.md 01 Source 1',
      'a.md 02 input/unreadable',
      'a.md 03 Source 3',
      'b.md 01 Source 11',
      'b.md 02 Source 12',
      'b.md 03 Source 13',
    ]);
  });

  it('reports each version that a partial clone lacks, and says what to do where it lacks trees', async () => {
    const root = repository();
    git(root, 'config', 'uploadpack.allowFilter', 'true');
    for (const day of [1, 2]) {
      write(root, 'a.md', text(day));
      commitOn(day, root);
    }
    const clone = join(temporaryFolder(), 'clone');
    git(root, 'clone', '-q', '--filter', 'blob:none', pathToFileURL(root).href, clone);
    expect(await versions([clone])).toEqual(['a.md 01 input/unreadable', 'a.md 02 Source 2']);
    const treeless = join(temporaryFolder(), 'treeless.git');
    git(root, 'clone', '-q', '--bare', '--filter', 'tree:0', pathToFileURL(root).href, treeless);
    expect(await message(open([treeless], { rev: 'main' }))).toMatch(
      /its history cannot be listed: .*fetch all commits/,
    );
  });

  it('says which branches there are where there is no such revision', async () => {
    const root = repository();
    write(root, 'a.md', text(1));
    commitOn(1, root);
    const bare = join(temporaryFolder(), 'bare.git');
    git(root, 'clone', '-q', '--bare', root, bare);
    git(bare, 'symbolic-ref', 'HEAD', 'refs/heads/nothing');
    expect(await message(open([bare]))).toBe(`${bare}: there is no revision "HEAD"; it has main.`);
    expect(await message(open([repository()]))).toContain('there is no revision "HEAD"; it has no branches.');
    expect(await message(open([root], { rev: '--output=x' }))).toContain('there is no revision');
    expect(await message(open([temporaryFolder()]))).toContain('no revision can be read of it');
    expect(await message(open([join(root, 'missing.md')]))).toContain('no such file or folder in the history of HEAD');
    expect(await message(open([join(root, 'no*.md')]))).toContain('the history of HEAD');
    expect(await message(open(['-']))).toContain('leave out - or --history');
  });

  it('is the same whatever the configuration says, and starts nothing of it', async () => {
    const root = repository();
    write(root, 'docs/a.md', text(1));
    commitOn(1, root);
    renameSync(join(root, 'docs/a.md'), join(root, 'docs/b.md'));
    commitOn(2, root);
    const expected = ['docs/a.md 01 Source 1', 'docs/b.md 02 Source 1'];
    expect(await versions([root])).toEqual(expected);
    const ran = join(temporaryFolder(), 'ran');
    const program = join(temporaryFolder(), 'program');
    writeFileSync(program, `#!/bin/sh\necho "$0" >> '${ran}'\n`);
    chmodSync(program, 0o755);
    write(root, '.gitattributes', '*.md diff=evil filter=evil\n');
    const settings: Readonly<Record<string, string>> = {
      'log.showRoot': 'false',
      'log.showSignature': 'true',
      'log.follow': 'true',
      'log.diffMerges': 'off',
      'log.decorate': 'full',
      'log.date': 'iso',
      'format.pretty': 'fuller',
      'gpg.program': program,
      'diff.external': program,
      'diff.evil.command': program,
      'diff.evil.textconv': program,
      'filter.evil.smudge': program,
      'diff.renames': 'copies',
      'diff.relative': 'true',
      'diff.orderFile': 'missing',
      'diff.noPrefix': 'true',
      'core.pager': program,
      'core.fsmonitor': program,
      'core.abbrev': '5',
      'core.quotePath': 'true',
      'color.ui': 'always',
      'pager.log': program,
      'alias.log': `!${program}`,
      'core.sshCommand': program,
      'notes.displayRef': '*',
      'mailmap.file': 'missing',
    };
    for (const [name, value] of Object.entries(settings)) git(root, 'config', name, value);
    expect(await versions([root])).toEqual(expected);
    expect(await versions([join(root, 'docs')])).toEqual(expected.map((each) => each.replace('docs/', '')));
    expect(existsSync(ran)).toBe(false);
  });

  it('leaves nothing behind, also where it is stopped', async () => {
    const root = repository();
    write(root, 'a.md', text(1));
    commitOn(1, root);
    const folder = temporaryFolder();
    vi.stubEnv('TMPDIR', folder);
    const run = await openRun([root], { jobs: 1, history: true });
    expect(readdirSync(folder)).toHaveLength(1);
    await run.close();
    expect(readdirSync(folder)).toEqual([]);
    const stopped = AbortSignal.abort(new Error('stopped'));
    expect(await message(openRun([root], { jobs: 1, history: true, signal: stopped }))).toBe('stopped');
    expect(readdirSync(folder)).toEqual([]);
  });
});

describe('articles without a history', () => {
  it('say nothing of versions', async () => {
    const root = repository();
    write(root, 'a.md', text(1));
    commitOn(1, root);
    const run = await openRun([root], { jobs: 1, rev: 'HEAD' });
    runs.push(run);
    expect(run.articles.map(({ version }) => version)).toEqual([undefined]);
    const report = await exportCorpus([root], { trgLang: 'de-DE', jobs: 1, rev: 'HEAD', output: temporaryFolder() });
    expect(report.articles).toBe(1);
  });
});
