import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { filesBelow, sspr, tree } from '../support/cli.js';
import { oddTree } from '../support/odd-tree.js';

it('tables have the same bytes for any number of jobs', () => {
  const cwd = tree(oddTree(160));
  const formats = 'csv,jsonl,moses,parquet,xlsx';
  const write = (jobs: string) => {
    const { status, stderr } = sspr(['export', 'docs', '-f', formats, '-o', jobs, '-j', jobs, '-q'], { cwd });
    const files = filesBelow(join(cwd, jobs)).map((name) => [name, readFileSync(join(cwd, jobs, name), 'latin1')]);
    return { status, stderr, files };
  };
  const one = write('1');
  expect(one.files.length).toBeGreaterThanOrEqual(6);
  expect(write('2')).toEqual(one);
  expect(write('3')).toEqual(one);
});

it('a table goes to standard output, and a report beside it', () => {
  const cwd = tree(oddTree(40));
  const args = ['export', 'docs', '-f', 'jsonl', '-o', '-', '--report', 'report.json', '--fail-on', 'never', '-q'];
  const { status, stdout } = sspr(args, { cwd });
  expect(status).toBe(0);
  const report = JSON.parse(readFileSync(join(cwd, 'report.json'), 'utf8'));
  expect(stdout.split('\n').length - 1).toBe(report.pairs.exported);
  expect(report.outputs).toEqual(['-']);
});
