import { spawnSync } from 'node:child_process';
import { closeSync, openSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { cli, filesBelow } from '../support/cli.js';
import { manyArticles } from './articles.js';
import { start, until } from './start.js';

describe('a split', () => {
  it('that is interrupted leaves whole files only', async () => {
    const cwd = manyArticles(2000);
    const { child, ended } = start(['split', 'in', '-o', 'split'], cwd);
    const written = (): string[] => filesBelow(join(cwd, 'split')).filter((file) => file.endsWith('.md'));
    await until(() => whenThere(written).length >= 4);
    child.kill('SIGINT');
    const { status, stderr } = await ended;
    expect({ status, stderr }).toMatchObject({
      status: 130,
      stderr: expect.stringMatching(/^sspr-tm: interrupted; \d+ of 2000 articles were done\./),
    });
    expect(filesBelow(join(cwd, 'split')).filter((file) => file.endsWith('.tmp'))).toEqual([]);
    for (const file of written()) expect(readFileSync(join(cwd, 'split', file), 'utf8')).toMatch(/\n$/);
  });

  it.runIf(process.platform === 'linux')('exits with 3 where standard output is a full disk', () => {
    const cwd = manyArticles(1);
    const [article = ''] = filesBelow(join(cwd, 'in'));
    const full = openSync('/dev/full', 'w');
    const args = ['split', join('in', article), '--side', 'target', '-o', '-'];
    const { status, stderr } = spawnSync(process.execPath, [cli, ...args], {
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
});

/** Nothing as long as the folder is not there. */
function whenThere(list: () => string[]): string[] {
  try {
    return list();
  } catch {
    return [];
  }
}
