import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { PassThrough } from 'node:stream';
import { buffer } from 'node:stream/consumers';
import { parquetReadObjects } from 'hyparquet';
import { expect, it } from 'vitest';
import { exportCorpus } from '../../../src/corpus/export/export.js';
import type { Exporter, Packer, PairRow } from '../../../src/index.js';
import { FormatLimitError, formats } from '../../../src/index.js';
import { filesBelow, tree } from '../../support/cli.js';
import { pair } from '../../support/pairs.js';

const header = (language: string): string => `---\nms.contentlocale: ${language}\nms.translationtype: MT\n---\n`;
const files = {
  'in/a.md': `${header('zh-CN')}${pair('1a2b3-101', '一 [2', '**One** [2')} ${pair('1a2b3-102', '', 'Two')}`,
  'in/b.md': `${header('zh-TW')}${pair('1a2b3-101', '二', 'Two 2')} ${pair('1a2b3-102', '**', '**')}`,
  'in/c.md': `# No pair`,
};
const tables = ['csv', 'jsonl', 'moses', 'parquet', 'xlsx'] as const;

const rowsOf = (path: string): PairRow[] =>
  readFileSync(path, 'utf8')
    .trimEnd()
    .split('\n')
    .map((line) => JSON.parse(line) as PairRow);

it.each([{}, { inline: 'strip' }, { skip: ['check/numbers'] }, { only: 'ht' }] as const)(
  'counts the same for each format: %j',
  async (options) => {
    const cwd = tree(files);
    const reports: object[] = [];
    for (const format of ['tmx', 'xliff', ...tables] as const) {
      const output = join(cwd, format);
      const report = await exportCorpus([join(cwd, 'in')], { ...options, formats: [format], output, jobs: 1 });
      const { found, exported, skipped } = report.pairs;
      expect(found).toBe(exported + Object.values(skipped).reduce((sum, count) => sum + count, 0));
      if (format === 'jsonl') {
        const rows = report.outputs.flatMap(rowsOf);
        expect(rows.length).toBe(exported);
      }
      reports.push({ ...report, outputs: [] });
    }
    expect(reports.every((report) => JSON.stringify(report) === JSON.stringify(reports[0]))).toBe(true);
    expect(reports[0]).toMatchObject({ pairs: { found: 4 } });
  },
);

it('writes a file for each language, and two of moses, whose names tell languages of one name apart', async () => {
  const cwd = tree(files);
  const output = join(cwd, 'out');
  const { outputs } = await exportCorpus([join(cwd, 'in')], { formats: tables, output, jobs: 1 });
  const names = ['zh-CN', 'zh-TW'].flatMap((language) =>
    ['csv', 'en', 'jsonl', 'parquet', 'xlsx', 'zh'].map((extension) => `en-US_${language}.${extension}`),
  );
  expect(filesBelow(output)).toEqual(names);
  expect(outputs.length).toBe(names.length);
  expect(readFileSync(join(output, 'en-US_zh-TW.zh'), 'utf8')).toBe('二\n**\n');
  expect(readFileSync(join(output, 'en-US_zh-TW.en'), 'utf8')).toBe('Two 2\n**\n');
});

it('takes the format from a file name, puts several languages into it, and writes the same to a stream', async () => {
  const cwd = tree(files);
  const inputs = [join(cwd, 'in')];
  const file = join(cwd, 'all.parquet');
  await exportCorpus(inputs, { output: file, jobs: 1 });
  const bytes = readFileSync(file);
  const rows = await parquetReadObjects({ file: new Uint8Array(bytes).buffer });
  expect(rows.map(({ trgLang, path }) => `${trgLang} ${path}`)).toEqual(['zh-CN a.md', 'zh-TW b.md', 'zh-TW b.md']);
  const stdout = new PassThrough();
  const written = buffer(stdout);
  await exportCorpus(inputs, { output: '-', formats: ['parquet'], stdout, jobs: 1 });
  stdout.end();
  expect((await written).equals(bytes)).toBe(true);
  const refused = exportCorpus(inputs, { output: '-', formats: ['moses'], jobs: 1 });
  await expect(refused).rejects.toThrow('is several files; name a folder for them.');
});

it('has in the rows what pairs were chosen by', async () => {
  const cwd = tree({
    'a.md': `${header('de-DE')}${pair('1a2b3-101', 'Zeig 3', 'Show 2')} ${pair('1a2b3-102', 'Ja', 'Yes')}`,
  });
  const output = join(cwd, 'found.jsonl');
  await exportCorpus([join(cwd, 'a.md')], { output, jobs: 1, with: ['check/numbers'] });
  expect(rowsOf(output).map(({ id, findings }) => [id, findings])).toEqual([['1a2b3-101', ['check/numbers']]]);
  await exportCorpus([join(cwd, 'a.md')], { output, jobs: 1 });
  expect(rowsOf(output).map(({ findings }) => findings)).toEqual([[], []]);
});

it('leaves an older file whole, and no other, where a packer fails, and says why', async () => {
  const failing = (at: keyof Packer | 'load', error: Error): Exporter => ({
    ...formats.jsonl,
    name: 'failing',
    pack: async () => {
      if (at === 'load') throw error;
      const work = (): Uint8Array[] => [Buffer.from('some')];
      const fail = (): never => {
        throw error;
      };
      return { add: at === 'add' ? fail : work, end: at === 'end' ? fail : work };
    },
  });
  const cwd = tree({ ...files, 'out/en-US_zh-CN.jsonl': 'older' });
  const run = (at: keyof Packer | 'load', error: Error): Promise<unknown> =>
    exportCorpus([join(cwd, 'in')], { formats: [failing(at, error)], output: join(cwd, 'out'), jobs: 1 });
  for (const at of ['load', 'add', 'end'] as const) {
    await expect(run(at, new Error('no'))).rejects.toThrow('The format failing failed: no');
  }
  for (const at of ['add', 'end'] as const) {
    await expect(run(at, new FormatLimitError('There is too much.'))).rejects.toMatchObject({
      kind: 'output',
      message: expect.stringMatching(/en-US_zh-\w+\.jsonl: cannot be written: There is too much\.$/),
    });
  }
  expect(filesBelow(join(cwd, 'out'))).toEqual(['en-US_zh-CN.jsonl']);
  expect(readFileSync(join(cwd, 'out/en-US_zh-CN.jsonl'), 'utf8')).toBe('older');
});

it('replaces an older file', async () => {
  const cwd = tree(files);
  const output = join(cwd, 'all.xlsx');
  writeFileSync(output, 'older');
  await exportCorpus([join(cwd, 'in')], { output, jobs: 1 });
  expect(readFileSync(output).subarray(0, 2).toString()).toBe('PK');
});
