import { spawnSync } from 'node:child_process';
import { closeSync, mkdirSync, openSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it, onTestFinished, vi } from 'vitest';
import { cli, sspr } from '../support/cli.js';
import { manyArticles } from './articles.js';
import { fullPipe, tellsOfWrites } from './full-pipe.js';
import { heard, start } from './start.js';

describe('an output that cannot be written', () => {
  it('exits with 3 and keeps the older file where the disk is full', () => {
    const cwd = manyArticles(20);
    const disk = join(cwd, 'disk');
    mkdirSync(disk);
    // A disk of its own for this process only; where that is not allowed, the test cannot say anything.
    const script =
      'mount -t tmpfs -o size=200k tmpfs "$1" && echo old > "$1/en-US_de-DE.tmx" && "$2" "$3" export in -f tmx -o "$1"; echo $?; ls -A "$1"; cat "$1"/*';
    const { stdout, stderr, status } = spawnSync(
      'unshare',
      ['--mount', 'sh', '-c', script, 'sh', disk, process.execPath, cli],
      { cwd, encoding: 'utf8' },
    );
    if (status !== 0 && process.env['CI'] === undefined)
      return console.warn(`Skipped, no disk can be mounted: ${stderr}`);
    expect(stderr).toContain('en-US_de-DE.tmx: cannot be written: the disk is full.');
    expect(stdout).toBe('3\nen-US_de-DE.tmx\nold\n');
  });

  it.runIf(process.platform === 'linux')('exits with 3 where standard output is a full disk', () => {
    const cwd = manyArticles(1);
    const full = openSync('/dev/full', 'w');
    const { status, stderr } = spawnSync(process.execPath, [cli, 'export', 'in', '-f', 'tmx', '-o', '-'], {
      cwd,
      encoding: 'utf8',
      stdio: ['ignore', full, 'pipe'],
    });
    closeSync(full);
    expect({ status, stderr }).toEqual({
      status: 3,
      stderr: 'sspr-tm: standard output: cannot be written: the disk is full.\n',
    });
  });

  it.runIf(process.platform === 'linux')('writes into what is no file, and leaves it there', () => {
    const cwd = manyArticles(1);
    const script = 'mkfifo p.tmx && (cat p.tmx & "$1" "$2" export in -f tmx -o p.tmx -q; wait; ls -l p.tmx)';
    const { stdout } = spawnSync('sh', ['-c', script, 'sh', process.execPath, cli], { cwd, encoding: 'utf8' });
    expect(stdout).toContain('</tmx>');
    expect(stdout).toMatch(/\np.* p\.tmx\n$/);
  });

  it('ends with the exit status of what was found until then where the reader closes the pipe', () => {
    const cwd = manyArticles(50);
    const script = `"${process.execPath}" "${cli}" export in -f tmx -o - | head -n 2; exit "\${PIPESTATUS[0]}"`;
    const { status, stdout, stderr } = spawnSync('bash', ['-c', script], { cwd, encoding: 'utf8' });
    expect({ status, stderr, lines: stdout.split('\n').length }).toEqual({ status: 0, stderr: '', lines: 3 });
  });

  it('gives all of it to a reader who is late', async () => {
    const cwd = manyArticles(20);
    vi.stubEnv('SOURCE_DATE_EPOCH', '1000000000');
    onTestFinished(() => void vi.unstubAllEnvs());
    const pipe = fullPipe(join(cwd, 'p'));
    const writer = openSync(join(cwd, 'p'), 'w');
    const { child, ended } = start(['export', 'in', '-f', 'tmx', '-o', '-'], cwd, tellsOfWrites, writer);
    closeSync(writer);
    await heard(child);
    const read = await pipe.read();
    pipe.close();
    expect((await ended).status).toBe(0);
    expect(sspr(['export', 'in', '-f', 'tmx', '-o', 'all.tmx', '-q'], { cwd }).status).toBe(0);
    expect(read.equals(readFileSync(join(cwd, 'all.tmx')))).toBe(true);
  });
});
