import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import type { MemoryCount } from '../../src/index.js';
import { filesBelow, sspr, tree } from '../support/cli.js';
import { sumOf, twoTrees, unitsOf, written } from '../support/memory-trees.js';

interface Done {
  readonly status: number | null;
  readonly stderr: string;
  readonly memory: MemoryCount;
  readonly test?: MemoryCount;
  readonly pairs: { readonly found: number; readonly exported: number; readonly skipped: Record<string, number> };
  readonly outputs: readonly string[];
}

/** Runs `memory LINE`, and gives its report; what came in is always what is there and what was left out. */
function memory(cwd: string, line: string, env: Record<string, string> = {}): Done {
  const { status, stderr } = sspr(['memory', ...line.split(' '), '--report', 'r.json'], { cwd, env });
  const report = JSON.parse(readFileSync(join(cwd, 'r.json'), 'utf8')) as Done;
  for (const count of [report.memory, report.test]) {
    if (count !== undefined) expect(count.found).toBe(count.entries + sumOf(count.leftOut));
  }
  return { ...report, status, stderr };
}

const read = (cwd: string, name: string): string => readFileSync(join(cwd, name), 'utf8');
const rowsOf = (cwd: string, name: string): Record<string, unknown>[] =>
  read(cwd, name)
    .trimEnd()
    .split('\n')
    .map((line) => JSON.parse(line) as Record<string, unknown>);
const sourcesOf = (cwd: string, name: string): Set<unknown> => new Set(rowsOf(cwd, name).map(({ source }) => source));

