import { parse } from 'csv-parse/sync';
import { expect, it } from 'vitest';
import {
  type Exporter,
  entriesToBytes,
  entriesToString,
  exportToBytes,
  exportToString,
  FormatLimitError,
  type Packer,
} from '../../../src/index.js';
import { cellNames } from '../../../src/write/rows/cells.js';
import { articleOf, pair } from '../../support/pairs.js';
import { readXlsx } from '../../support/xlsx.js';
import { article, entry } from '../rows/tables.js';

const rowsOfCsv = (text: string): Record<string, string>[] => parse(text, { bom: true, columns: true });

it('csv has a mark, a header, texts as they are, lists, and a link to the place', () => {
  const text = exportToString([article], 'csv');
  expect(text.startsWith(`\ufeff${cellNames.join(',')}\r\n`)).toBe(true);
  const [, second, third] = rowsOfCsv(text);
  expect(second).toMatchObject({
    source: 'Click **Next** & `<b>`\\*.',
    originalData: '["**","`<b>`"]',
    id: '1a2b3-102',
    line: '12',
    link: 'docs/a%20b/%C3%BC%23.md#L12',
    commit: '',
  });
  expect([third?.['source'], third?.['target']]).toEqual([
    '\'+"one",\ntwo\u0085 <b>x *y</b> z*',
    "'=1+1\u2028<b>x *y</b> z*",
  ]);
  expect(rowsOfCsv(entriesToString([entry], 'csv'))[0]).toMatchObject({
    findings: 'check/numbers codes/unmatched',
    link: 'a.md#L7',
    replacedTarget: 'Alt',
  });
  expect(rowsOfCsv(entriesToString([entry], 'csv'))[1]?.['link']).toBe('');
});

it('xlsx has the cells of csv, without apostrophes', async () => {
  const [head, ...cells] = readXlsx([await exportToBytes([article], 'xlsx')])[0] ?? [];
  expect(head).toEqual(cellNames);
  const rows = rowsOfCsv(exportToString([article], 'csv'));
  const plain = (cell: string): string => cell.replace(/^'(?=[=+])/, '');
  expect(cells).toEqual(rows.map((row) => Object.values(row).map(plain)));
  expect(cells[2]?.[1]).toMatch(/^=1\+1/);
});

it('formats of bytes are no string, and formats of text are the same as bytes', async () => {
  for (const format of ['xlsx', 'parquet'] as const) {
    expect(() => exportToString([article], format)).toThrow('is no text; take exportToBytes, or write it to a file.');
    expect(() => entriesToString([entry], format)).toThrow('is no text; take exportToBytes');
  }
  for (const format of ['tmx', 'xliff', 'xliff1.2', 'csv', 'jsonl', 'moses'] as const) {
    expect(Buffer.from(await exportToBytes([article], format)).toString()).toBe(exportToString([article], format));
  }
  expect(Buffer.from(await entriesToBytes([entry], 'tmx')).toString()).toBe(entriesToString([entry], 'tmx'));
  expect(await exportToBytes([], 'xliff')).toEqual(new Uint8Array());
});

it('an exporter of your own may pack its chunks, and has to be prepared', async () => {
  let isReady = false;
  const own = (packer: Packer): Exporter => ({
    name: 'own',
    title: 'Own',
    extension: '.own',
    scope: 'language',
    begin: () => 'b',
    article: () => [new Uint8Array([0x61]), 'ä'],
    end: () => 'e',
    pack: async () => packer,
    prepare: async () => {
      isReady = true;
    },
  });
  const seen: number[] = [];
  const packer: Packer = {
    add(chunks) {
      for (const byte of chunks) seen.push(byte);
      return [];
    },
    end: () => [new Uint8Array(seen)],
  };
  expect(Buffer.from(await exportToBytes([article], own(packer))).toString()).toBe('baäe');
  expect(isReady).toBe(true);
  const failing = (error: Error): Packer => ({
    add: () => {
      throw error;
    },
    end: () => [],
  });
  await expect(exportToBytes([article], own(failing(new Error('no'))))).rejects.toThrow('The format own failed: no');
  const limit = new FormatLimitError('There is too much.');
  await expect(exportToBytes([article], own(failing(limit)))).rejects.toBe(limit);
  expect(() => exportToString([article], { ...own(packer), pack: 1 } as never)).toThrow('function pack');
});

it('rows of several languages stand in one document', () => {
  const other = articleOf(`---\nms.contentlocale: ja-JP\n---\n${pair('a-1', 'はい', 'Yes')}`);
  expect(rowsOfCsv(exportToString([article, other], 'csv')).map(({ trgLang }) => trgLang)).toEqual([
    'de-DE',
    'de-DE',
    'de-DE',
    'ja-JP',
  ]);
});
