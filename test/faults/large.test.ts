import { constants } from 'node:buffer';
import { spawnSync } from 'node:child_process';
import {
  closeSync,
  mkdirSync,
  openSync,
  readFileSync,
  readSync,
  statSync,
  truncateSync,
  writeFileSync,
  writeSync,
} from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { cli, sspr, temporaryFolder } from '../support/cli.js';
import { pair } from '../support/pairs.js';
import { article, manyArticles, pairsOfArticle, shortArticle } from './articles.js';
import { preload } from './start.js';

/** These take minutes and gigabytes, so they have to be asked for: `SSPR_TM_LARGE=1`. */
const large = process.env['SSPR_TM_LARGE'] === undefined ? leaveOut : it;

function leaveOut(name: string, ..._: readonly unknown[]): void {
  console.warn(`Left out, because SSPR_TM_LARGE is not set: ${name}.`);
}

/** The report of a run, and the most memory that it had, in KB. */
function measured(
  args: readonly string[],
  cwd: string,
): { status: number | null; stderr: string; pairs: unknown; peak: number } {
  const probe = `import { writeSync } from 'node:fs'; import { isMainThread } from 'node:worker_threads';
    if (isMainThread) process.on('exit', () => writeSync(3, String(process.resourceUsage().maxRSS)));`;
  const command = [...preload(probe), cli, ...args, '--report', '-', '-q'];
  const { status, stdout, stderr, output } = spawnSync(process.execPath, command, {
    cwd,
    encoding: 'utf8',
    maxBuffer: 1 << 30,
    stdio: ['ignore', 'pipe', 'pipe', 'pipe'],
  });
  return { status, stderr, pairs: status === 0 ? JSON.parse(stdout).pairs : undefined, peak: Number(output[3]) };
}

function readAt(path: string, position: number, length: number): string {
  const file = openSync(path, 'r');
  const buffer = Buffer.alloc(length);
  readSync(file, buffer, 0, length, position);
  closeSync(file);
  return buffer.toString();
}

