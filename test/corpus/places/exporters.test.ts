import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { PassThrough } from 'node:stream';
import { text } from 'node:stream/consumers';
import { describe, expect, it } from 'vitest';
import { exportCorpus } from '../../../src/corpus/export/export.js';
import { type Exporter, exportToString, pairsOf, toPlainText } from '../../../src/index.js';
import { filesBelow, tree } from '../../support/cli.js';
import { articleOf, pair } from '../../support/pairs.js';

const article = (language: string, target: string, source: string): string =>
  `---\nms.contentlocale: ${language}\n---\n${pair('1a2b3-102', target, source)}\n`;

const files = {
  'in/a.md': article('de-DE', 'Eins', 'One'),
  'in/b.md': article('de-DE', 'Zwei', 'Two'),
  'in/c.md': article('fr-FR', 'Trois', 'Three'),
};

/** A line for each pair: its target. */
const lines: Exporter = {
  name: 'lines',
  title: 'lines',
  extension: '.txt',
  scope: 'language',
  begin: ({ trgLang }) => `${trgLang}\n`,
  article: (item) => pairsOf(item.article).map(({ target }) => `${toPlainText(target.content)}\n`),
  end: () => 'end\n',
};

const written = (root: string): Record<string, string> =>
  Object.fromEntries(
    filesBelow(join(root, 'out')).map((file) => [file, readFileSync(join(root, 'out', file), 'utf8')]),
  );

describe('an exporter of one’s own', () => {
  it('writes a file for each language, beside formats that are there', async () => {
    const root = tree(files);
    const report = await exportCorpus([join(root, 'in')], { formats: [lines, 'tmx'], output: join(root, 'out') });
    expect(report.pairs).toEqual({ found: 3, exported: 3, skipped: {} });
    expect(written(root)).toMatchObject({
      'en-US_de-DE.txt': 'de-DE\nEins\nZwei\nend\n',
      'en-US_fr-FR.txt': 'fr-FR\nTrois\nend\n',
      'en-US_de-DE.tmx': expect.stringContaining('<seg>Zwei</seg>'),
    });
  });

  it('writes a file for each article', async () => {
    const root = tree(files);
    await exportCorpus([join(root, 'in')], { formats: [{ ...lines, scope: 'article' }], output: join(root, 'out') });
    expect(written(root)).toEqual({
      'a.txt': 'de-DE\nEins\nend\n',
      'b.txt': 'de-DE\nZwei\nend\n',
      'c.txt': 'fr-FR\nTrois\nend\n',
    });
  });

  it('writes to one file, where an article of another language is left out', async () => {
    const root = tree(files);
    const { outputs, pairs } = await exportCorpus([join(root, 'in')], {
      formats: [lines],
      output: join(root, 'all.txt'),
    });
    expect(outputs).toEqual([join(root, 'all.txt')]);
    expect(readFileSync(join(root, 'all.txt'), 'utf8')).toBe('de-DE\nEins\nZwei\nend\n');
    expect(pairs).toMatchObject({ exported: 2, skipped: { 'language/mixed': 1 } });
  });

  it('writes to a stream', async () => {
    const root = tree({ 'in/a.md': files['in/a.md'] });
    const stdout = new PassThrough();
    const [printed] = await Promise.all([
      text(stdout),
      exportCorpus([join(root, 'in')], { formats: [lines], output: '-', stdout }).then(() => stdout.end()),
    ]);
    expect(printed).toBe('de-DE\nEins\nend\n');
  });

  it('writes bytes as they are', async () => {
    const root = tree(files);
    const bytes: Exporter = { ...lines, extension: '.bin', article: () => [Uint8Array.of(0xff, 0x00), 'é'] };
    await exportCorpus([join(root, 'in/a.md')], { formats: [bytes], output: join(root, 'out') });
    const expected = Buffer.concat([Buffer.from('de-DE\n'), Buffer.of(0xff, 0x00), Buffer.from('éend\n')]);
    expect(readFileSync(join(root, 'out/en-US_de-DE.bin'))).toEqual(expected);
    expect(() => exportToString([articleOf(files['in/a.md'])], bytes)).toThrow(RangeError);
  });

  it('writes several files, whose names may say their languages', async () => {
    const root = tree(files);
    const sides: Exporter = {
      ...lines,
      extension: ({ trgLang }) => `.${trgLang}`,
      begin: () => '',
      end: () => '',
      beside: [
        {
          extension: ({ srcLang }) => `.${srcLang}`,
          begin: () => '',
          article: (item) => pairsOf(item.article).map(({ source }) => `${toPlainText(source.content)}\n`),
          end: () => '',
        },
      ],
    };
    await exportCorpus([join(root, 'in')], { formats: [sides], output: join(root, 'out') });
    expect(written(root)).toEqual({
      'en-US_de-DE.de-DE': 'Eins\nZwei\n',
      'en-US_de-DE.en-US': 'One\nTwo\n',
      'en-US_fr-FR.en-US': 'Three\n',
      'en-US_fr-FR.fr-FR': 'Trois\n',
    });
    const toOne = exportCorpus([join(root, 'in')], { formats: [sides], output: '-' });
    await expect(toOne).rejects.toMatchObject({ kind: 'usage', message: expect.stringContaining('name a folder') });
  });

  it('is prepared before it writes anything', async () => {
    const root = tree(files);
    let table: readonly string[] | undefined;
    const prepared: Exporter = {
      ...lines,
      prepare: async () => {
        table = ['x\n'];
      },
      article: () => table ?? [],
    };
    expect(() => exportToString([articleOf(files['in/a.md'])], prepared)).toThrow('prepared');
    await exportCorpus([join(root, 'in/a.md')], { formats: [prepared], output: join(root, 'out') });
    expect(written(root)).toEqual({ 'en-US_de-DE.txt': 'de-DE\nx\nend\n' });
  });

  it('has stems that are unique, where it says what stands before them', async () => {
    const hash = 'ms.openlocfilehash: 1234567890abcdef1234567890abcdef12345678';
    const of = (target: string): string => article('de-DE', target, 'One').replace('---\n', `---\n${hash}\n`);
    const root = tree({ 'in/a.md': of('Eins'), 'in/b.md': of('Zwei') });
    const stems: Exporter = {
      ...lines,
      article: ({ stem }) => [`<${stem}>\n`],
      stemMark: () => '<',
    };
    await exportCorpus([join(root, 'in')], { formats: [stems], output: join(root, 'out') });
    expect(written(root)).toEqual({ 'en-US_de-DE.txt': 'de-DE\n<1234567890ab>\n<1234567890ab.2>\nend\n' });
  });

  it.each<[string, unknown, string]>([
    ['no name', { ...lines, name: '' }, 'no name'],
    ['no scope', { ...lines, scope: 'all' }, 'no scope'],
    ['an extension without a dot', { ...lines, extension: 'txt' }, "such as '.csv'"],
    ['no function', { ...lines, end: '' }, 'no function end'],
    ['a number', 7, '7 is no exporter'],
    ['a way into another folder', { ...lines, extension: '.x/../../a.csv' }, "such as '.csv'"],
    ['a second file that is none', { ...lines, beside: [{}] }, "such as '.csv'"],
    ['a second file without a function', { ...lines, beside: [{ ...lines, begin: 1 }] }, 'no function begin'],
    ['one file, and no list, beside', { ...lines, beside: lines }, 'no list of files'],
  ])('is refused with %s', async (_, format, message) => {
    const root = tree(files);
    const run = exportCorpus([join(root, 'in')], { formats: [format as Exporter], output: join(root, 'out') });
    await expect(run).rejects.toMatchObject({ kind: 'usage', message: expect.stringContaining(message) });
  });

  it('cannot have the name of another one, nor its paths', async () => {
    const root = tree(files);
    const run = (format: Exporter): Promise<unknown> =>
      exportCorpus([join(root, 'in')], { formats: ['tmx', format], output: join(root, 'out') });
    await expect(run({ ...lines, name: 'tmx' })).rejects.toMatchObject({ kind: 'usage' });
    await expect(run({ ...lines, extension: '.tmx' })).rejects.toThrow('the same files');
  });

  it.each<[string, Partial<Exporter>]>([
    ['another format', { extension: () => '.tmx' }],
    ['its own second file', { extension: () => '.x', beside: [{ ...lines, extension: '.x' }] }],
    [
      'its own second file, for an article',
      { scope: 'article', extension: () => '.x', beside: [{ ...lines, extension: '.x' }] },
    ],
  ])('cannot write into a file of %s, by a name that says its languages', async (_, own) => {
    const root = tree(files);
    const format = { ...lines, ...own };
    const run = exportCorpus([join(root, 'in')], { formats: ['tmx', format], output: join(root, 'out') });
    await expect(run).rejects.toMatchObject({ kind: 'usage' });
  });

  it.each(['/../../a.csv', '.x/../../a.csv', '.a\\b', 'csv', '.', '', undefined, null])(
    'cannot write elsewhere, by a name that ends with %j',
    async (extension) => {
      const root = tree(files);
      const format = { ...lines, extension: () => extension as string };
      const run = exportCorpus([join(root, 'in')], { formats: [format], output: join(root, 'out') });
      await expect(run).rejects.toThrow("give one such as '.csv'");
      expect(filesBelow(root).filter((file) => !file.startsWith('in/'))).toEqual([]);
    },
  );

  it.each([[undefined], [42], [['a']], [null]])('writes text or bytes only, not %j', async (chunk) => {
    const root = tree(files);
    const format = { ...lines, article: () => [chunk as unknown as string] };
    const run = exportCorpus([join(root, 'in')], { formats: [format], output: join(root, 'out') });
    await expect(run).rejects.toThrow('The format lines failed: a chunk is neither text nor a Uint8Array');
    expect(() => exportToString([articleOf(files['in/a.md'])], format)).toThrow('a chunk is neither text');
  });
});

