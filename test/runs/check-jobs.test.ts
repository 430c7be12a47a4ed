import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { sspr, tree } from '../support/cli.js';
import { oddTree } from '../support/odd-tree.js';

describe('check in several threads', () => {
  it.each(['text', 'json', 'sarif', 'csv', 'xlsx'])('writes the same bytes for any number of jobs: %s', (format) => {
    const cwd = tree({
      ...oddTree(160),
      'docs/0100.xlf': '<xliff xmlns="urn:oasis:names:tc:xliff:document:2.0" version="2.0"/>',
    });
    const write = (jobs: string, ...more: string[]) => {
      const args = ['check', 'docs', 'docs/*.xlf', '-f', format, '-o', `${jobs}.out`, '-j', jobs, ...more];
      const { status, stderr } = sspr(args, { cwd });
      return { status, stderr, bytes: readFileSync(join(cwd, `${jobs}.out`)).toString('latin1') };
    };
    const one = write('1');
    expect(one.status).toBe(1);
    expect(one.bytes.length).toBeGreaterThan(3000);
    expect(write('2')).toEqual(one);
    expect(write('3')).toEqual(one);
    // Without rules over the tree, articles are looked at once.
    const some = write('1', '--code', 'check/numbers,xliff/missing-attribute');
    expect(write('3', '--code', 'check/numbers,xliff/missing-attribute')).toEqual(some);
    expect(some.bytes).not.toBe(one.bytes);
  });

  it('refuses a number of jobs that is none', () => {
    expect(sspr(['check', '.', '-j', '0']).status).toBe(2);
  });
});
