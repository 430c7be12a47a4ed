import { execFileSync } from 'node:child_process';
import { chmodSync, existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { delimiter, join } from 'node:path';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { filesBelow, temporaryFolder } from '../support/cli.js';
import { commitAll } from '../support/git.js';
import { manyArticles, shortArticle } from './articles.js';
import { start, until } from './start.js';

afterEach(() => void vi.unstubAllEnvs());

/** A repository whose articles are in its commit only, and a folder for temporary files. */
function repository(count: number): { readonly cwd: string; readonly temporary: string } {
  const cwd = manyArticles(count, shortArticle);
  rmSync(join(cwd, 'out'), { recursive: true });
  commitAll(cwd);
  rmSync(join(cwd, 'in'), { recursive: true });
  const temporary = temporaryFolder();
  vi.stubEnv('TMPDIR', temporary);
  return { cwd, temporary };
}

/** Puts a command before that of Git which hands over all but the reading of blobs: that never ends, and says its process. */
function hangingGit(): string {
  const git = execFileSync('which', ['git'], { encoding: 'utf8' }).trim();
  const bin = temporaryFolder();
  const script = `#!/bin/sh\ncase "$*" in\n*cat-file*) echo $$ > "${bin}/pid"; exec tail -f /dev/null ;;\n*) exec "${git}" "$@" ;;\nesac\n`;
  writeFileSync(join(bin, 'git'), script);
  chmodSync(join(bin, 'git'), 0o755);
  vi.stubEnv('PATH', `${bin}${delimiter}${process.env['PATH']}`);
  return join(bin, 'pid');
}

function isAlive(pid: number): boolean {
  try {
    // One that has ended, and that nobody has waited for, is there too.
    return !/^State:\s+Z/m.test(readFileSync(`/proc/${pid}/status`, 'utf8'));
  } catch {
    return false;
  }
}

describe.runIf(process.platform === 'linux')('a run over a revision that is interrupted', () => {
  it.each([
    ['export', 'SIGINT', 130],
    ['check', 'SIGINT', 130],
    ['split', 'SIGTERM', 143],
    ['view', 'SIGINT', 130],
  ] as const)('ends Git, and leaves nothing: %s, %s', async (command, signal, expected) => {
    const file = hangingGit();
    const { cwd, temporary } = repository(50);
    const output = command === 'check' ? [] : ['-o', command === 'view' ? 'page.html' : 'out'];
    const { child, ended } = start([command, 'in', '--rev', 'HEAD', ...output], cwd);
    await until(() => existsSync(file) && readFileSync(file, 'utf8').endsWith('\n'));
    const pid = Number(readFileSync(file, 'utf8'));
    expect(isAlive(pid)).toBe(true);
    child.kill(signal);
    expect(await ended).toMatchObject({ status: expected, stderr: expect.stringContaining('interrupted') });
    await until(() => !isAlive(pid));
    expect(readdirSync(cwd)).toEqual(['.git']);
    expect(readdirSync(temporary)).toEqual([]);
  });

  it('leaves whole files only, once it writes', async () => {
    const { cwd, temporary } = repository(3000);
    mkdirSync(join(cwd, 'out'));
    const { child, ended } = start(['export', 'in', '--rev', 'HEAD', '-f', 'xliff', '-o', 'out', '-j', '1'], cwd);
    await until(() => filesBelow(join(cwd, 'out')).some((name) => name.endsWith('.xlf')));
    child.kill('SIGINT');
    const { status, stderr } = await ended;
    expect({ status, stderr }).toMatchObject({
      status: 130,
      stderr: expect.stringMatching(/interrupted; \d+ of 3000 articles were done/),
    });
    const files = filesBelow(join(cwd, 'out'));
    expect(files.length).toBeLessThan(3000);
    for (const name of files) expect(readFileSync(join(cwd, 'out', name), 'utf8')).toMatch(/<\/xliff>\n$/);
    expect(readdirSync(temporary)).toEqual([]);
  });
});
