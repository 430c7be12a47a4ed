import { execFileSync } from 'node:child_process';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { memoryCorpus } from '../../src/node.js';
import { temporaryFolder } from '../support/cli.js';
import { rowsIn } from '../support/memory-rows.js';
import { sumOf } from '../support/memory-trees.js';
import { shared } from '../support/shared.js';

const spans =
  /<span data-ttu-id="[^"]*">([\s\S]*?)<\/span><span class="sxs-lookup"><span data-stu-id="[^"]*">([\s\S]*?)<\/span><\/span>(?!<\/span>)/g;
const trimmed = (text: string): string => text.replace(/^[ \t\r\n]+|[ \t\r\n]+$/g, '');

function clone(name: string): string {
  const bare = join(temporaryFolder(), `${name}.git`);
  const bundle = join(shared ?? '', 'trees', `${name}.live-sxs.bundle`);
  execFileSync('git', ['clone', '-q', '--bare', '--branch', 'live-sxs', bundle, bare], { stdio: 'ignore' });
  return bare;
}

/** The texts of all versions of all articles, by Git alone. */
function* textsOf(bare: string): Generator<string> {
  const options = { cwd: bare, maxBuffer: 1 << 28 } as const;
  const log = ['log', '--first-parent', '-m', '--raw', '--no-renames', '--no-abbrev', '--format=', '--', '*.md'];
  const raw = execFileSync('git', log, { ...options, encoding: 'utf8' });
  const blobs = new Set([...raw.matchAll(/^:\d+ 100\d+ \w+ (\w+) \w+\t/gm)].map(([, blob = '']) => blob));
  const input = `${[...blobs].join('\n')}\n`;
  const all = execFileSync('git', ['cat-file', '--batch', '--buffer'], { ...options, input });
  for (let at = 0; at < all.length; ) {
    const line = all.indexOf(0x0a, at);
    const length = Number(all.subarray(at, line).toString().split(' ')[2]);
    yield all.subarray(line + 1, line + 1 + length).toString('utf8');
    at = line + 1 + length + 1;
  }
}

describe.skipIf(shared === undefined)('the memory of the history of quantum ja-JP', () => {
  it('has the pairs of all versions, trimmed', async () => {
    const bare = clone('quantum.ja-JP');
    const untrimmed = new Set<string>();
    const pairs = new Set<string>();
    for (const text of textsOf(bare)) {
      for (const [, target = '', source = ''] of text.matchAll(spans)) {
        untrimmed.add(source);
        if (trimmed(source) !== '' && trimmed(target) !== '') pairs.add(`${trimmed(source)}\0${trimmed(target)}`);
      }
    }
    const output = join(temporaryFolder(), 'm.jsonl');
    const { memory } = await memoryCorpus([bare], { history: true, keep: 'distinct', inline: 'text', output, jobs: 1 });
    const rows = rowsIn(output);
    expect(new Set(rows.map(({ source, target }) => `${source}\0${target}`))).toEqual(pairs);
    expect(rows).toHaveLength(pairs.size);
    expect(memory).toMatchObject({ found: 137_809, entries: 21_916, sources: 17_343 });
    expect(memory.found).toBe(memory.entries + sumOf(memory.leftOut));
    // Two sources stand with a space before them in some versions, and without one in others.
    expect(untrimmed.size).toBe(17_345);
    const both = [...untrimmed].filter((source) => source !== trimmed(source) && untrimmed.has(trimmed(source)));
    expect(both.map((source) => source.slice(0, 10))).toEqual([' To see th', ' As a resu'].toSorted().toReversed());
  });

  it.each(['text', 'codes'] as const)(
    'grows by one more commit as it would be made anew, but for counts: --inline %s',
    async (inline) => {
      const bare = clone('quantum.ja-JP');
      const folder = temporaryFolder();
      const old = join(folder, 'old.tmx');
      const options = { inline, keep: 'distinct', jobs: 1 } as const;
      await memoryCorpus([bare], { ...options, history: true, rev: 'HEAD~1', output: old });
      const [full, grown] = ['full.tmx', 'grown.tmx'].map((name) => join(folder, name)) as [string, string];
      const made = await memoryCorpus([bare], { ...options, history: true, output: full });
      const added = await memoryCorpus([bare, old], { ...options, rev: 'HEAD', output: grown });
      expect(added.memory.entries).toBe(made.memory.entries);
      expect(added.memory.languages).toEqual(made.memory.languages);
      // What only counts decide.
      const best = [];
      for (const [input, name] of [
        [full, 'best-of-full.jsonl'],
        [grown, 'best-of-grown.jsonl'],
      ] as const) {
        const output = join(folder, name);
        await memoryCorpus([input], { inline, keep: 'best', output, jobs: 1 });
        best.push(new Map(rowsIn(output).map(({ source, target }) => [source, target])));
      }
      const [ofFull = new Map(), ofGrown = new Map()] = best;
      expect(ofGrown.size).toBe(ofFull.size);
      const differ = [...ofFull].filter(([source, target]) => ofGrown.get(source) !== target);
      expect(differ).toHaveLength(0);
    },
  );

  it('of the latest only, too: no source has a tie that only counts decide', async () => {
    const bare = clone('quantum.ja-JP');
    const folder = temporaryFolder();
    const old = join(folder, 'old.tmx');
    const options = { inline: 'text', keep: 'latest', jobs: 1 } as const;
    await memoryCorpus([bare], { ...options, history: true, rev: 'HEAD~1', output: old });
    const chosen = async (inputs: readonly string[], more: { history?: boolean; rev?: string }) => {
      const output = join(folder, `${inputs.length}.jsonl`);
      await memoryCorpus(inputs, { ...options, ...more, output });
      return rowsIn(output).map(({ source, target, translationType, lastHandoff }) =>
        JSON.stringify([source, target, translationType, lastHandoff]),
      );
    };
    const made = await chosen([bare], { history: true });
    const grown = await chosen([bare, old], { rev: 'HEAD' });
    expect(made).toHaveLength(17_343);
    expect(new Set(grown)).toEqual(new Set(made));
  });
});
