import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { filesBelow, sspr, tree } from '../support/cli.js';
import { twoTrees } from '../support/memory-trees.js';

const outputsOf = (cwd: string): string[] =>
  filesBelow(cwd).filter((name) => !/^(?:de|ja)\//.test(name) && name !== 'r.json');

describe('outputs of memory', () => {
  it.each([
    ['-o out', ['out/en-US_de-DE.tmx', 'out/en-US_ja-JP.tmx']],
    ['-o out/', ['out/en-US_de-DE.tmx', 'out/en-US_ja-JP.tmx']],
    ['', ['en-US_de-DE.tmx', 'en-US_ja-JP.tmx']],
    ['--join', ['en-US.tmx']],
    ['--join -o sub/all.TMX', ['sub/all.TMX']],
    ['-o all.tmx', ['all.tmx']],
    ['-o all.ndjson', ['all.ndjson']],
    [
      '-f csv,xlsx,parquet -o out',
      ['csv', 'parquet', 'xlsx'].flatMap((end) => [`out/en-US_de-DE.${end}`, `out/en-US_ja-JP.${end}`]),
    ],
    ['-f moses -o out', ['out/en-US_de-DE.de', 'out/en-US_de-DE.en', 'out/en-US_ja-JP.en', 'out/en-US_ja-JP.ja']],
    [
      '-f parquet --holdout 0.5 -o out',
      ['de-DE', 'ja-JP'].flatMap((tag) => [`out/en-US_${tag}.parquet`, `out/en-US_${tag}.test.parquet`]),
    ],
    [
      '-f moses --holdout 0.5 -o out',
      ['de', 'ja'].flatMap((lang) =>
        ['', '.test'].flatMap((mark) =>
          [lang, 'en'].map((end) => `out/en-US_${lang === 'de' ? 'de-DE' : 'ja-JP'}${mark}.${end}`),
        ),
      ),
    ],
  ])('%s', (line, expected) => {
    const cwd = tree(twoTrees());
    const { status, stderr } = sspr(['memory', 'de', 'ja', ...line.split(' ').filter(Boolean)], { cwd });
    expect({ status, stderr }).toEqual({ status: 0, stderr: expect.stringContaining('written: ') });
    expect(outputsOf(cwd)).toEqual(expected.toSorted());
    for (const name of expected) expect(stderr).toContain(name);
  });

  it('on standard output are the same bytes as in a file, and the report goes there where nothing else does', () => {
    const cwd = tree(twoTrees());
    for (const format of ['tmx', 'jsonl', 'csv']) {
      const { status, stdout } = sspr(['memory', 'de', '-f', format, '-o', '-', '-q'], { cwd });
      expect(status).toBe(0);
      sspr(['memory', 'de', '-o', `m.${format}`, '-q'], { cwd });
      expect(stdout).toBe(readFileSync(join(cwd, `m.${format}`), 'utf8'));
    }
    const { stdout, stderr } = sspr(['memory', 'de', '-o', 'm.tmx', '--report', '-', '-q'], { cwd });
    expect(JSON.parse(stdout)).toMatchObject({ memory: { found: 18, entries: 8 }, outputs: ['m.tmx'] });
    expect(stderr).toBe('');
  });

  it('are aligned lines for moses', () => {
    const cwd = tree(twoTrees());
    sspr(['memory', 'de', 'ja', '-f', 'moses', '--inline', 'strip', '-q'], { cwd });
    for (const [tag, lang] of [
      ['de-DE', 'de'],
      ['ja-JP', 'ja'],
    ] as const) {
      const [source, target] = ['en', lang].map((end) =>
        readFileSync(join(cwd, `en-US_${tag}.${end}`), 'utf8').split('\n'),
      );
      expect(source).toHaveLength(9);
      expect(target).toHaveLength(9);
      expect(target?.[source?.indexOf('Same') ?? -1]).toBe(`Same ${tag}`);
    }
  });
});
