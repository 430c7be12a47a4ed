import { mkdirSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { exportCorpus } from '../../../../src/corpus/export/export.js';
import type { ExportCorpusOptions } from '../../../../src/corpus/export/export-usage.js';
import type { Format } from '../../../../src/index.js';
import { filesBelow, temporaryFolder } from '../../../support/cli.js';
import { pair } from '../../../support/pairs.js';

const header = '---\nms.contentlocale: fr-FR\n---\n';
const articles = {
  'a.md': `${header}${pair('1a2b3-1', 'Une porte', 'A door')}\n\n${pair('1a2b3-2', 'Deux', 'Two')}\n`,
  'sub/b.md': `${header}${pair('1a2b3-3', 'Trois', 'Three')}\n`,
  'c.md': `${header}${pair('1a2b3-4', '**Quatre**', '**Four**')}\n`,
};

interface Tree {
  readonly root: string;
  readonly run: (options?: ExportCorpusOptions) => ReturnType<typeof exportCorpus>;
  readonly read: (path: string) => string;
  /** Changes a file as an editor does. */
  readonly edit: (path: string, from: string | RegExp, to: string) => string;
}

/** Three articles, exported once. */
async function exported(options: ExportCorpusOptions = {}): Promise<Tree> {
  const root = temporaryFolder();
  mkdirSync(join(root, 'in/sub'), { recursive: true });
  for (const [name, text] of Object.entries(articles)) writeFileSync(join(root, 'in', name), text);
  const read = (path: string): string => readFileSync(join(root, path), 'utf8');
  const run = (more: ExportCorpusOptions = {}): ReturnType<typeof exportCorpus> =>
    exportCorpus([join(root, 'in')], { output: join(root, 'out'), jobs: 1, ...options, ...more });
  await run();
  const edit = (path: string, from: string | RegExp, to: string): string => {
    const edited = read(path).replace(from, to);
    expect(edited).not.toBe(read(path));
    writeFileSync(join(root, path), edited);
    return edited;
  };
  return { root, run, read, edit };
}

const found = { found: 4, exported: 4, skipped: {} };

describe.each<[Format]>([['xliff'], ['xliff1.2']])('an %s', (format) => {
  it('that was edited is kept and reported at its article; the others are written', async () => {
    const { root, run, read, edit } = await exported({ formats: [format] });
    const edited = edit('out/a.xlf', 'Une porte', 'Une fenêtre');
    edit('in/c.md', '**Quatre**', '**4**');
    const report = await run();
    expect(read('out/a.xlf')).toBe(edited);
    expect(read('out/c.xlf')).toContain('4');
    expect(report.pairs).toEqual({ found: 4, exported: 2, skipped: { 'output/edited': 2 } });
    expect(report.segments.unknown).toBe(2);
    expect(report.diagnostics).toEqual({ 'output/edited': 1 });
    expect(report.outputs.map((path) => path.slice(root.length + 1))).toEqual(['out/c.xlf', 'out/sub/b.xlf']);
    const [file] = report.files.filter(({ diagnostics }) => diagnostics.length > 0);
    expect(file?.path).toBe('a.md');
    expect(file?.diagnostics[0]).toMatchObject({ code: 'output/edited', severity: 'error' });
    expect(file?.diagnostics[0]?.message).toContain(join(root, 'out/a.xlf'));
    expect(filesBelow(root)).toHaveLength(6);
  });

  it('that nobody edited is replaced silently, when the article has changed and when not', async () => {
    const { run, read, edit } = await exported({ formats: [format] });
    const before = read('out/a.xlf');
    expect(await run()).toMatchObject({ pairs: found, diagnostics: {} });
    expect(read('out/a.xlf')).toBe(before);
    edit('in/a.md', 'Une porte', 'Une fenêtre');
    expect(await run()).toMatchObject({ pairs: found, diagnostics: {} });
    expect(read('out/a.xlf')).toContain('Une fenêtre');
    edit('in/a.md', 'Deux', '2');
    expect(await run({ jobs: 2 })).toMatchObject({ pairs: found, diagnostics: {} });
    expect(read('out/a.xlf')).toContain('>2<');
  });

  it('that was edited is replaced with `overwrite`', async () => {
    const { run, read, edit } = await exported({ formats: [format] });
    const before = read('out/sub/b.xlf');
    edit('out/sub/b.xlf', 'Trois', 'Tres');
    expect(await run({ overwrite: true })).toMatchObject({ pairs: found, diagnostics: {} });
    expect(read('out/sub/b.xlf')).toBe(before);
  });

  it('that is the only output is one decision', async () => {
    const all = await exported({ formats: [format] });
    const output = join(all.root, 'all.xlf');
    expect(await all.run({ output })).toMatchObject({ pairs: found });
    expect(await all.run({ output })).toMatchObject({ pairs: found, diagnostics: {} });
    const edited = all.edit('all.xlf', 'Trois', 'Tres');
    const report = await all.run({ output });
    expect(report).toMatchObject({ pairs: { found: 4, exported: 0, skipped: { 'output/edited': 4 } }, outputs: [] });
    expect(report.files.filter(({ diagnostics }) => diagnostics.length > 0)).toEqual([
      expect.objectContaining({
        path: output,
        pairs: 0,
        diagnostics: [expect.objectContaining({ code: 'output/edited' })],
      }),
    ]);
    expect(all.read('all.xlf')).toBe(edited);
    expect(await all.run({ output, overwrite: true })).toMatchObject({ pairs: found, outputs: [output] });
  });
});

it('The memory beside it is replaced, with all pairs', async () => {
  const { run, read, edit } = await exported();
  edit('out/a.xlf', 'Une porte', 'Une fenêtre');
  edit('out/en-US_fr-FR.tmx', 'Trois', 'Tres');
  const report = await run();
  expect(report).toMatchObject({ pairs: found, diagnostics: { 'output/edited': 1 } });
  expect(read('out/en-US_fr-FR.tmx').match(/<tu /g)).toHaveLength(4);
  expect(read('out/en-US_fr-FR.tmx')).toContain('Trois');
  expect(report.outputs).toHaveLength(3);
});

const utf16 = (text: string): Buffer => Buffer.from(`\ufeff${text}`, 'utf16le');

describe('what else stands there', () => {
  it.each<[string, (text: string) => string | Buffer, boolean]>([
    ['another document', () => '<html/>', true],
    ['text', () => 'notes of a translator', true],
    ['bytes', () => Buffer.from([0xff, 0x00, 0x80, 0x3c]), true],
    ['an export of before there were digests', (text) => text.replace(/<\?sspr-tm.*\n/, ''), true],
    ['an export that was cut off', (text) => text.slice(0, -30), true],
    ['bytes that are not UTF-8', (text) => Buffer.from(text.replace('door', 'dóór'), 'latin1'), true],
    ['a label of another encoding', (text) => text.replace('UTF-8', 'x-none'), true],
    ['UTF-16', (text) => utf16(text.replace('UTF-8', 'UTF-16')), false],
    ['UTF-16, edited', (text) => utf16(text.replace('Une', 'La')), true],
    ['Latin-1, as it declares', (text) => Buffer.from(text.replace('UTF-8', 'ISO-8859-1'), 'latin1'), false],
    ['the same with a byte order mark', (text) => `\ufeff${text}`, false],
    ['the same with other line ends', (text) => text.replaceAll('\n', '\r\n'), false],
    ['nothing', () => '', false],
  ])('%s', async (_, make, isKept) => {
    const { root, run, read } = await exported({ formats: ['xliff'] });
    const before = read('out/a.xlf');
    const content = Buffer.from(make(before));
    writeFileSync(join(root, 'out/a.xlf'), content);
    const report = await run();
    expect(report.diagnostics).toEqual(isKept ? { 'output/edited': 1 } : {});
    expect(readFileSync(join(root, 'out/a.xlf'))).toEqual(isKept ? content : Buffer.from(before));
  });

  it('a link to a file that was edited', async () => {
    const { root, run, read, edit } = await exported({ formats: ['xliff'] });
    writeFileSync(join(root, 'mine.xlf'), edit('out/c.xlf', 'Quatre', 'Cinq'));
    rmSync(join(root, 'out/c.xlf'));
    symlinkSync('../mine.xlf', join(root, 'out/c.xlf'));
    expect(await run()).toMatchObject({ diagnostics: { 'output/blocked': 1 } });
    expect(read('mine.xlf')).toContain('Cinq');
  });
});
