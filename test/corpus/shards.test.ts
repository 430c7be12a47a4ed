import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import {
  type CheckFilesOptions,
  checkFiles,
  exportCorpus,
  memoryCorpus,
  type Report,
  splitCorpus,
} from '../../src/node.js';
import { filesBelow, temporaryFolder, tree } from '../support/cli.js';
import { commitAll, git } from '../support/git.js';
import { twoTrees, written } from '../support/memory-trees.js';
import { pair } from '../support/pairs.js';

const shards = ['1/3', '2/3', '3/3'];
/** Its language is that of the article around it, which is in another shard. */
const nameless = `${pair('1a2b3-102', 'Wort zwei', 'A word')}\n`;

function plain(): string {
  const files: Record<string, string> = {};
  for (let number = 0; number < 7; number++) files[`docs/b${number}.md`] = nameless;
  return tree({ 'docs/a.md': written({ pairs: [['A word', 'Ein Wort']] }), ...files, 'docs/x/empty.md': 'Nothing.\n' });
}

const read = (folder: string): Record<string, string> =>
  Object.fromEntries(filesBelow(folder).map((name) => [name, readFileSync(join(folder, name), 'utf8')]));

function added(reports: readonly Pick<Report, 'articles' | 'withPairs' | 'bytes' | 'diagnostics'>[]): object {
  const sum = (key: 'articles' | 'withPairs' | 'bytes'): number => reports.reduce((all, each) => all + each[key], 0);
  const diagnostics: Record<string, number> = {};
  for (const each of reports) {
    for (const [code, count] of Object.entries(each.diagnostics)) diagnostics[code] = (diagnostics[code] ?? 0) + count;
  }
  return { articles: sum('articles'), withPairs: sum('withPairs'), bytes: sum('bytes'), diagnostics };
}

describe('shards of an export', () => {
  it('have the languages of the whole, and give its files and counts', async () => {
    const root = plain();
    const formats = ['xliff', 'jsonl'] as const;
    const whole = await exportCorpus([join(root, 'docs')], { formats, output: join(root, 'whole') });
    const reports: Report[] = [];
    for (const shard of shards) {
      reports.push(await exportCorpus([join(root, 'docs')], { formats, output: join(root, 'parts'), shard }));
    }
    expect(whole.diagnostics).toEqual({ 'language/inferred': 7 });
    expect(added(reports)).toEqual(added([whole]));
    const { 'en-US_de-DE.jsonl': lines = '', ...documents } = read(join(root, 'whole'));
    const parts = read(join(root, 'parts'));
    const ofParts = shards.map((shard) => `en-US_de-DE.${shard.replace('/', '-of-')}.jsonl`);
    expect(parts).toMatchObject(documents);
    expect(Object.keys(parts)).toHaveLength(Object.keys(documents).length + 3);
    const sorted = (text: string): string[] => text.split('\n').filter(Boolean).sort();
    expect(sorted(ofParts.map((name) => parts[name]).join(''))).toEqual(sorted(lines));
  });

  it('are those of a list, of globs, of a revision, and of standard input with several threads', async () => {
    const root = plain();
    commitAll(join(root, 'docs'));
    const list = filesBelow(join(root, 'docs'))
      .filter((name) => name.endsWith('.md'))
      .map((name) => `${join(root, 'docs', name)}\n`);
    const ways = [
      [[join(root, 'docs/**/*.md')], {}],
      [[join(root, 'docs')], { rev: 'HEAD' }],
      [[], { filesFrom: '-', jobs: 2, base: join(root, 'docs') }],
    ] as const;
    for (const [inputs, options] of ways) {
      const paths: string[] = [];
      for (const shard of shards) {
        const stdin = (await import('node:stream')).Readable.from(list.map((line) => Buffer.from(line)));
        const output = join(root, `out-${shard.replace('/', '-')}.jsonl`);
        const { files } = await exportCorpus(inputs, { ...options, stdin, shard, output });
        paths.push(...files.map(({ path }) => path));
      }
      expect(paths.sort()).toEqual(
        [...Array(7).keys()]
          .map((number) => `b${number}.md`)
          .concat('a.md', 'x/empty.md')
          .sort(),
      );
    }
  });

  it('with nothing to do are no error, and say so where none of many has a pair', async () => {
    const root = tree({ 'docs/a.md': written({ pairs: [['A', 'B']] }), 'docs/b.md': 'Nothing.\n' });
    const run = (shard: string): Promise<Report> =>
      exportCorpus([join(root, 'docs')], { output: join(root, 'o'), shard });
    expect(await run('3/3')).toMatchObject({ articles: 0, outputs: [], diagnostics: {} });
    const { files, diagnostics } = await run('2/2');
    expect(diagnostics).toEqual({ 'input/no-pairs': 1 });
    expect(files.flatMap(({ diagnostics: found }) => found)).toMatchObject([{ severity: 'info' }]);
    await expect(run('3/2')).rejects.toThrow('shard: "3/2" is no part of a whole');
    // That one is left out, and that one is damaged, is said of the whole by one of them.
    const leaving = { exclude: ['b.md'], output: join(root, 'p') };
    const left = await Promise.all(
      ['1/2', '2/2'].map((shard) => exportCorpus([join(root, 'docs')], { ...leaving, shard })),
    );
    expect(left.map(({ excluded }) => excluded)).toEqual([1, 0]);
  });
});

