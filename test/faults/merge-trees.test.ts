import { spawnSync } from 'node:child_process';
import { readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { cli, filesBelow, sspr } from '../support/cli.js';
import { article, manyArticles } from './articles.js';
import { preload, start, until } from './start.js';

const changed = article.replace('Ein Satz.', 'Ein guter Satz.');

/** Many articles, and a document with a change for each. */
function edited(count: number, output: string): string {
  const cwd = manyArticles(count);
  expect(sspr(['export', 'in', '-f', 'xliff', '-o', output, '-q'], { cwd }).stderr).toBe('');
  const documents = output === 'x' ? filesBelow(join(cwd, output)).map((file) => join(output, file)) : [output];
  for (const document of documents) {
    const text = readFileSync(join(cwd, document), 'utf8');
    // The first target of each file.
    writeFileSync(join(cwd, document), text.replace(/(<file [\s\S]*?<target[^>]*>)Ein Satz\./g, '$1Ein guter Satz.'));
  }
  return cwd;
}

/** Articles that are neither as they were nor as they are to be; and temporary files. */
function broken(cwd: string, folder: string): string[] {
  return filesBelow(join(cwd, folder)).filter((file) => {
    const text = readFileSync(join(cwd, folder, file), 'utf8');
    return text !== article && text !== changed;
  });
}

const countIn = (cwd: string, folder: string): number =>
  filesBelow(join(cwd, folder))
    .filter((file) => file.endsWith('.md'))
    .filter((file) => readFileSync(join(cwd, folder, file), 'utf8') === changed).length;

function countThere(cwd: string): number {
  try {
    return filesBelow(join(cwd, 'merged')).filter((file) => file.endsWith('.md')).length;
  } catch {
    return 0;
  }
}

describe('merge of a tree', () => {
  it.each(['x', 'all.xlf'])('that is interrupted leaves whole files only (%s)', async (output) => {
    const cwd = edited(600, output);
    const { child, ended } = start(['merge', 'in', output, '-o', 'merged', '-j', '2'], cwd);
    await until(() => countThere(cwd) >= 4);
    child.kill('SIGTERM');
    const { status, stderr } = await ended;
    expect({ status, stderr }).toEqual({
      status: 143,
      stderr: expect.stringMatching(
        /^sspr-tm: interrupted; \d+ of 600 articles were merged\. Files that are there are whole\.\n$/,
      ),
    });
    expect(broken(cwd, 'merged')).toEqual([]);
    expect(countIn(cwd, 'in')).toBe(0);
  });

  it('in place that is killed leaves each article as it was or as it is to be', async () => {
    const cwd = edited(600, 'all.xlf');
    const { child, ended } = start(['merge', 'in', 'all.xlf', '--in-place'], cwd);
    await until(() => countIn(cwd, 'in') >= 4);
    child.kill('SIGKILL');
    await ended;
    expect(broken(cwd, 'in').filter((file) => file.endsWith('.md'))).toEqual([]);
    expect(sspr(['merge', 'in', 'all.xlf', '--in-place', '-q'], { cwd }).stderr).toBe('');
    expect(countIn(cwd, 'in')).toBe(600);
  });

  it('whose output cannot be written exits with 3, and older files are still whole', () => {
    const cwd = edited(4, 'x');
    expect(sspr(['merge', 'in', 'x', '-o', 'merged', '-q'], { cwd }).status).toBe(0);
    writeFileSync(join(cwd, 'merged/1.md'), 'older');
    // The disk is full when the second file is flushed to it.
    const full = preload(`import fs from 'node:fs'; import { syncBuiltinESMExports } from 'node:module';
      const write = fs.writevSync; let calls = 0;
      fs.writevSync = (...args) => { if (++calls > 1) throw Object.assign(new Error('ENOSPC'), { code: 'ENOSPC' }); return write(...args); };
      syncBuiltinESMExports();`);
    const { status, stderr } = spawnSync(
      process.execPath,
      [...full, cli, 'merge', 'in', 'x', '-o', 'merged', '-j', '1'],
      {
        cwd,
        encoding: 'utf8',
      },
    );
    expect({ status, stderr }).toEqual({
      status: 3,
      stderr: 'sspr-tm: merged/1.md: cannot be written: the disk is full.\n',
    });
    expect(readFileSync(join(cwd, 'merged/1.md'), 'utf8')).toBe('older');
    expect(filesBelow(join(cwd, 'merged'))).toEqual(['0.md', '1.md', '2.md', '3.md']);
  });

  it('goes on where articles and documents vanish meanwhile, and exits with 3', () => {
    const cwd = edited(6, 'x');
    // They are there when they are found, and not any more when they are read.
    const vanishing = preload(`import fs from 'node:fs'; import { syncBuiltinESMExports } from 'node:module';
      const open = fs.openSync; const seen = new Map();
      fs.openSync = (path, ...args) => {
        const times = (seen.get(String(path)) ?? 0) + 1; seen.set(String(path), times);
        if (/in[\\\\/]1\\.md$/.test(path) || (/x[\\\\/]3\\.xlf$/.test(path) && times > 1) || /x[\\\\/]4\\.xlf$/.test(path))
          throw Object.assign(new Error('ENOENT'), { code: 'ENOENT', syscall: 'open' });
        return open(path, ...args);
      };
      syncBuiltinESMExports();`);
    const args = ['merge', 'in', 'x', '-o', 'merged', '-j', '1', '--report', 'r.json'];
    const { status, stderr } = spawnSync(process.execPath, [...vanishing, cli, ...args], { cwd, encoding: 'utf8' });
    expect(status).toBe(3);
    for (const name of ['in/1.md', 'x/3.xlf', 'x/4.xlf'])
      expect(stderr).toContain(`${name}:1:1 error input/unreadable`);
    expect(filesBelow(join(cwd, 'merged'))).toEqual(['0.md', '2.md', '5.md']);
    expect(countIn(cwd, 'merged')).toBe(3);
    rmSync(join(cwd, 'merged'), { recursive: true });
  });
});
