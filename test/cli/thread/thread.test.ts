import { mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { needsThread } from '../../../src/cli/thread/thread.js';

let root = '';
beforeAll(() => {
  root = mkdtempSync(join(tmpdir(), 'thread-'));
  const put = (path: string, bytes: number): void => {
    mkdirSync(join(root, path, '..'), { recursive: true });
    writeFileSync(join(root, path), 'x'.repeat(bytes));
  };
  put('MEMORY.tmx', 600_000);
  put('LARGE.tmx', 16_000_001);
  put('RULES.srx', 600_000);
  put('SMALL/en/a.md', 500_000);
  put('SMALL/b.md', 0);
  put('TREE/en/a.md', 600_000);
  for (let number = 0; number < 17; number++) put(`MUCH/${number}.md`, 500_000);
  for (let number = 0; number < 2001; number++) put(`MANY/${number}.md`, 1);
  put('LINKED/a.md', 1);
  symlinkSync(join(root, 'TREE'), join(root, 'LINKED/b'), 'junction');
});
afterAll(() => rmSync(root, { recursive: true, force: true }));

it.each([
  [false, ['export', 'TREE']],
  [true, ['split', 'TREE']],
  [false, ['view', 'TREE']],
  [true, ['view', 'TREE', '--changes', 'x.xlf']],
  [false, ['memory', 'TREE']],
  [false, ['memory', 'TREE', '-o', 'MEMORY', '--report', 'x.tmx']],
  [false, ['memory', 'TREE', '--output=x.tmx']],
  [true, ['memory', 'TREE', 'MEMORY']],
  [true, ['memory', 'TREE', 'old.XLF', '-o', 'MEMORY']],
  [true, ['memory', 'TREE', '--update', 'MEMORY']],
  [true, ['memory', 'TREE', '--update=MEMORY']],
  [true, ['memory', 'TREE', '--history']],
  [true, ['memory', 'TREE', '--rev', 'main']],
  [true, ['memory', '-']],
  [true, ['memory', 'MEMORY']],
  [false, ['split', 'SMALL']],
  [true, ['split', 'SMALL', 'TREE']],
  [true, ['check', 'MUCH']],
  [true, ['check', 'MANY']],
  [true, ['check', 'LINKED']],
  [true, ['memory', 'SMALL', '--history']],
  [true, ['check', 'SMALL', '--rev=main']],
  [false, ['leverage', 'SMALL', '-m', 'MEMORY']],
  [true, ['leverage', 'SMALL', '-m', 'LARGE']],
  [true, ['leverage', 'SMALL', '-m', 'MEMORY', '--srx', 'RULES']],
  [true, ['leverage', 'TREE', '-m', 'MEMORY']],
  [false, ['memory', 'TREE', '--history', '--help']],
])('a thread of its own: %j for %j', (needed, args) => {
  const files: Record<string, string> = { MEMORY: 'MEMORY.tmx', LARGE: 'LARGE.tmx', RULES: 'RULES.srx' };
  const named = args.map((arg) => arg.replace(/[A-Z]{4,}$/, (name) => join(root, files[name] ?? name)));
  expect(needsThread(named, () => 0)).toBe(needed);
});

it('a thread of its own: where looking at a folder takes as long', () => {
  let time = 0;
  const look = (step: number): boolean => needsThread(['split', join(root, 'SMALL')], () => (time += step));
  expect(look(1)).toBe(false);
  expect(look(30)).toBe(true);
});
