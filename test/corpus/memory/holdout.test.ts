import { mkdirSync, renameSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { type MemoryCorpusOptions, memoryCorpus } from '../../../src/node.js';
import { temporaryFolder } from '../../support/cli.js';
import { commitOn, git } from '../../support/git.js';
import { rowsIn } from '../../support/memory-rows.js';
import { written } from '../../support/memory-trees.js';

const articles = 16;
const nameOf = (number: number): string => `a${number}.md`;

/** Each article in German and Japanese, in six versions with other sources; some are renamed, with changes, in the fourth. */
function history(): string {
  const root = temporaryFolder();
  git(root, 'init', '-q', '-b', 'main');
  for (const folder of ['de', 'ja', 'de/moved', 'ja/moved']) mkdirSync(join(root, folder), { recursive: true });
  for (let day = 1; day <= 6; day++) {
    for (const [folder, lang] of [
      ['de', 'de-DE'],
      ['ja', 'ja-JP'],
    ] as const) {
      for (let number = 0; number < articles; number++) {
        const isMoved = number % 4 === 0 && day >= 4;
        const path = join(root, folder, isMoved ? 'moved' : '', nameOf(number));
        if (isMoved && day === 4) renameSync(join(root, folder, nameOf(number)), path);
        // The last hand-off of Japanese has not come yet, and it began later.
        if (folder === 'ja' && (day === 1 || day === 6)) continue;
        const same = Array.from(
          { length: 12 },
          (_, at) => [`Sentence ${number} ${at}`, `Satz ${number} ${at}`] as const,
        );
        const pairs = [...same, ['Same in all', 'Gleich'], [`Own ${number} ${day}`, `Eigen ${number} ${day}`]] as const;
        writeFileSync(path, written({ lang, hash: `${day}${number}abc`, pairs }));
      }
    }
    commitOn(day, root);
  }
  return root;
}

interface Sides {
  readonly rest: readonly Record<string, unknown>[];
  readonly test: readonly Record<string, unknown>[];
  readonly files: readonly string[];
}

async function sidesOf(inputs: readonly string[], options: MemoryCorpusOptions): Promise<Sides> {
  const file = join(temporaryFolder(), 'm.jsonl');
  const given = { keep: 'all', holdout: '0.5', jobs: 1, ...options, output: file } as const;
  const { memory, test } = await memoryCorpus(inputs, given);
  const sides = { rest: rowsIn(file), test: rowsIn(file.replace('.jsonl', '.test.jsonl')) };
  expect([sides.rest.length, sides.test.length]).toEqual([memory.entries, test?.entries]);
  const texts = [...sides.rest, ...sides.test].map((row) => JSON.stringify(row));
  return { ...sides, files: texts };
}

describe('--holdout', () => {
  it('decides once for all versions of an article, in all languages, renamed ones too', async () => {
    const root = history();
    const all = await sidesOf([join(root, 'de'), join(root, 'ja')], { history: true });
    const names = (rows: Sides['rest']): Set<unknown> =>
      new Set(rows.map(({ path }) => String(path).replace(/^.*\//, '')));
    const [rest, test] = [names(all.rest), names(all.test)];
    expect([...rest].filter((name) => test.has(name))).toEqual([]);
    expect(rest.size + test.size).toBe(articles);
    expect(Math.min(rest.size, test.size)).toBeGreaterThan(2);
    const sources = new Set(all.test.map(({ source }) => source));
    expect(all.rest.filter(({ source }) => sources.has(source))).toEqual([]);
    // Each place with its own version: nothing of an article is missing on its side.
    expect(new Set([...all.rest, ...all.test].map(({ source }) => source)).size).toBe(articles * (12 + 6) + 1);
    const turned = await sidesOf([join(root, 'ja'), join(root, 'de')], { history: true });
    expect(turned.files).toEqual(all.files);
  });

  it('says the same of the oldest version alone', async () => {
    const root = history();
    const inputs = [join(root, 'de')];
    const paths = (rows: Sides['rest']): unknown[] => [...new Set(rows.map(({ path }) => path))];
    const first = git(root, 'rev-list', '--max-parents=0', 'HEAD').trim();
    const oldest = await sidesOf(inputs, { rev: first });
    const all = await sidesOf(inputs, { history: true });
    const kept = (rows: Sides['rest']): unknown[] => paths(rows).filter((path) => !String(path).startsWith('moved/'));
    expect(kept(oldest.rest)).toEqual(kept(all.rest));
    expect(kept(oldest.test)).toEqual(kept(all.test));
  });

  it('has no source in the rest that is one line with one of the test set', async () => {
    const folder = temporaryFolder();
    for (let number = 0; number < 40; number++) {
      // A backslash is a hard break before a line end only.
      const [end, last] = number % 2 === 0 ? ['\n', ''] : [' ', '\n'];
      const pairs = [
        [`One${end}text, ${number >> 1}`, `Ein Text ${number}`],
        [`Ends ${number >> 1}\\${last}`, `Ende ${number}`],
      ] as const;
      writeFileSync(join(folder, nameOf(number)), written({ hash: `${number}f`, pairs }));
    }
    const { rest, test } = await sidesOf([folder], {});
    const line = ({ source }: Record<string, unknown>): string => String(source).replace(/\s+/g, ' ').trim();
    const held = new Set(test.map(line));
    expect(held.size).toBeGreaterThan(3);
    expect(rest.length).toBeGreaterThan(3);
    expect(rest.map(line).filter((text) => held.has(text))).toEqual([]);
  });
});
