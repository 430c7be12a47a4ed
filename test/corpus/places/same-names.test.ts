import { existsSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { createPlaceFinder } from '../../../src/corpus/places/derived-places.js';
import { createSameNames } from '../../../src/corpus/places/same-names.js';
import { temporaryFolder } from '../../support/cli.js';

describe('paths of outputs', () => {
  it('are asked of the file system only where they differ in nothing but case or composed letters', () => {
    const asked: [string, string][] = [];
    const sameAs = createSameNames((one, other) => asked.push([one, other]) > 0);
    const paths = [
      'out/A.xlf',
      'out/b.xlf',
      'out/a.xlf',
      'out/A.xlf',
      'OUT/B.xlf',
      'out/é.xlf',
      'out/e\u0301.xlf',
      'out/e.xlf',
    ];
    expect(paths.map(sameAs)).toEqual([
      undefined,
      undefined,
      'out/A.xlf',
      undefined,
      'out/b.xlf',
      undefined,
      'out/é.xlf',
      undefined,
    ]);
    expect(asked).toHaveLength(3);
  });

  it('are files of their own where the file system says so, and are remembered then', () => {
    const sameAs = createSameNames((one, other) => one === 'out/Aa.xlf' && other === 'out/AA.xlf');
    expect(['out/aa.xlf', 'out/Aa.xlf', 'out/Aa.xlf', 'out/AA.xlf'].map(sameAs)).toEqual([
      undefined,
      undefined,
      undefined,
      'out/Aa.xlf',
    ]);
  });

  it('are told apart by a look at the disk, which leaves nothing there', () => {
    const folder = temporaryFolder();
    const isCaseless = existsSync(folder.toUpperCase());
    const find = createPlaceFinder(folder);
    expect(find(join(folder, 'sub', 'A.xlf'))).toMatchObject({ old: 'none' });
    expect(find(join(folder, 'SUB', 'a.xlf'))).toMatchObject(
      isCaseless ? { code: 'output/same-name' } : { old: 'none' },
    );
    expect(readdirSync(folder)).toEqual([]);
  });
});
