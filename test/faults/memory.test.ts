import { spawnSync } from 'node:child_process';
import { mkdirSync, readdirSync, readFileSync, truncateSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { cli, filesBelow, sspr, temporaryFolder } from '../support/cli.js';
import { pair } from '../support/pairs.js';
import { manyArticles, pairsOfArticle, shortArticle } from './articles.js';
import { preload, start } from './start.js';

afterEach(() => void vi.unstubAllEnvs());

/** Articles whose pairs all differ, `in/0.md` and on, and the folder `out`. */
function differing(count: number, length = 20): string {
  const cwd = temporaryFolder();
  for (const name of ['in', 'out']) mkdirSync(join(cwd, name));
  for (let index = 0; index < count; index++) {
    const pairs = Array.from({ length: 100 }, (_, number) =>
      pair(`1a2b3-${101 + number}`, `Satz ${index} ${number}. ${'x'.repeat(length)}`, `Sentence ${index} ${number}.`),
    );
    writeFileSync(join(cwd, 'in', `${index}.md`), `---\nms.contentlocale: de-DE\n---\n${pairs.join('\n\n')}\n`);
  }
  return cwd;
}

/** The older memory of one article under its name, and its bytes. */
function older(cwd: string): Buffer {
  expect(sspr(['memory', 'in/0.md', '-o', 'out', '-q'], { cwd }).status).toBe(0);
  return readFileSync(join(cwd, 'out/en-US_de-DE.tmx'));
}

const outputs = [
  ['-o', 'out'],
  ['--update', 'out/en-US_de-DE.tmx'],
] as const;
const hasTemporary = (cwd: string): boolean => filesBelow(join(cwd, 'out')).some((name) => name.endsWith('.tmp'));

/** A run sends itself a signal when it opens the first file with an extension. */
function killing(signal: NodeJS.Signals, extension: string): string[] {
  return preload(`import fs from 'node:fs'; import { syncBuiltinESMExports } from 'node:module';
    const { openSync } = fs; let sent = false;
    fs.openSync = (path, ...rest) => {
      const opened = openSync(path, ...rest);
      if (!sent && String(path).endsWith('${extension}')) { sent = true; process.kill(process.pid, '${signal}'); }
      return opened;
    };
    syncBuiltinESMExports();`);
}

describe.each(outputs)('memory %s %s', (...output) => {
  it.each([
    ['SIGINT', 130],
    ['SIGTERM', 143],
    ['SIGHUP', 129],
  ] as const)('interrupted by %s while it reads keeps the older file, and leaves nothing', async (signal, expected) => {
    const cwd = differing(300);
    const old = older(cwd);
    const temporary = temporaryFolder();
    vi.stubEnv('TMPDIR', temporary);
    const { ended } = start(['memory', 'in', ...output], cwd, killing(signal, '.md'));
    const { status, stderr } = await ended;
    expect({ status, stderr }).toEqual({ status: expected, stderr: expect.stringContaining('sspr-tm: interrupted') });
    expect(filesBelow(join(cwd, 'out'))).toEqual(['en-US_de-DE.tmx']);
    expect(readFileSync(join(cwd, 'out/en-US_de-DE.tmx')).equals(old)).toBe(true);
    expect(readdirSync(temporary)).toEqual([]);
  });

  it.each(['SIGINT', 'SIGKILL'] as const)('ended by %s while it writes keeps the older file', async (signal) => {
    const cwd = differing(600);
    const old = older(cwd);
    const { ended } = start(['memory', 'in', ...output], cwd, killing(signal, '.tmp'));
    const { status } = await ended;
    expect(status).toBe(signal === 'SIGINT' ? 130 : null);
    expect(readFileSync(join(cwd, 'out/en-US_de-DE.tmx')).equals(old)).toBe(true);
    // What a kill leaves is not taken for a memory: it has another extension.
    expect(hasTemporary(cwd)).toBe(signal === 'SIGKILL');
  });

  it('exits with 3 where the disk is full, and keeps the older file', () => {
    const cwd = differing(100, 200);
    const old = older(cwd);
    const script =
      'cp "$1/en-US_de-DE.tmx" old && mount -t tmpfs -o size=400k tmpfs "$1" && cp old "$1/en-US_de-DE.tmx" && "$2" "$3" memory in "$4" "$5"; echo $?; ls -A "$1"; cp "$1"/*.tmx after';
    const { stdout, stderr, status } = spawnSync(
      'unshare',
      ['--mount', 'sh', '-c', script, 'sh', join(cwd, 'out'), process.execPath, cli, ...output],
      { cwd, encoding: 'utf8' },
    );
    if (status !== 0 && process.env['CI'] === undefined)
      return console.warn(`Skipped, no disk can be mounted: ${stderr}`);
    expect(stderr).toContain('en-US_de-DE.tmx: cannot be written: the disk is full.');
    expect(stdout).toBe('3\nen-US_de-DE.tmx\n');
    expect(readFileSync(join(cwd, 'after')).equals(old)).toBe(true);
  });

  it('exits with 3 where the folder for temporary files is full, and keeps the older file', () => {
    // Texts of more than 96 MB go to a temporary file.
    const cwd = differing(130, 9000);
    const old = older(cwd);
    const disk = join(cwd, 'disk');
    mkdirSync(disk);
    const script =
      'mount -t tmpfs -o size=200k tmpfs "$1" && TMPDIR="$1" "$2" "$3" memory in "$4" "$5"; echo $?; ls -A "$1"';
    const { stdout, stderr, status } = spawnSync(
      'unshare',
      ['--mount', 'sh', '-c', script, 'sh', disk, process.execPath, cli, ...output],
      { cwd, encoding: 'utf8' },
    );
    if (status !== 0 && process.env['CI'] === undefined)
      return console.warn(`Skipped, no disk can be mounted: ${stderr}`);
    expect(stderr).toContain(`The texts of the memory cannot be kept in ${disk} (the disk is full)`);
    expect(stderr).toContain('set TMPDIR to another folder');
    expect(stdout).toBe('3\n');
    expect(filesBelow(join(cwd, 'out'))).toEqual(['en-US_de-DE.tmx']);
    expect(readFileSync(join(cwd, 'out/en-US_de-DE.tmx')).equals(old)).toBe(true);
  });
});

describe.each(['1', '2'])('an article that is not what it was, with --jobs %s', (jobs) => {
  /** Changes articles right after they were found. */
  const runWhile = async (
    change: string,
    cwd: string,
  ): Promise<{ readonly status: number | null; readonly stderr: string; readonly memory: { found: number } }> => {
    const changing = preload(`import fs from 'node:fs'; import { syncBuiltinESMExports } from 'node:module';
      const { openSync, rmSync, truncateSync, renameSync } = fs; let done = false;
      fs.openSync = (path, ...rest) => {
        if (!done && String(path).endsWith('.md')) { done = true; try { ${change} } catch {} }
        return openSync(path, ...rest);
      };
      syncBuiltinESMExports();`);
    const args = ['memory', 'in', '-o', 'out', '-j', jobs, '--report', 'r.json'];
    const { status, stderr } = await start(args, cwd, changing).ended;
    return { status, stderr, memory: JSON.parse(readFileSync(join(cwd, 'r.json'), 'utf8')).memory };
  };

  it('vanished: it is reported, all others are in the memory, and the status is 3', async () => {
    const cwd = manyArticles(200);
    const { status, stderr, memory } = await runWhile(`rmSync('in/99.md');`, cwd);
    expect(stderr).toContain('in/99.md:1:1 error input/unreadable Cannot be read: no such file or folder.');
    expect(status).toBe(3);
    expect(memory).toMatchObject({ found: 199 * pairsOfArticle, entries: 1 });
    expect(readFileSync(join(cwd, 'out/en-US_de-DE.tmx'), 'utf8')).toContain(`usagecount="${199 * pairsOfArticle}"`);
  });

  it('was cut off, or replaced: what is there counts', async () => {
    const cwd = manyArticles(200);
    const cut = await runWhile(`truncateSync('in/99.md', 13000);`, cwd);
    expect(cut).toMatchObject({ status: 1, stderr: expect.stringContaining('pair/unclosed') });
    expect(cut.memory.found).toBeLessThan(200 * pairsOfArticle);
    expect(cut.memory.found).toBeGreaterThan(199 * pairsOfArticle);
    truncateSync(join(cwd, 'in/99.md'), 0);
    writeFileSync(join(cwd, 'new'), shortArticle);
    const replaced = await runWhile(`renameSync('new', 'in/99.md');`, cwd);
    expect(replaced).toMatchObject({ status: 0, memory: { found: 199 * pairsOfArticle + 3 } });
  });
});