describe('an exporter of one’s own that throws', () => {
  const fail = (): never => {
    throw new TypeError('x is undefined');
  };
  const lazily = function* (): Generator<string> {
    yield 'a';
    fail();
  };

  it.each<[string, Partial<Exporter>]>([
    ['begin', { begin: fail }],
    ['article', { article: fail }],
    ['article, lazily', { article: lazily }],
    ['article, with no list', { article: () => undefined as unknown as string[] }],
    ['end', { end: fail }],
    ['extension', { extension: fail }],
    ['stemMark', { stemMark: fail }],
    ['prepare', { prepare: async () => fail() }],
    ['begin of a second file', { beside: [{ ...lines, extension: '.txt2', begin: fail }] }],
  ])('is named by what the run rejects with: %s', async (_, own) => {
    const root = tree(files);
    const run = exportCorpus([join(root, 'in')], { formats: ['tmx', { ...lines, ...own }], output: join(root, 'out') });
    await expect(run).rejects.toThrow(/^The format lines failed: /);
  });

  it.each<[string, Partial<Exporter>]>([
    ['begin', { begin: fail }],
    ['article', { article: lazily }],
    ['end', { end: fail }],
  ])('is named by what exportToString throws: %s', (_, own) => {
    const write = () => exportToString([articleOf(files['in/a.md'])], { ...lines, ...own });
    expect(write).toThrow(
      expect.objectContaining({ message: 'The format lines failed: x is undefined', cause: expect.any(TypeError) }),
    );
  });
});
