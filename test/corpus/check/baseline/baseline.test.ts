import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { readBaseline } from '../../../../src/corpus/check/baseline/baseline.js';
import { tree } from '../../../support/cli.js';

describe('a baseline of somebody else', () => {
  it.each<Readonly<Record<string, unknown>>>([
    { message: { toString: 1, valueOf: 1 } },
    { message: ['a'], segment: {}, source: 7, target: null },
    { segment: { toString: null }, source: 'a', target: 'b' },
    { message: null },
  ])('may have anything in a finding, and is read: %j', (finding: Readonly<Record<string, unknown>>) => {
    const text = JSON.stringify({ files: [{ path: '__proto__', findings: [{ code: 'constructor', ...finding }] }] });
    const root = tree({ 'known.json': text });
    const { files, total } = readBaseline(join(root, 'known.json'), {});
    expect([total, files.get('__proto__')?.length]).toEqual([1, 2]);
  });
});
