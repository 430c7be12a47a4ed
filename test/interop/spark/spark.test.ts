import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { memoryCorpus } from '../../../src/node.js';
import { cli, filesBelow, temporaryFolder, tree } from '../../support/cli.js';
import { isFetched } from '../../support/clients.js';
import { inScope } from '../../support/interop-scope.js';
import { twoTrees, written } from '../../support/memory-trees.js';
import { unpack } from '../../support/shared.js';
import { deadlyCommand, rowsOfLines, rowsOfParquet, runJob } from './executor.js';

const allTrees = [
  ['alchemyinsights.ja-JP.sxs', 'corpus'],
  ['alchemyinsights.th-TH.sxs', 'trees'],
  ['alchemyinsights.zh-CN.sxs', 'trees'],
  ['dotnet-sample.ja-JP.sxs', 'corpus'],
  ['learn.ja-JP.sxs', 'trees'],
  ['quantum.de-DE.sxs', 'corpus'],
  ['quantum.ja-JP.sxs', 'corpus'],
  ['sdk-sample.ja-JP.sxs', 'trees'],
] as const;

/** Trees with what decides between translations, names that several have, codes, escapes, characters beyond the first plane. */
function trees(): string {
  const texts: readonly (readonly [string, string])[] = [
    ['Click **Next** \\> *Done*.', 'Auf **Weiter** \\> *Fertig* klicken.'],
    ['Click **Next** > *Done*.', 'Auf **Weiter** > *Fertig* klicken.'],
    ['[A link](a.md) & `code` <br> \\*', '[Ein Link](a.md) & `code` <br> \\*'],
    ['Same', 'Gleich 😀'],
    ['Save', 'Sichern'],
    ['Note', 'Hinweis'],
  ];
  const files: Record<string, string> = twoTrees();
  for (let number = 0; number < 9; number++) {
    const pairs = [
      ...texts.slice(number % 3),
      ...texts.slice(0, number % 2),
      ['Note', `Hinweis ${number % 4}`] as const,
    ];
    const date = `0${(number % 9) + 1}/11/2019`;
    const hash = number % 2 === 0 ? '77777' : `${number}`.repeat(5);
    files[`de/ü 😀 ${number}.md`] = written({ lang: 'de-DE', date, hash, pairs, type: number % 3 === 0 ? 'HT' : 'MT' });
    const french = written({ lang: 'fr-FR', date, hash, pairs });
    // Some have no hash: their paths name them.
    files[`fr/${number}.md`] = number % 4 === 1 ? french.replace(/^ms\.openlocfilehash: .*\n/m, '') : french;
  }
  return tree(files);
}

/** The lists of the files of each tree. */
function listsOf(root: string, folders: readonly string[]): string[] {
  // A folder as those of partitions are called: what follows is no language.
  const place = join(root, 'lists', 'day=1');
  mkdirSync(place, { recursive: true });
  return folders.map((folder) => {
    const list = join(place, `${folder}.txt`);
    const paths = filesBelow(join(root, folder)).map((name) => `${join(root, folder, name)}\n`);
    writeFileSync(list, paths.join(''));
    return list;
  });
}

describe.runIf(isFetched('Apache Spark', 'spark') && isFetched('PyArrow', 'data'))('Apache Spark', () => {
  const folders = ['de', 'fr', 'ja'];
  const kept = ['best', 'latest', 'distinct', 'all'] as const;

  it('gives the rows of one machine, whatever dies in the middle', { timeout: 600_000 }, async () => {
    const root = trees();
    const folder = temporaryFolder();
    const killed = join(folder, 'killed');
    const lists = listsOf(root, folders);
    const common = [...lists, '--options', `--base ${root} -j 1`, '--shards', '2'];
    const jobs = [...kept, 'join'].map((name) => {
      const policy = name === 'join' ? ['--join'] : ['--keep', name];
      return [...common, ...policy, '--output', join(folder, 'rows', name)];
    });
    const { status, log } = runJob(jobs, folder, deadlyCommand(folder, killed));
    expect(status, log).toBe(0);
    const pid = Number(readFileSync(killed, 'utf8'));
    expect(pid).toBeGreaterThan(1);
    expect(() => process.kill(pid, 0)).toThrow('ESRCH');
    expect(log).toMatch(/Lost executor \d/);
    const inputs = folders.map((name) => join(root, name));
    const one = { base: root, formats: ['jsonl'] } as const;
    for (const keep of kept) await memoryCorpus(inputs, { ...one, keep, output: join(folder, 'one', keep) });
    await memoryCorpus(inputs, { ...one, join: true, output: join(folder, 'one/join') });
    for (const name of [...kept, 'join']) {
      const rows = rowsOfParquet(join(folder, 'rows', name));
      expect(rows, name).toEqual(rowsOfLines(join(folder, 'one', name)));
      expect(rows.length, name).toBeGreaterThan(20);
    }
  });

  // It takes minutes.
  for (const names of inScope([], [allTrees])) {
    it('gives the rows of all trees', { timeout: 3_600_000 }, async () => {
      const folder = temporaryFolder();
      const inputs = names.map(([name, place]) => unpack(name, place));
      const lists = inputs.map((input, at) => {
        writeFileSync(join(folder, `${at}.txt`), `${input}\n`);
        return join(folder, `${at}.txt`);
      });
      const args = [...lists, '--options', `--base ${tmpdir()} -j 1`, '--output', join(folder, 'rows')];
      const { status, log } = runJob([args], folder, `${process.execPath} ${cli}`);
      expect(status, log).toBe(0);
      await memoryCorpus(inputs, { base: tmpdir(), jobs: 1, formats: ['jsonl'], output: join(folder, 'one') });
      expect(rowsOfParquet(join(folder, 'rows'))).toEqual(rowsOfLines(join(folder, 'one')));
    });
  }
});
