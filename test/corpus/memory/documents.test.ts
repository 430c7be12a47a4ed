import { execFileSync } from 'node:child_process';
import { symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import { describe, expect, it, onTestFinished } from 'vitest';
import { type MemoryCorpusOptions, type MemoryReport, memoryCorpus, mergeCorpus } from '../../../src/node.js';
import { temporaryFolder, tree } from '../../support/cli.js';
import { written } from '../../support/memory-trees.js';

const article = written({ pairs: [['One', 'Eins']] });
const unit = (text: string): string =>
  `<tu><tuv xml:lang="en-US"><seg>${text}</seg></tuv><tuv xml:lang="de-DE"><seg>${text} de</seg></tuv></tu>`;
const tmx = (...texts: string[]): string =>
  `<tmx version="1.4"><header srclang="en-US"/><body>${texts.map(unit).join('')}</body></tmx>`;
const xliff =
  '<xliff xmlns="urn:oasis:names:tc:xliff:document:2.0" version="2.0" srcLang="en-US" trgLang="de-DE"><file id="f"><unit id="u"><segment><source>X</source><target>Y</target></segment></unit></file></xliff>';

const run = (inputs: readonly string[], options: MemoryCorpusOptions = {}): Promise<MemoryReport> =>
  memoryCorpus(inputs, { jobs: 1, output: join(temporaryFolder(), 'm.tmx'), ...options });

describe('documents among the inputs of a memory', () => {
  it('that stand in a folder beside articles are not passed over silently', async () => {
    const root = tree({
      'docs/a.md': article,
      'docs/x.tmx': tmx('A'),
      'docs/sub/y.XLF': xliff,
      'docs/sub/z.xliff': xliff,
      'docs/.git/w.tmx': tmx('B'),
      'docs/node_modules/w.tmx': tmx('B'),
    });
    const report = await run([join(root, 'docs')]);
    expect(report.memory).toMatchObject({ found: 1, entries: 1 });
    const [other] = report.files.filter(({ diagnostics }) => diagnostics.length > 0);
    expect(other).toMatchObject({
      path: 'docs',
      diagnostics: [
        {
          code: 'input/documents',
          severity: 'warning',
          message: expect.stringMatching(
            /3 documents .*docs\/\*\*\/\*\.\{XLF,tmx,xliff\}.*--exclude "\*\.\{XLF,tmx,xliff\}"/,
          ),
        },
      ],
    });
    // What the message says to do is what helps.
    const glob = /name them \((.*?)\)/.exec(other?.diagnostics[0]?.message ?? '')?.[1] ?? '';
    const named = await run([join(root, 'docs'), glob]);
    expect(named).toMatchObject({ memory: { found: 1 + 3 }, diagnostics: {} });
    const without = await run([join(root, 'docs')], { exclude: ['*.tmx', '*.XLF', '*.xliff'] });
    expect(without.diagnostics).toEqual({});
  });

  it.each([
    ['a glob of all', ['docs/*'], undefined],
    ['a glob with braces', ['docs/{a.md,x.tmx}'], undefined],
    ['a list', [], 'docs/a.md\ndocs/x.tmx\n'],
  ])('that %s names are read as documents', async (_, inputs, list) => {
    const root = tree({ 'docs/a.md': article, 'docs/x.tmx': tmx('A', 'B') });
    const absolute = (text: string): string => text.replaceAll('docs/', `${root}/docs/`);
    const from = list === undefined ? {} : { filesFrom: '-', stdin: Readable.from([absolute(list)]) };
    const report = await run(inputs.map(absolute), from);
    expect(report).toMatchObject({ articles: 1, memory: { found: 3, entries: 3 }, diagnostics: {} });
  });

  it.each([
    ['by its name', ['x.sdlxliff'], 1],
    ['by a glob', ['*.sdlxliff'], 1],
    ['beside an article', ['a.md', 'x.sdlxliff', 'y.mem'], 4],
    ['and an article of any name is one', ['a.txt'], 1],
  ])('what has another extension is what it starts as: %s', async (_, names, found) => {
    const files = { 'a.md': article, 'a.txt': article, 'x.sdlxliff': xliff, 'y.mem': `\ufeff${tmx('A', 'B')}` };
    const root = tree(files);
    const report = await run(names.map((name) => join(root, name)));
    expect(report).toMatchObject({ memory: { found, entries: found }, diagnostics: {} });
  });

  it('that are named twice, or by a link, are read once', async () => {
    const root = tree({ 'x.tmx': tmx('A') });
    symlinkSync('x.tmx', join(root, 'y.tmx'));
    const inputs = [join(root, 'x.tmx'), join(root, 'y.tmx'), `${root}/./x.tmx`];
    expect((await run(inputs, { keep: 'all' })).memory.found).toBe(1);
  });
});

describe.runIf(process.platform === 'linux')('what cannot be read among documents costs only itself', () => {
  /** A folder of documents with one whose path is longer than the system allows, and a file that no one can read. */
  function folder(): string {
    const root = tree({ 'in/a.tmx': tmx('A'), 'in/b.xlf': xliff });
    const names = Array.from({ length: 24 }, () => 'd'.repeat(200));
    const script = names.map((name) => `mkdir ${name} && cd ${name}`).join(' && ');
    execFileSync('sh', ['-c', `cd in && ${script} 2>/dev/null || true`], { cwd: root, stdio: 'ignore' });
    symlinkSync('/proc/self/mem', join(root, 'bad.tmx'));
    // Node.js cannot remove it.
    onTestFinished(() => void execFileSync('rm', ['-rf', join(root, 'in')]));
    return root;
  }

  it('of memory', async () => {
    const root = folder();
    writeFileSync(join(root, 'a.md'), article);
    const report = await run([
      join(root, 'a.md'),
      join(root, 'bad.tmx'),
      join(root, 'in/*.tmx'),
      join(root, 'in/b.xlf'),
    ]);
    expect(report).toMatchObject({ memory: { found: 3 }, diagnostics: { 'input/unreadable': 1 } });
    await expect(
      run([join(root, 'a.md')], { update: join(root, 'bad.tmx'), output: undefined as never }),
    ).rejects.toThrow(/bad\.tmx.*(?:cannot be read|stays as it is)/);
  });

  it('of merge, a folder too', async () => {
    const root = folder();
    const files = tree({ 'a.md': written({ pairs: [['A', 'A alt']] }) });
    const report = await mergeCorpus(files, [join(root, 'in'), join(root, 'bad.tmx')], { dryRun: true, jobs: 1 });
    expect(report.diagnostics['input/unreadable']).toBe(2);
    expect(report.changed).toBe(1);
  });
});
