import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { checkFiles } from '../../src/node.js';
import { sspr, temporaryFolder } from '../support/cli.js';
import { shared, unpack } from '../support/shared.js';

const sum = (numbers: readonly number[]): number => numbers.reduce((total, number) => total + number, 0);

describe.skipIf(shared === undefined)('export --skip of a tree', () => {
  it('accounts for every pair as check does, with the same bytes whatever the number of threads', async () => {
    const root = unpack('quantum.de-DE.sxs');
    const skip = ['check/length', 'check/numbers', 'codes/unmatched'] as const;
    const outputs = ['1', '2'].map((jobs) => {
      const cwd = temporaryFolder();
      const args = ['export', root, '-f', 'tmx', '-o', 'out', '--report', 'report.json', '--jobs', jobs];
      expect(sspr([...args, '--skip', skip.join()], { cwd }).status).toBe(0);
      const { pairs: counted } = JSON.parse(readFileSync(join(cwd, 'report.json'), 'utf8'));
      expect(counted.found).toBe(counted.exported + sum(Object.values(counted.skipped)));
      return { counted, bytes: readFileSync(join(cwd, 'out/en-US_de-DE.tmx'), 'utf8') };
    });
    expect(outputs[0]).toEqual(outputs[1]);
    const reasons = new Map<string, string>();
    for await (const { path, findings } of checkFiles([root], { jobs: 1 })) {
      for (const code of skip) {
        for (const found of findings) {
          const key = `${path} ${found.segment}`;
          if (found.code === code && found.segment !== undefined && !reasons.has(key)) reasons.set(key, code);
        }
      }
    }
    const expected: Record<string, number> = {};
    for (const code of reasons.values()) expected[code] = (expected[code] ?? 0) + 1;
    expect(outputs[0]?.counted.skipped).toEqual(expected);
    expect(Object.keys(expected).length).toBe(3);
  });
});
