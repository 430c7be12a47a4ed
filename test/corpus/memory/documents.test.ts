import { execFileSync } from 'node:child_process';
import { readFileSync, symlinkSync, writeFileSync } from 'node:fs';
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
            /3 documents, .*docs\/\*\*\/\*\.\{XLF,tmx,xliff\}.*--exclude "\*\.\{XLF,tmx,xliff\}"/,
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

  describe('are left out by what is found in them, as articles are', () => {
    const pair = (source: string, target: string): string =>
      `<tu><tuv xml:lang="en-US"><seg>${source}</seg></tuv><tuv xml:lang="de-DE"><seg>${target}</seg></tuv></tu>`;
    const bold = (text: string, name = ''): string =>
      `<bpt i="1"${name} type="bold">**</bpt>${text}<ept i="1">**</ept>`;
    const sentence = 'Nobody has translated this sentence so far.';
    const document = [
      pair(sentence, sentence),
      pair(`Press ${bold('OK', ' x="1"')}.`, 'OK.'),
      pair(`Press ${bold('No', ' x="1"')}.`, `${bold('Nein', ' x="1"')} oder ${bold('Ja').replaceAll('"1"', '"2"')}.`),
      // Tools that name no codes have them on both sides all the same.
      pair(`Go <ph>{1}</ph> ${bold('back')}.`, `<ph>{1}</ph> ${bold('zurück')}.`),
      pair('It has <ph x="1" type="x-math">$x$</ph>.', 'Ja.'),
      pair('Broken text.', 'Kaputt\ufffd.'),
      pair('Fine.', 'Gut.'),
    ].join('');
    const counts = async (options: MemoryCorpusOptions): Promise<unknown> => {
      const root = tree({ 'a.md': article, 'x.tmx': tmx().replace('<body>', `<body>${document}`) });
      const { memory } = await run([join(root, 'a.md'), join(root, 'x.tmx')], options);
      expect(memory.entries + Object.values(memory.leftOut).reduce((sum, each) => sum + each, 0)).toBe(memory.found);
      return [memory.found, memory.leftOut];
    };

    it.each<[string, MemoryCorpusOptions, unknown]>([
      ['without skip', {}, {}],
      [
        'for machine translation',
        { profile: 'mt' },
        { 'check/untranslated': 1, 'codes/unmatched': 2, 'codes/unmatched-math': 1 },
      ],
      ['by a rule', { skip: ['check/mojibake'] }, { 'check/mojibake': 1 }],
      ['that was asked for', { with: ['check/mojibake', 'check/untranslated'] }, { 'without-finding': 6 }],
      // The article has none of these.
      ['that no memory can be asked for', { with: ['check/inconsistent-target'] }, { 'without-finding': 1 }],
      [
        'of reading that no memory can be asked for',
        { with: ['pair/duplicate-id', 'check/misaligned'] },
        { 'without-finding': 1 },
      ],
      ['beside one that it can be asked for', { with: ['check/length', 'check/mojibake'] }, { 'without-finding': 7 }],
    ])('%s', async (_, options, leftOut) => expect(await counts(options)).toEqual([8, leftOut]));

    it('but what grows is kept', async () => {
      const root = tree({ 'a.md': article, 'x.tmx': tmx().replace('<body>', `<body>${document}`) });
      const update = join(root, 'x.tmx');
      const { memory } = await memoryCorpus([join(root, 'a.md')], { jobs: 1, update, skip: ['check/untranslated'] });
      expect(memory).toMatchObject({ found: 8, entries: 8 });
    });

    it('and say what was found in them', async () => {
      const root = tree({ 'x.tmx': tmx().replace('<body>', `<body>${document}`) });
      const output = join(root, 'o.jsonl');
      await run([join(root, 'x.tmx')], { with: ['check/mojibake', 'codes/unmatched'], output });
      const found = readFileSync(output, 'utf8').match(/"findings":\[[^\]]*\]/g);
      expect(found?.sort()).toEqual([
        '"findings":["check/mojibake"]',
        '"findings":["codes/unmatched"]',
        '"findings":["codes/unmatched"]',
      ]);
    });
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