describe('shards of other commands', () => {
  it('split into the same articles', async () => {
    const root = plain();
    const whole = await splitCorpus([join(root, 'docs')], { output: join(root, 'whole') });
    const reports = [];
    for (const shard of shards) {
      reports.push(await splitCorpus([join(root, 'docs')], { output: join(root, 'parts'), shard }));
    }
    expect(read(join(root, 'parts'))).toEqual(read(join(root, 'whole')));
    expect(reports.flatMap(({ outputs }) => outputs)).toHaveLength(whole.outputs.length);
  });

  it('find the same, with rules over the whole tree and without', async () => {
    const targets = [
      'Speichern Sie die Datei.',
      'Speichern Sie die Datei.',
      'Sichern Sie die Datei.',
      'Save the file.',
    ];
    const articles = targets.map((target, at) => [`a${at}.md`, written({ pairs: [['Save the file.', target]] })]);
    const root = tree({ ...Object.fromEntries(articles), 'b.md': '<span data-ttu-id="1a2b3-101">A</span>' });
    const found = async (options: CheckFilesOptions): Promise<string[]> => {
      const all: string[] = [];
      for await (const { path, findings } of checkFiles([root], options)) {
        all.push(...findings.map(({ code, line }) => `${path}:${line} ${code}`));
      }
      return all.sort();
    };
    const overTree = { rules: { 'check/inconsistent-target': 'warning' } } as const;
    for (const options of [overTree, { codes: ['pair/unmatched-target'] }]) {
      const parts = await Promise.all(shards.map((shard) => found({ ...options, shard })));
      const whole = await found(options);
      expect(parts.flat().sort()).toEqual(whole);
      expect(whole.join()).toContain('codes' in options ? 'pair/unmatched-target' : 'check/inconsistent-target');
    }
  });
});

describe('a memory of shards', () => {
  it.each(['best', 'latest', 'distinct'] as const)('is that of the whole: %s', async (keep) => {
    const root = tree(twoTrees());
    const inputs = [join(root, 'de'), join(root, 'ja')];
    for (const shard of shards) await memoryCorpus(inputs, { keep: 'distinct', output: join(root, 'parts'), shard });
    const parts = filesBelow(join(root, 'parts')).map((name) => join(root, 'parts', name));
    expect(parts).toHaveLength(6);
    await memoryCorpus(inputs, { keep, output: join(root, 'whole') });
    await memoryCorpus(parts, { keep, output: join(root, 'together') });
    expect(read(join(root, 'together'))).toEqual(read(join(root, 'whole')));
    expect(Object.values(read(join(root, 'whole'))).join('')).toContain('usagecount="6"');
    await memoryCorpus(inputs, { keep, join: true, output: join(root, 'j1') });
    await memoryCorpus(parts, { keep, join: true, output: join(root, 'j2') });
    expect(read(join(root, 'j2'))).toEqual(read(join(root, 'j1')));
  });

  it('takes each document and each version of an article once', async () => {
    const root = tree(twoTrees());
    const de = join(root, 'de');
    commitAll(de);
    for (const name of ['a0.md', 'a3.md']) git(de, 'mv', name, `z${name}`);
    commitAll(join(root, 'ja'));
    git(de, 'commit', '-q', '-m', 'Moved');
    await memoryCorpus([join(root, 'ja')], { output: join(root, 'ja.tmx') });
    const inputs = [de, join(root, 'ja.tmx')];
    const options = { history: true, keep: 'distinct' } as const;
    const whole = await memoryCorpus([de], { ...options, output: join(root, 'h/whole') });
    let found = 0;
    for (const shard of shards) {
      found += (await memoryCorpus([de], { ...options, output: join(root, 'h/parts'), shard })).memory.found;
    }
    expect(found).toBe(whole.memory.found);
    const documents = await Promise.all(
      shards.map((shard) => memoryCorpus(inputs, { keep: 'all', output: join(root, 'd'), shard })),
    );
    const all = await memoryCorpus(inputs, { keep: 'all', output: join(temporaryFolder(), 'all') });
    expect(documents.reduce((sum, { memory }) => sum + memory.found, 0)).toBe(all.memory.found);
  });

  it('leaves what only the whole can give to whoever puts shards together', async () => {
    const root = tree(twoTrees());
    const run = (more: object): Promise<unknown> => memoryCorpus([join(root, 'de')], { shard: '1/2', ...more });
    await expect(run({ update: join(root, 'a.tmx') })).rejects.toThrow('update is for the memory of all shards');
    await expect(run({ holdout: '0.1', output: join(root, 'o') })).rejects.toThrow('holdout is for the memory of all');
  });
});
