import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { needsThread } from '../../../src/cli/thread/thread.js';

let folder = '';
let memory = '';
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'thread-'));
  memory = join(folder, 'team.tmx');
  writeFileSync(memory, '<tmx/>');
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

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
  [false, ['memory', 'MEMORY']],
  [false, ['memory', 'TREE', '--history', '--help']],
])('a thread of its own: %j for %j', (needed, args) => {
  expect(needsThread(args.map((arg) => arg.replace('TREE', folder).replace('MEMORY', memory)))).toBe(needed);
});
