import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeEach, describe, expect, it } from 'vitest';
import { moveToPlace } from '../../../src/corpus/sinks/temporary.js';
import { temporaryFolder } from '../../support/cli.js';
import { replaceInFs } from '../../support/replace-fs.js';

let failures: string[] = [];

replaceInFs((real) => ({
  renameSync(from: string, to: string) {
    const code = failures.shift();
    if (code !== undefined) throw Object.assign(new Error(code), { code });
    real.renameSync(from, to);
  },
}));

beforeEach(() => {
  failures = [];
});

function files(): { readonly from: string; readonly to: string } {
  const folder = temporaryFolder();
  const [from, to] = [join(folder, 'from'), join(folder, 'to')];
  writeFileSync(from, 'new');
  writeFileSync(to, 'old');
  return { from, to };
}

describe('a file that another program has open', () => {
  it('is replaced on Windows when that is done with it', async () => {
    const { from, to } = files();
    failures = ['EPERM', 'EBUSY', 'EACCES'];
    await moveToPlace(from, to, 'win32');
    expect(readFileSync(to, 'utf8')).toBe('new');
  });

  it('stays as it is where that takes long, and the message says why', async () => {
    const { from, to } = files();
    failures = Array.from({ length: 20 }, () => 'EPERM');
    await expect(moveToPlace(from, to, 'win32')).rejects.toThrow('another program has it open, or it is read-only');
    expect(readFileSync(to, 'utf8')).toBe('old');
    expect(failures).toHaveLength(11);
  });

  it('is no reason to wait elsewhere, nor is anything else', async () => {
    const { from, to } = files();
    failures = ['EPERM'];
    await expect(moveToPlace(from, to, 'linux')).rejects.toMatchObject({ code: 'EPERM' });
    failures = ['ENOSPC'];
    await expect(moveToPlace(from, to, 'win32')).rejects.toMatchObject({ code: 'ENOSPC' });
    expect(failures).toEqual([]);
  });
});