describe('large input', () => {
  it('may be 50 MB on one line', () => {
    const cwd = temporaryFolder();
    const sentence = `${pair('1a2b3-102', 'Ein Satz.', 'A sentence.')} `;
    const times = Math.ceil(50_000_000 / sentence.length);
    writeFileSync(join(cwd, 'line.md'), sentence.repeat(times));
    const { status, pairs } = measured(['export', 'line.md', '--trg-lang', 'de-DE', '-f', 'tmx', '-o', 'out.tmx'], cwd);
    expect({ status, pairs }).toEqual({ status: 0, pairs: { found: times, exported: times, skipped: {} } });
  });

  it('may be 8 MB on one line, with a finding in each pair', () => {
    const cwd = temporaryFolder();
    const count = 60_000;
    const pairs = Array.from({ length: count }, (_, index) => pair(`1a2b3-${index}`, 'Ein **Satz**.', 'A sentence.'));
    writeFileSync(join(cwd, 'line.md'), pairs.join(' '));
    for (const format of ['text', 'json', 'sarif']) {
      const args = ['check', 'line.md', '--trg-lang', 'de-DE', '-f', format, '-o', 'out', '--fail-on', 'never'];
      expect(sspr(args, { cwd })).toEqual({ status: 0, stdout: '', stderr: '' });
      const out = readFileSync(join(cwd, 'out'), 'utf8');
      // SARIF names all rules once.
      expect(out.split('codes/unmatched').length - 1).toBeGreaterThanOrEqual(count);
      if (format !== 'text') JSON.parse(out);
    }
  });

  it('may be one pair of a million characters of numbers, which all differ', () => {
    const cwd = temporaryFolder();
    const times = Array.from({ length: 100_000 }, (_, index) => `${100_000 + index} 7:00 `).join('');
    writeFileSync(join(cwd, 'numbers.md'), pair('1a2b3-102', times, times.replaceAll('1', '2')));
    const { status, stdout } = sspr(['check', 'numbers.md', '--trg-lang', 'de-DE', '-f', 'json'], { cwd });
    expect({ status, counts: JSON.parse(stdout).counts }).toEqual({ status: 0, counts: { 'check/numbers': 1 } });
  });

  it('may be one file of 20 MB, which is read in parts, and gives one file element', () => {
    const cwd = temporaryFolder();
    const count = Math.ceil(20_000_000 / article.length);
    writeFileSync(join(cwd, 'large.md'), article + article.slice(article.indexOf('<span')).repeat(count - 1));
    const { status, pairs } = measured(['export', 'large.md', '-o', 'out'], cwd);
    const found = count * pairsOfArticle;
    expect({ status, pairs }).toEqual({ status: 0, pairs: { found, exported: found, skipped: {} } });
    const document = readFileSync(join(cwd, 'out/large.xlf'), 'utf8');
    expect(document.match(/<\/?file[ >]/g)).toEqual(['<file ', '</file>']);
    expect(document.match(/<segment /g)?.length).toBe(found);
    expect(readFileSync(join(cwd, 'out/en-US_de-DE.tmx'), 'utf8').match(/<tu /g)?.length).toBe(found);
  });

  it('may be a tree of 60 MB, in less than 400 MB of memory', () => {
    const cwd = manyArticles(Math.ceil(60_000_000 / article.length));
    const { status, peak } = measured(['export', 'in', '-o', 'out'], cwd);
    expect(status).toBe(0);
    expect(peak).toBeGreaterThan(0);
    expect(peak).toBeLessThan(400_000);
  });

  large('may be 100,000 files in one folder, in less than 350 MB of memory', { timeout: 600_000 }, () => {
    const count = 100_000;
    const cwd = manyArticles(count, shortArticle);
    const { status, pairs, peak } = measured(['export', 'in', '-f', 'tmx', '-o', 'out'], cwd);
    expect({ status, pairs }).toEqual({ status: 0, pairs: { found: 3 * count, exported: 3 * count, skipped: {} } });
    expect(peak).toBeLessThan(350_000);
  });

  large('may be one file of 300 MB', { timeout: 900_000 }, () => {
    const cwd = temporaryFolder();
    const file = openSync(join(cwd, 'large.md'), 'w');
    const part = `${pair('1a2b3-102', 'Ein **Satz**.', 'A **sentence**.')}\n\n`.repeat(10_000);
    const parts = Math.ceil(300_000_000 / part.length);
    for (let index = 0; index < parts; index++) writeSync(file, part);
    closeSync(file);
    const args = ['--trg-lang', 'de-DE', '-f', 'tmx', '-o', 'out.tmx', '--report', 'report.json', '-q'];
    const { status, stderr } = sspr(['export', 'large.md', ...args], { cwd });
    expect({ status, stderr }).toEqual({ status: 0, stderr: '' });
    // With a diagnostic for each pair, the report is longer than a string may be: what counts stands at its start.
    const report = join(cwd, 'report.json');
    const size = statSync(report).size;
    expect(size).toBeGreaterThan(constants.MAX_STRING_LENGTH);
    const head = readAt(report, 0, 10_000);
    const { pairs } = JSON.parse(`${head.slice(0, head.indexOf('"files"'))}"files": []}`);
    const found = parts * 10_000;
    expect(pairs).toEqual({ found, exported: found, skipped: {} });
    expect(readAt(report, size - 20, 20)).toMatch(/\}\n {3}\]\n {2}\}\n \]\n\}\n$/);
  });

  // The error of the string that cannot be that long ends the process, with status 1.
  it('that is longer than a string may be is reported, all else is exported, and the status is 3', () => {
    const cwd = temporaryFolder();
    mkdirSync(join(cwd, 'in'));
    writeFileSync(join(cwd, 'in/a.md'), shortArticle);
    writeFileSync(join(cwd, 'in/b.md'), article);
    truncateSync(join(cwd, 'in/b.md'), 600_000_000);
    const { status, stderr } = sspr(['export', 'in', '-f', 'tmx', '-o', 'out'], { cwd });
    expect(stderr).toContain('in/b.md:1:1 error input/');
    expect(status).toBe(3);
  });
});
