import { execFileSync, spawnSync } from 'node:child_process';
import { mkdirSync, readFileSync, symlinkSync, truncateSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { cli, filesBelow, type Run, sspr, temporaryFolder, tree } from '../support/cli.js';
import { shortArticle } from './articles.js';

const onUnix = it.runIf(process.platform !== 'win32');

/** One line, of no stack, and of no more than a screen. */
function expectOneLine({ stderr }: Run): void {
  const [line = '', ...others] = stderr.trimEnd().split('\n');
  expect(line).toMatch(/^(?:sspr-tm|error): /);
  expect(line.length).toBeLessThan(10_100);
  expect(others.filter((each) => each !== 'Run with --help for all options.')).toEqual([]);
}

/** The built command with arguments, as `"$@"` of a script. */
function run(script: string, args: readonly string[]): { stderr: string } {
  return spawnSync('sh', ['-c', script, 'sh', cli, ...args], { encoding: 'utf8', timeout: 60_000 });
}

const nested = (depth: number): string => `${'{"a":'.repeat(depth)}1${'}'.repeat(depth)}`;

describe('a config file', () => {
  it.each([
    ['deep arrays without an end', '['.repeat(100_000)],
    ['deep arrays', '['.repeat(100_000) + ']'.repeat(100_000)],
    ['deep objects', nested(100_000)],
    ['deep values', `{"check":{"rule":${nested(60_000)}}}`],
    ['a long value', JSON.stringify({ check: { trgLang: 'a'.repeat(900_000) } })],
    ['a text without an end', `{"check":{"trgLang":"${'a'.repeat(900_000)}`],
    ['more than a megabyte', JSON.stringify({ check: { trgLang: 'a'.repeat(1_100_000) } })],
    ['a prototype as a command', '{"__proto__":{"output":"x"}}'],
    ['a prototype as an option', '{"check":{"__proto__":{"output":"x"}}}'],
    ['a prototype as a rule', '{"check":{"rule":{"__proto__":"off"}}}'],
    ['a constructor', '{"constructor":{"a":1}}'],
    ['numbers that are none', '{"export":{"jobs":1e308}}'],
  ])('of %s is refused in a line, with status 2', (_, config) => {
    const cwd = tree({ 'a.md': shortArticle, 'c.json': config });
    const run = sspr(['check', 'a.md', '--config', 'c.json'], { cwd });
    expect(run.status).toBe(2);
    expectOneLine(run);
  });

  onUnix.each(['pipe', 'device', 'folder', 'large'])(
    'that was found and is a %s is refused, and not waited for',
    (kind) => {
      const cwd = tree({ 'a.md': shortArticle });
      const config = join(cwd, 'sspr-tm.config.json');
      if (kind === 'pipe') execFileSync('mkfifo', [config]);
      else if (kind === 'device') symlinkSync('/dev/zero', config);
      else if (kind === 'folder') mkdirSync(config);
      else {
        writeFileSync(config, '');
        truncateSync(config, 3_000_000_000);
      }
      const run = sspr(['check', 'a.md'], { cwd });
      expect(run.status).toBe(2);
      expectOneLine(run);
    },
  );

  onUnix.each(['/dev/zero', '/dev/urandom'])('that is named and is %s is refused', (config) => {
    const run = sspr(['check', 'a.md', '--config', config], { cwd: tree({ 'a.md': shortArticle }) });
    expect(run.status).toBe(2);
    expect(run.stderr).toContain('larger than 1,000,000 bytes');
  });
});

describe('real articles', () => {
  onUnix('that cannot be read are reported, and the rest goes on', () => {
    const cwd = tree({
      'in/a.md': shortArticle,
      'in/b.md': shortArticle,
      'real/de-DE/b.md': 'x',
      'real/en-US/b.md': 'x',
    });
    symlinkSync('/dev/zero', join(cwd, 'real/en-US/a.md'));
    execFileSync('mkfifo', [join(cwd, 'real/de-DE/a.md')]);
    const { status, stderr } = sspr(['split', 'in', '--against', 'real', '--report', 'r.json'], { cwd });
    expect(stderr).toContain('in/a.md:1:1 error input/unreadable Cannot be read: the real article real/en-US/a.md');
    expect(stderr).toContain('the real article real/de-DE/a.md');
    expect(status).toBe(3);
    const { files } = JSON.parse(readFileSync(join(cwd, 'r.json'), 'utf8'));
    expect(files[1]).toMatchObject({ path: 'b.md', against: { source: 'other', target: 'other' } });
  });
});

describe('outputs', () => {
  onUnix('of names that are too long with another extension are reported, and the rest is written', () => {
    const cwd = tree({
      [`in/${'x'.repeat(252)}.md`]: shortArticle,
      [`in/${'ü'.repeat(126)}.md`]: shortArticle,
      'in/z.md': shortArticle,
    });
    const { status, stderr } = sspr(['export', 'in', '-f', 'xliff', '-o', 'out'], { cwd });
    expect(stderr.match(/error output\/long-path/g)).toHaveLength(2);
    expect(status).toBe(1);
    expect(filesBelow(join(cwd, 'out'))).toEqual(['z.xlf']);
    expect(sspr(['export', 'in', '-f', 'xliff', '-o', 'all.xlf'], { cwd }).status).toBe(0);
  });

  it.runIf(process.platform === 'linux').each(['export', 'split'])(
    'of paths that are too long are reported by %s',
    (command) => {
      const cwd = temporaryFolder();
      const folders = Array.from({ length: 20 }, () => 'd'.repeat(200));
      execFileSync(
        'sh',
        ['-c', `mkdir in; cd in; ${folders.map((name) => `mkdir ${name}; cd ${name};`).join(' ')} cat > a.md`],
        {
          cwd,
          input: shortArticle,
        },
      );
      writeFileSync(join(cwd, 'in/b.md'), shortArticle);
      const { status, stderr } = sspr([command, 'in', '-o', 'o'.repeat(100)], { cwd });
      expect(stderr).toContain('error output/long-path');
      expect(status).toBe(1);
      expect(filesBelow(join(cwd, 'o'.repeat(100))).some((file) => /b\.(?:md|xlf)$/.test(file))).toBe(true);
      expect(filesBelow(join(cwd, 'o'.repeat(100))).filter((file) => file.endsWith('.tmp'))).toEqual([]);
    },
  );
});

describe('where the command runs', () => {
  onUnix.each([['a.md'], ['-'], ['/dev/null']])('may be a folder that is gone: that is said, for %s', (input) => {
    const cwd = join(temporaryFolder(), 'gone');
    mkdirSync(cwd);
    const script = `cd '${cwd}' && rmdir '${cwd}' && '${process.execPath}' "$@" < /dev/null; echo "status $?" >&2`;
    const { stderr } = run(script, ['check', input]);
    expect(stderr).toBe(
      'sspr-tm: the folder that the command runs in is not there any more; go to another one.\nstatus 3\n',
    );
  });

  onUnix('may have no folder for temporary files', () => {
    const cwd = tree({ 'a.xlf': '<xliff/>' });
    execFileSync('mkfifo', [join(cwd, 'p.xlf')]);
    const { stderr } = run(`cd '${cwd}'; cat a.xlf > p.xlf & TMPDIR=/nonexistent '${process.execPath}' "$@" 1>&2`, [
      'check',
      'p.xlf',
    ]);
    expect(stderr).toContain('no copy of it can be made in /nonexistent');
  });
});

describe('globs', () => {
  it.each(['*a*a*a*a*a*b', '+(a|aa)b', '*(a)b', '+(+(a))', '**/**/**/**/**/a', 'x/{a*,b*}{a*,b*}*.md'])(
    'that could take years are refused: %s',
    (glob) => {
      const cwd = tree({ [`${'a'.repeat(60)}.md`]: shortArticle });
      const refused = sspr(['check', glob], { cwd });
      expect(refused.status).toBe(2);
      expectOneLine(refused);
    },
  );

  it.each(['**/*.md', '*a*a*.md', '@(a|b)*.md', '{a,b}*.md', '!(b)*.md', '[a-c]*.md'])(
    'of the usual kinds work: %s',
    (glob) => {
      expect(sspr(['check', glob], { cwd: tree({ 'aaa.md': shortArticle }) }).status).toBe(0);
    },
  );
});