describe('memory', () => {
  it.each([
    // Human, and the last of them: a5 (5 % 3 = 2). Where all are kept, they stand in the order of their places.
    ['best', 8, 'Save de-DE 2', { duplicate: 16, replaced: 4 }],
    ['latest', 8, 'Save de-DE 2', { duplicate: 16, replaced: 4 }],
    ['distinct', 10, 'Save de-DE 0', { duplicate: 16 }],
    ['all', 18, 'Save de-DE 0', {}],
  ] as const)('--keep %s', (keep, each, first, leftOut) => {
    const cwd = tree(twoTrees());
    const done = memory(cwd, `de ja --keep ${keep} -o out`);
    expect(done).toMatchObject({ status: 0, memory: { found: 36, entries: each * 2 } });
    expect(done.memory.leftOut).toEqual(leftOut);
    const units = unitsOf(read(cwd, 'out/en-US_de-DE.tmx'));
    expect(units).toHaveLength(each);
    expect(units.find(([source]) => source === 'Save')?.[1]).toBe(first);
  });

  it('--keep latest takes machine translation that is later', () => {
    const cwd = tree({
      'in/a.md': written({ type: 'HT', date: '01/01/2019', pairs: [['Go', 'Los']] }),
      'in/b.md': written({ type: 'MT', date: '01/02/2019', pairs: [['Go', 'Gehe']] }),
    });
    for (const [keep, target] of [
      ['best', 'Los'],
      ['latest', 'Gehe'],
    ]) {
      memory(cwd, `in --keep ${keep} -o m.tmx`);
      expect(unitsOf(read(cwd, 'm.tmx'))).toEqual([['Go', target]]);
    }
  });

  it('--only, --since and --where leave pairs out, and count them; values may have commas', () => {
    const cwd = tree(twoTrees());
    const left = (line: string): MemoryCount => memory(cwd, `de ${line} -o m.tmx`).memory;
    expect(left('--only ht')).toMatchObject({ found: 18, leftOut: { only: 9 }, languages: { 'de-DE': { mt: 0 } } });
    expect(left('--only unknown')).toMatchObject({ entries: 0, leftOut: { only: 18 } });
    expect(left('--since 2018-04-02').leftOut).toMatchObject({ since: 9 });
    expect(left('--since 2018-04-03').leftOut).toMatchObject({ since: 12 });
    expect(left('--where ms.service=one').leftOut).toMatchObject({ where: 6 });
    const { status, stdout } = sspr(['memory', 'de', '--where', 'ms.service=two, three', '-f', 'jsonl', '-o', '-'], {
      cwd,
    });
    expect({ status, rows: stdout.trim().split('\n').length }).toEqual({ status: 0, rows: 4 });
    expect(left('--where ms.service=one --where ms.contentlocale=de-DE').leftOut).toMatchObject({ where: 6 });
    expect(left('--where ms.service=one --where ms.contentlocale=ja-JP').leftOut).toEqual({ where: 18 });
    const { stderr } = memory(cwd, 'de --since 2018-04-02 --where ms.service=one --only ht -o m.tmx');
    expect(stderr).toContain('(--since)');
    expect(stderr).toContain('(--where)');
    expect(stderr).toContain('(--only)');
  });

  it('leaves a memory as it is where filters leave nothing', () => {
    const cwd = tree({ ...twoTrees(), 'm.tmx': 'mine' });
    const done = memory(cwd, 'de --since 2099-01-01 -o m.tmx');
    expect(done).toMatchObject({ status: 0, outputs: [] });
    expect(done.stderr).toContain('nothing was written: no translation was left for the memory');
    expect(read(cwd, 'm.tmx')).toBe('mine');
  });

  it('--skip and --fail-on', () => {
    const cwd = tree({
      'in/a.md': written({
        pairs: [
          ['In 15 minutes', 'In 51 Minuten'],
          ['Equal', 'Equal'],
          ['Go', 'Los'],
        ],
      }),
    });
    const done = memory(cwd, 'in --skip check/numbers,check/untranslated -o m.tmx');
    expect(done.memory.leftOut).toMatchObject({ 'check/numbers': 1 });
    expect(done.stderr).toContain('with a finding of check/numbers (--skip)');
    expect(unitsOf(read(cwd, 'm.tmx')).map(([source]) => source)).not.toContain('In 15 minutes');
    writeFileSync(join(cwd, 'in/b.md'), `${written({ pairs: [['Go', 'Los']] })}<span data-ttu-id="1a2b3-9">x`);
    for (const [level, status] of [
      ['error', 1],
      ['never', 0],
    ] as const) {
      expect(memory(cwd, `in --fail-on ${level} -o m.tmx`).status).toBe(status);
    }
  });

  it('--inline says what is compared, and --profile mt is a set of options that others win over', () => {
    const cwd = tree({
      'in/a.md': written({
        pairs: [
          ['**Go**', '**Los**'],
          ['Go', 'Los'],
          ['Microsoft Azure', 'Microsoft Azure'],
          ['Use `x` **now** please, all of you', 'Verwende jetzt, bitte, ihr alle'],
        ],
      }),
    });
    const found = (line: string): unknown[] => {
      memory(cwd, `in -f jsonl ${line} -o m.jsonl`);
      return rowsOf(cwd, 'm.jsonl').map(({ source }) => source);
    };
    expect(found('--inline codes')).toHaveLength(4);
    expect(found('--inline text')).toContain('**Go**');
    expect(found('--inline strip')).toEqual(['Go', 'Microsoft Azure', 'Use x now please, all of you']);
    expect(found('--profile tms')).toHaveLength(4);
    const mt = found('--profile mt');
    expect(mt).toEqual(found('--inline strip --skip codes/unmatched,check/untranslated'));
    expect(mt).toContain('Go');
    expect(mt).not.toContain('Use x now please, all of you');
    expect(found('--profile mt --inline text')).toContain('**Go**');
  });

  it('--context and --no-metadata', () => {
    const cwd = tree(twoTrees());
    memory(cwd, 'de -o none.tmx');
    memory(cwd, 'de --context omegat -o omegat.tmx');
    memory(cwd, 'de --context memoq -o memoq.tmx');
    memory(cwd, 'de --no-metadata -o plain.tmx');
    expect(read(cwd, 'none.tmx')).not.toMatch(/type="(?:file|prev|x-context-pre)"/);
    expect(read(cwd, 'omegat.tmx')).toMatch(/<prop type="file">/);
    expect(read(cwd, 'memoq.tmx')).toMatch(/<prop type="x-context-pre">/);
    expect(read(cwd, 'plain.tmx')).not.toContain('x-service');
    expect(read(cwd, 'none.tmx')).toContain('x-service');
  });

  it('--join has a variant for each language, and says that it cannot be two files of one language', () => {
    const cwd = tree(twoTrees());
    const { outputs, memory: count } = memory(cwd, 'ja de --join -o out');
    expect(outputs).toEqual([join('out', 'en-US.tmx')]);
    const text = read(cwd, 'out/en-US.tmx');
    expect(unitsOf(text)).toHaveLength(count.sources);
    for (const unit of text.matchAll(/<tu [^>]*>.*?<\/tu>/gs)) {
      expect([...unit[0].matchAll(/<tuv xml:lang="([^"]*)"/g)].map(([, tag]) => tag)).toEqual([
        'en-US',
        'de-DE',
        'ja-JP',
      ]);
    }
    const { status, stderr } = sspr(['memory', 'de', 'ja', '--join', '-f', 'moses', '-o', 'm'], { cwd });
    expect({ status, stderr }).toEqual({ status: 2, stderr: expect.stringContaining('leave --join (join) out') });
  });

  it.each([
    ['a folder', '-f jsonl -o out', 'out/en-US_de-DE.jsonl', 'out/en-US_de-DE.test.jsonl'],
    ['a file', '-o one.jsonl', 'one.jsonl', 'one.test.jsonl'],
    ['a file with dots', '-o v1.2.jsonl', 'v1.2.jsonl', 'v1.2.test.jsonl'],
    ['one for all languages', '--join -f jsonl -o out', 'out/en-US.jsonl', 'out/en-US.test.jsonl'],
  ])('--holdout beside %s: whole articles, and no source of theirs in the rest', (_, line, rest, test) => {
    const cwd = tree(twoTrees());
    const done = memory(cwd, `de ja --holdout 0.5 ${line}`);
    expect(done.memory.found + (done.test?.found ?? 0)).toBe(36);
    expect(done.test?.found).toBeGreaterThan(0);
    expect(done.stderr).toContain(`${done.test?.entries} are in the test set`);
    const [inRest, inTest] = [sourcesOf(cwd, rest), sourcesOf(cwd, test)];
    expect(inRest.size * inTest.size).toBeGreaterThan(0);
    expect([...inRest].filter((source) => inTest.has(source))).toEqual([]);
    expect(inRest.size + inTest.size).toBe(8);
    // Of all languages the same articles.
    const paths = new Set(rowsOf(cwd, test).map(({ path }) => String(path).replace(/^(?:de|ja)\//, '')));
    for (const path of paths) expect(rowsOf(cwd, rest).map((row) => row['path'])).not.toContain(`de/${path}`);
    expect(filesBelow(cwd)).toEqual(expect.arrayContaining([rest, test]));
  });

  it('--holdout of all there is writes that, and nothing else', () => {
    const cwd = tree(twoTrees());
    const done = memory(cwd, 'de --holdout 0.9999 -o m.jsonl');
    expect(done).toMatchObject({ memory: { found: 0 }, test: { found: 18 } });
    expect(rowsOf(cwd, 'm.test.jsonl')).toHaveLength(8);
  });

  it('is the same for any order of trees, any number of threads, and at any time', () => {
    const cwd = tree(twoTrees());
    const all = ['de ja -j 1', 'ja de -j 2', 'ja/a5.md ja/a[0-4].md de --base . -j 3'].map((line) => {
      const done = memory(cwd, `${line} --base . -f tmx,jsonl,csv,moses -o out --keep all`);
      expect(done.status).toBe(0);
      return Object.fromEntries(done.outputs.map((name) => [name, read(cwd, name)]));
    });
    expect(Object.keys(all[0] ?? {})).toHaveLength(10);
    expect(all[1]).toEqual(all[0]);
    expect(all[2]).toEqual(all[0]);
  });

  it('has a date of its own from SOURCE_DATE_EPOCH only', () => {
    const cwd = tree(twoTrees());
    memory(cwd, 'de -o m.tmx');
    expect(read(cwd, 'm.tmx')).not.toMatch(/<header[^>]*creationdate/);
    memory(cwd, 'de -o m.tmx', { SOURCE_DATE_EPOCH: '1000000000' });
    expect(read(cwd, 'm.tmx')).toMatch(/<header[^>]*creationdate="20010909T014640Z"/);
  });
});
