import { join } from 'node:path';
import { Readable } from 'node:stream';
import { describe, expect, it } from 'vitest';
import { readList } from '../../../src/corpus/find/list.js';
import { checkFiles, exportCorpus, viewCorpus } from '../../../src/node.js';
import { filesBelow, temporaryFolder, tree } from '../../support/cli.js';
import { pair } from '../../support/pairs.js';

const list = (text: string | Buffer, isNull = false): Promise<string[]> =>
  readList({ filesFrom: '-', null: isNull, stdin: Buffer.from(text) });

describe('a list of inputs', () => {
  it('has a path in each line, whatever ends it', async () => {
    expect(await list('a.md\r\nb c.md\n\n\r\n[x]*.md\n-\nlast.md')).toEqual([
      'a.md',
      'b c.md',
      '[x]*.md',
      '-',
      'last.md',
    ]);
    expect(await list('\ufeffa.md\n')).toEqual(['a.md']);
    expect(await list('')).toEqual([]);
  });

  it('has paths that end with NUL where that is asked for', async () => {
    expect(await list('a\nb.md\0c.md\0', true)).toEqual(['a\nb.md', 'c.md']);
    await expect(list('a.md\0b.md\0')).rejects.toMatchObject({ kind: 'input', message: expect.stringContaining('-0') });
  });

  it('is refused where it cannot be read', async () => {
    await expect(list(Buffer.from('\xe4.md', 'latin1'))).rejects.toThrow('not UTF-8');
    await expect(readList({ filesFrom: '/nowhere/list' })).rejects.toThrow('/nowhere/list: the list of inputs');
    await expect(readList({ filesFrom: temporaryFolder() })).rejects.toMatchObject({ kind: 'input' });
    await expect(list(Buffer.alloc(64_000_001, 10))).rejects.toThrow('larger than');
  });
});

describe('inputs that a list names', () => {
  const files = (): string =>
    tree({
      'a.md': pair('1', 'One', 'Eins'),
      '[b].md': pair('2', 'Two', 'Zwei'),
      'sub/c.md': pair('3', 'Three', 'Drei'),
    });
  const stdinOf = (root: string, ...names: readonly string[]): Readable =>
    Readable.from([names.map((name) => `${join(root, name)}\n`).join('')]);

  it('are read as those that are named, and together with them', async () => {
    const root = files();
    const run = (inputs: readonly string[], names?: readonly string[]) =>
      exportCorpus(inputs, {
        output: temporaryFolder(),
        trgLang: 'de-DE',
        base: root,
        ...(names === undefined ? {} : { filesFrom: '-', stdin: stdinOf(root, ...names) }),
      });
    const pathsOf = async (report: ReturnType<typeof run>): Promise<string[]> =>
      (await report).files.map(({ path }) => path);
    expect(await pathsOf(run([], ['a.md', '[b].md', 'sub', 'a.md']))).toEqual(['[b].md', 'a.md', 'sub/c.md']);
    expect(await pathsOf(run([join(root, 'sub')], ['a.md']))).toEqual(['a.md', 'sub/c.md']);
    await expect(run([], ['a.md', 'missing.md'])).rejects.toMatchObject({
      kind: 'input',
      message: expect.stringContaining('missing.md'),
    });
    // A path is no glob.
    await expect(run([], ['*.md'])).rejects.toMatchObject({
      kind: 'input',
      message: expect.stringContaining('no such file'),
    });
  });

  it('may be none', async () => {
    const report = await exportCorpus([], { output: temporaryFolder(), filesFrom: '-', stdin: Readable.from(['\n']) });
    expect(report.diagnostics).toEqual({ 'input/no-pairs': 1 });
    expect(report.files).toMatchObject([{ diagnostics: [{ severity: 'info' }] }]);
  });

  it('are the same for each command', async () => {
    const root = files();
    const filesFrom = join(tree({ list: `${join(root, 'a.md')}\n` }), 'list');
    const checked: string[] = [];
    for await (const { path } of checkFiles([], { filesFrom })) checked.push(path);
    expect(checked).toEqual(['a.md']);
    const output = join(temporaryFolder(), 'page.html');
    expect((await viewCorpus([], { filesFrom, output, trgLang: 'de-DE' })).totals.articles).toBe(1);
  });

  it('leave standard input to the list, and the list to itself', async () => {
    const root = files();
    await expect(exportCorpus(['-'], { filesFrom: '-' })).rejects.toMatchObject({ kind: 'usage' });
    await expect(exportCorpus([root], { null: true })).rejects.toMatchObject({ kind: 'usage' });
    const folder = tree({ 'list.tmx': `${join(root, 'a.md')}\n` });
    const filesFrom = join(folder, 'list.tmx');
    await expect(exportCorpus([], { filesFrom, output: filesFrom, trgLang: 'de-DE' })).rejects.toMatchObject({
      kind: 'usage',
    });
    expect(filesBelow(folder)).toEqual(['list.tmx']);
  });
});
