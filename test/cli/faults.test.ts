import { spawn, spawnSync } from 'node:child_process';
import { closeSync, mkdirSync, openSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { cli, filesBelow, sspr, temporaryFolder } from '../support/cli.js';
import { pair } from '../support/pairs.js';

const header = '---\nms.contentlocale: de-DE\n---\n';
const article =
  header +
  Array.from({ length: 200 }, (_, index) => pair(`1a2b3-${102 + index}`, 'Ein Satz.', 'A sentence.')).join('\n\n');

/** A folder `in` with many articles, and an older memory in `out`. */
function manyArticles(count: number): string {
  const cwd = temporaryFolder();
  mkdirSync(join(cwd, 'in'));
  mkdirSync(join(cwd, 'out'));
  for (let index = 0; index < count; index++) writeFileSync(join(cwd, 'in', `${index}.md`), article);
  writeFileSync(join(cwd, 'out/en-US_de-DE.tmx'), 'old');
  return cwd;
}

describe('a run that cannot end', () => {
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

  it('exits with 3 where the reader closes the pipe', () => {
    const cwd = manyArticles(50);
    const script = `"${process.execPath}" "${cli}" export in -f tmx -o - | head -n 2; exit "\${PIPESTATUS[0]}"`;
    const { status, stdout, stderr } = spawnSync('bash', ['-c', script], { cwd, encoding: 'utf8' });
    expect(stderr).toBe('sspr-tm: standard output: cannot be written: the reader has closed it.\n');
    expect({ status, lines: stdout.split('\n').length }).toEqual({ status: 3, lines: 3 });
  });

  it.each([
    ['SIGINT', 130],
    ['SIGTERM', 143],
  ] as const)('stops in good order at %s', async (signal, expected) => {
    const cwd = manyArticles(2000);
    const child = spawn(process.execPath, [cli, 'export', 'in', '-o', 'out'], { cwd });
    let stderr = '';
    child.stderr.on('data', (chunk) => {
      stderr += String(chunk);
    });
    // Wait until it is at work: the first article is written.
    while (filesBelow(join(cwd, 'out')).length < 4) await new Promise((resolve) => setTimeout(resolve, 5));
    child.kill(signal);
    const status = await new Promise((resolve) => child.on('exit', resolve));
    expect(status).toBe(expected);
    expect(stderr).toMatch(
      /^sspr-tm: interrupted; \d+ of 2000 articles were done\. Files that are there are whole\.\n$/,
    );
    expect(filesBelow(join(cwd, 'out')).filter((file) => file.endsWith('.tmp'))).toEqual([]);
    expect(readFileSync(join(cwd, 'out/en-US_de-DE.tmx'), 'utf8')).toBe('old');
    for (const file of filesBelow(join(cwd, 'out')).filter((name) => name.endsWith('.xlf'))) {
      expect(readFileSync(join(cwd, 'out', file), 'utf8').endsWith('</xliff>\n')).toBe(true);
    }
  });
});

describe('large input', () => {
  it('may be 50 MB on one line', () => {
    const cwd = temporaryFolder();
    const sentence = `${pair('1a2b3-102', 'Ein Satz.', 'A sentence.')} `;
    const file = join(cwd, 'line.md');
    const times = Math.ceil(50_000_000 / sentence.length);
    writeFileSync(file, sentence.repeat(times));
    const { status, stdout } = sspr(
      ['export', file, '--trg-lang', 'de-DE', '-f', 'tmx', '-o', join(cwd, 'out.tmx'), '--report', '-', '-q'],
      { cwd },
    );
    expect(status).toBe(0);
    expect(JSON.parse(stdout).pairs).toEqual({ found: times, exported: times, skipped: {} });
    rmSync(file);
  });

  it('may be a tree of 60 MB, in less than 400 MB of memory', () => {
    const cwd = temporaryFolder();
    mkdirSync(join(cwd, 'in'));
    const count = Math.ceil(60_000_000 / article.length);
    for (let index = 0; index < count; index++) writeFileSync(join(cwd, 'in', `${index}.md`), article);
    const probe = `import { resourceUsage } from 'node:process'; process.on('exit', () => console.log(JSON.stringify(process.resourceUsage().maxRSS)));`;
    const { stdout, status } = spawnSync(
      process.execPath,
      ['--import', `data:text/javascript,${encodeURIComponent(probe)}`, cli, 'export', 'in', '-o', 'out', '-q'],
      { cwd, encoding: 'utf8' },
    );
    expect(status).toBe(0);
    expect(Number(stdout)).toBeGreaterThan(0);
    expect(Number(stdout)).toBeLessThan(400_000);
  });
});
