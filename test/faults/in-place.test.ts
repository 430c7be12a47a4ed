import { spawnSync } from 'node:child_process';
import { chmodSync, linkSync, lstatSync, readFileSync, statSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { cli, filesBelow, sspr, tree } from '../support/cli.js';
import { shortArticle } from './articles.js';

/** A folder with an article and an XLIFF of it that was edited. */
function edited(): string {
  const cwd = tree({ 'in/a.md': shortArticle });
  sspr(['export', 'in/a.md', '-f', 'xliff', '-o', 'x'], { cwd });
  const document = join(cwd, 'x/a.xlf');
  writeFileSync(document, readFileSync(document, 'utf8').replace(/<target>[^<]*/, '$& again'));
  return cwd;
}

const onUnix = describe.runIf(process.platform !== 'win32');

onUnix('merge --in-place', () => {
  it('writes what a symbolic link leads to, with all its names and its mode', () => {
    const cwd = edited();
    chmodSync(join(cwd, 'in/a.md'), 0o640);
    linkSync(join(cwd, 'in/a.md'), join(cwd, 'in/other.md'));
    symlinkSync('a.md', join(cwd, 'in/link.md'));
    const { status, stderr } = sspr(['merge', 'in/link.md', 'x/a.xlf', '--in-place', '-q'], { cwd });
    expect({ status, stderr }).toEqual({ status: 0, stderr: '' });
    expect(lstatSync(join(cwd, 'in/link.md')).isSymbolicLink()).toBe(true);
    expect(statSync(join(cwd, 'in/a.md')).mode & 0o7777).toBe(0o640);
    expect(readFileSync(join(cwd, 'in/other.md'), 'utf8')).toContain(' again<');
    expect(filesBelow(join(cwd, 'in'))).toEqual(['a.md', 'link.md', 'other.md']);
  });

  const other = { uid: 65_534, gid: 65_534 };
  const mayBeOther = process.getuid?.() === 0 && spawnSync(process.execPath, [cli, '--version'], other).status === 0;

  it.runIf(mayBeOther).each([
    ['that may write it keeps the owner', 0o666, 0, ''],
    ['that may not is the new owner, and is reported', 0o644, 65_534, 'could not keep its owner (0) and its group (0)'],
  ])('of a user %s', (_, mode, owner, told) => {
    const cwd = edited();
    chmodSync(cwd, 0o755);
    chmodSync(join(cwd, 'in'), 0o777);
    chmodSync(join(cwd, 'in/a.md'), mode);
    const args = [cli, 'merge', 'in/a.md', 'x/a.xlf', '--in-place'];
    const { status, stderr } = spawnSync(process.execPath, args, { cwd, encoding: 'utf8', ...other });
    expect(stderr).toContain(told);
    expect(stderr.includes('in/a.md:1:1 warning output/not-kept')).toBe(told !== '');
    expect(status).toBe(0);
    expect(statSync(join(cwd, 'in/a.md'))).toMatchObject({ uid: owner, mode: 0o100_000 | mode });
    expect(readFileSync(join(cwd, 'in/a.md'), 'utf8')).toContain(' again<');
  });
});
