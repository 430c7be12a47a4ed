import { cpSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import { filesBelow, folderOfTests } from '../support/cli.js';
import { inScope } from '../support/interop-scope.js';
import { markdownFiles, shared, unpack } from '../support/shared.js';
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

const trees =
  shared === undefined ? [] : inScope(['dotnet-sample.ja-JP.sxs'], ['dotnet-sample.ja-JP.sxs', 'quantum.de-DE.sxs']);

/** Articles of a tree that are taken. */
const most = inScope(150, Number.POSITIVE_INFINITY);

describe.runIf(hasWindows()).each(['fixtures', ...trees])('on Windows, %s', (name) => {
  const folder = folderOfTests();
  const [linux, other] = [join(folder, 'linux'), join(folder, 'windows')];

  beforeAll(() => {
    const input = name === 'fixtures' ? join(root, 'fixtures') : unpack(name);
    const files = name === 'fixtures' ? filesBelow(input) : markdownFiles(input).slice(0, most);
    for (const place of [linux, other]) {
      for (const file of files) cpSync(join(input, file), join(place, 'docs', file), { recursive: true });
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
