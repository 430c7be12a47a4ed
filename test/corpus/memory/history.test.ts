import { mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { expect, it } from 'vitest';
import { type MemoryCorpusOptions, memoryCorpus } from '../../../src/node.js';
import { temporaryFolder } from '../../support/cli.js';
import { commitOn, git } from '../../support/git.js';
import { rowsIn } from '../../support/memory-rows.js';
import { sumOf, written } from '../../support/memory-trees.js';

interface Version {
  readonly type?: 'HT' | 'MT';
  /** `YYYY-MM-DD`; where there is none, the day of the commit. */
  readonly date?: string;
  readonly pairs: readonly (readonly [source: string, target: string])[];
}

/** A work tree: articles by path. */
type Tree = ReadonlyMap<string, Version>;

/** Trees of twenty commits and one more: edits, renames, reverts, removals, new human translations, equal articles. */
function treesOf(count: number): Tree[] {
  const trees: Tree[] = [];
  let tree = new Map<string, Version>();
  const dated = (number: number): Pick<Version, 'date'> =>
    number % 3 === 0 ? {} : { date: `2019-${String(1 + (number % 12)).padStart(2, '0')}-05` };
  for (let number = 1; number <= count; number++) {
    tree = new Map(tree);
    const edited = `docs/a${number % 5}.md`;
    const before = trees[number - 4]?.get(edited);
    // Every seventh commit puts an article back to what it was three commits ago.
    if (number % 7 === 0 && before !== undefined) tree.set(edited, before);
    else {
      tree.set(edited, {
        ...dated(number),
        ...(number % 4 === 0 ? {} : { type: number % 4 === 1 ? 'HT' : 'MT' }),
        pairs: [
          ['Save', `Speichern ${number % 3}`],
          [`Text ${number % 6}`, `Text ${number % 2}`],
          ['Same', 'Gleich'],
          [`Own ${number}`, `**Eigen** ${number}`],
        ],
      });
    }
    const moved = `docs/a${(number + 2) % 5}.md`;
    const last = tree.get(moved);
    if (number % 5 === 0 && last !== undefined) {
      tree.delete(moved);
      tree.set(`moved/b${number}.md`, last);
    }
    if (number === 11) tree.delete('docs/a3.md');
    trees.push(tree);
  }
  return trees;
}

const americanDate = (date: string): string => date.replace(/^(\d+)-(\d+)-(\d+)$/, '$2/$3/$1');

/** A repository with a commit for each tree, on the days of January 2020. */
function repositoryOf(trees: readonly Tree[]): { readonly root: string; readonly commits: readonly string[] } {
  const root = temporaryFolder();
  git(root, 'init', '-q', '-b', 'main');
  const commits = trees.map((tree, index) => {
    for (const folder of ['docs', 'moved']) rmSync(join(root, folder), { recursive: true, force: true });
    for (const [path, { date, type, pairs }] of tree) {
      mkdirSync(dirname(join(root, path)), { recursive: true });
      const said = date === undefined ? {} : { date: americanDate(date) };
      writeFileSync(join(root, path), written({ ...said, ...(type === undefined ? {} : { type }), pairs }));
    }
    return commitOn(index + 1, root);
  });
  return { root, commits };
}

interface Known {
  first: string;
  last: string;
  type: string | null;
  readonly places: Set<string>;
}

/** What a union over the checkouts has, by source and target. An article is handed off by the commit that changed it. */
function unionOf(trees: readonly Tree[]): Map<string, Known> {
  const all = new Map<string, Known>();
  for (const [index, tree] of trees.entries()) {
    for (const [path, version] of tree) {
      if (index > 0 && JSON.stringify(trees[index - 1]?.get(path)) === JSON.stringify(version)) continue;
      const day = version.date ?? `2020-01-${String(index + 1).padStart(2, '0')}`;
      for (const [number, [source, target]] of version.pairs.entries()) {
        const key = `${source}\0${target}`;
        const known = all.get(key) ?? { first: day, last: day, type: null, places: new Set() };
        all.set(key, known);
        if (day < known.first) known.first = day;
        if (day > known.last) known.last = day;
        const type = version.type?.toLowerCase() ?? null;
        if (known.type !== 'ht' && type !== null) known.type = type;
        known.places.add(`${path} ${number}`);
      }
    }
  }
  return all;
}

async function rowsOf(
  inputs: readonly string[],
  options: MemoryCorpusOptions,
): Promise<readonly Record<string, unknown>[]> {
  const file = join(temporaryFolder(), 'm.jsonl');
  const { memory } = await memoryCorpus(inputs, {
    inline: 'text',
    keep: 'distinct',
    jobs: 1,
    ...options,
    output: file,
  });
  expect(memory.found).toBe(memory.entries + sumOf(memory.leftOut));
  return rowsIn(file);
}

const keyOf = ({ source, target }: Record<string, unknown>): string => `${source}\0${target}`;

it('a history of twenty commits is the union over its checkouts', async () => {
  const trees = treesOf(20);
  const { root } = repositoryOf(trees);
  const union = unionOf(trees);
  const bare = join(temporaryFolder(), 'bare.git');
  git(root, 'clone', '-q', '--bare', root, bare);
  for (const input of [root, bare]) {
    const rows = await rowsOf([input], { history: true });
    const found = new Map(
      rows.map((row) => [
        keyOf(row),
        {
          first: row['firstHandoff'],
          last: row['lastHandoff'],
          type: row['translationType'],
          count: row['count'],
        },
      ]),
    );
    const expected = new Map(
      [...union].map(([key, { places, ...rest }]) => [key, { ...rest, count: places.size }] as const),
    );
    expect(found).toEqual(expected);
    expect(rows).toHaveLength(expected.size);
  }
});

it('one more commit: the memory of all before, together with it, is the memory of all but for counts', async () => {
  const trees = treesOf(21);
  const { root, commits } = repositoryOf(trees);
  const [before = ''] = commits.slice(-2);
  const old = join(temporaryFolder(), 'old.tmx');
  await memoryCorpus([root], { history: true, rev: before, keep: 'distinct', inline: 'text', output: old, jobs: 1 });
  const full = await rowsOf([root], { history: true });
  const grown = await rowsOf([root, old], { rev: 'HEAD' });
  const byKey = new Map(grown.map((row) => [keyOf(row), row]));
  expect(grown).toHaveLength(full.length);
  const others: unknown[] = [];
  let counts = 0;
  for (const row of full) {
    const other = byKey.get(keyOf(row)) ?? expect.fail(`${keyOf(row)} is missing`);
    if (row['count'] !== other['count']) counts++;
    // Lines are not in a TMX, and a checkout that is read as one revision names no commit of the history.
    for (const key of Object.keys(row)) {
      if (['count', 'line', 'commit', 'firstHandoff', 'lastHandoff'].includes(key)) continue;
      if (JSON.stringify(row[key]) !== JSON.stringify(other[key])) others.push([keyOf(row), key, row[key], other[key]]);
    }
    if (row['lastHandoff'] !== other['lastHandoff'])
      others.push([keyOf(row), 'last', row['lastHandoff'], other['lastHandoff']]);
    if (row['firstHandoff'] !== other['firstHandoff'])
      others.push([keyOf(row), 'first', row['firstHandoff'], other['firstHandoff']]);
  }
  expect(others).toEqual([]);
  expect(counts).toBeGreaterThan(0);
});
