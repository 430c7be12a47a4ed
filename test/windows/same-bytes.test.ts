import { cpSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import { filesBelow, folderOfTests } from '../support/cli.js';
import { inScope } from '../support/interop-scope.js';
import { shared, unpack } from '../support/shared.js';
import { root } from '../vitest.config.js';
import { hasWindows, here, windows } from './wine.js';

/** Runs one after the other: later ones read what those before wrote. */
const runs: readonly string[] = [
  'export docs -o out --report export.json',
  'export docs -f jsonl,csv,xlsx,parquet,moses,xliff1.2 -o tables -j 1',
  'export docs -f xliff -o -',
  'split docs -o split --verify --report split.json',
  'check docs -f json -o check.json',
  'check docs -f sarif -o check.sarif',
  'check docs',
  'view docs -o review.html',
  'memory docs -o memory --report memory.json',
  'memory docs -f jsonl --keep all -o -',
  'merge docs out -o merged --report merge.json',
  'merge docs edited -o corrected --report corrected.json',
  'terms docs -o terms.tbx --report terms.json',
  'leverage split/en-US -m docs --trg-lang ja-JP -f xliff,md -o leveraged --report leverage.json --analysis analysis.json',
];

const sample = ['dotnet-sample.ja-JP.sxs'];
const trees = shared === undefined ? [] : inScope(sample, [...sample, 'quantum.de-DE.sxs']);

describe.runIf(hasWindows()).each(['fixtures', ...trees])('on Windows, %s', (name) => {
  const folder = folderOfTests();
  const [linux, other] = [join(folder, 'linux'), join(folder, 'windows')];

  beforeAll(() => {
    const input = name === 'fixtures' ? join(root, 'fixtures') : unpack(name);
    for (const place of [linux, other]) {
      mkdirSync(place);
      cpSync(input, join(place, 'docs'), { recursive: true });
    }
  });

  it.each(runs)('%s: gives the same', async (line) => {
    if (line.includes(' edited ')) for (const place of [linux, other]) edit(place);
    const args = line.split(' ');
    const [one, another] = await Promise.all([here(args, { cwd: linux }), windows(args, { cwd: other })]);
    expect(another).toEqual(one);
    expect(one.status).toBeLessThan(3);
  });

  it('writes the same files, byte for byte', () => {
    const files = filesBelow(linux);
    expect(filesBelow(other)).toEqual(files);
    expect(files.length).toBeGreaterThan(100);
    const differ = files.filter((file) => !readFileSync(join(linux, file)).equals(readFileSync(join(other, file))));
    expect(differ).toEqual([]);
  });
});

/** What came back from a translator: each target of a document is another one. */
function edit(place: string): void {
  for (const file of filesBelow(join(place, 'out')).filter((each) => each.endsWith('.xlf'))) {
    const text = readFileSync(join(place, 'out', file), 'utf8');
    const target = join(place, 'edited', file);
    mkdirSync(join(target, '..'), { recursive: true });
    writeFileSync(target, text.replaceAll('</target>', ' (new)</target>'));
  }
}
