import fc from 'fast-check';
import { parquetMetadata, parquetReadObjects, parquetSchema } from 'hyparquet';
import { describe, expect, it } from 'vitest';
import { entriesToBytes, exportToBytes, exportToString, type PairRow, toExportItem } from '../../../src/index.js';
import { columnNames } from '../../../src/write/rows/columns.js';
import { jsonLineOf } from '../../../src/write/rows/json-line.js';
import { createParquet, type GroupLimits } from '../../../src/write/rows/parquet.js';
import { rowsOfArticle } from '../../../src/write/rows/rows.js';
import { article, entry } from './tables.js';

const bufferOf = (bytes: Uint8Array): ArrayBuffer => new Uint8Array(bytes).buffer;

/** The rows as another reader gives them; days as text. A list that is null is not there in it. */
async function readRows(bytes: Uint8Array): Promise<PairRow[]> {
  const rows = await parquetReadObjects({ file: bufferOf(bytes) });
  const day = (value: unknown): unknown => (value instanceof Date ? value.toISOString().slice(0, 10) : (value ?? null));
  return rows.map((row) => Object.fromEntries(columnNames.map((name) => [name, day(row[name])])) as unknown as PairRow);
}

function pack(pieces: readonly string[], limits?: GroupLimits): Uint8Array {
  const packer = createParquet(limits);
  const chunks = pieces.flatMap((piece) => [...packer.add(Buffer.from(piece))]);
  return Buffer.concat([...chunks, ...packer.end()]);
}

describe('parquet', () => {
  it('has the rows of jsonl', async () => {
    const rows = exportToString([article], 'jsonl')
      .trimEnd()
      .split('\n')
      .map((line) => JSON.parse(line));
    expect(await readRows(await exportToBytes([article], 'parquet'))).toEqual(rows);
    const entries = await readRows(await entriesToBytes([entry], 'parquet'));
    expect(entries.map(({ target, count, findings }) => [target, count, findings])).toEqual([
      ['Auf **Weiter** & `<b>` klicken\\*.', 3, ['check/numbers', 'codes/unmatched']],
      ['Anders', 1, []],
      ['次へ', 1, []],
    ]);
  });

  it('has typed columns, compressed, and says what made it', async () => {
    const metadata = parquetMetadata(bufferOf(await exportToBytes([article], 'parquet')));
    const types = Object.fromEntries(
      parquetSchema(metadata).children.map(({ element: { name, type, converted_type, repetition_type } }) => [
        name,
        [type, converted_type, repetition_type],
      ]),
    );
    expect(Object.keys(types)).toEqual(columnNames);
    expect(types).toMatchObject({
      source: ['BYTE_ARRAY', 'UTF8', 'REQUIRED'],
      path: ['BYTE_ARRAY', 'UTF8', 'OPTIONAL'],
      lastHandoff: ['INT32', 'DATE', 'OPTIONAL'],
      line: ['INT32', undefined, 'OPTIONAL'],
      count: ['INT32', undefined, 'REQUIRED'],
      findings: [undefined, 'LIST', 'REQUIRED'],
      originalData: [undefined, 'LIST', 'OPTIONAL'],
    });
    expect(metadata.created_by).toMatch(/^sspr-tm /);
    expect(metadata.row_groups[0]?.columns.every(({ meta_data }) => meta_data?.codec === 'SNAPPY')).toBe(true);
  });

  it('is a table where there is no row', async () => {
    const bytes = await exportToBytes([], 'parquet');
    expect(parquetMetadata(bufferOf(bytes)).num_rows).toBe(0n);
    expect(await readRows(bytes)).toEqual([]);
  });

  it.each<GroupLimits>([
    { rows: 3, characters: 1e9 },
    { rows: 1e9, characters: 2000 },
  ])('gives groups as they are full, and the same bytes for pieces of any size: %j', async (limits) => {
    const [row] = rowsOfArticle(toExportItem(article, 'a.md'), {});
    const rows = Array.from({ length: 8 }, (_, index) => ({ ...(row as PairRow), id: `${index}`, line: index + 1 }));
    const lines = rows.map(jsonLineOf);
    const bytes = pack(lines, limits);
    expect(pack([lines.slice(0, 5).join(''), lines.slice(5).join('')], limits)).toEqual(bytes);
    expect(await readRows(bytes)).toEqual(rows);
    expect(parquetMetadata(bufferOf(bytes)).row_groups.length).toBeGreaterThan(1);
    const packer = createParquet(limits);
    expect([...packer.add(Buffer.from(lines.slice(0, 4).join('')))].length).toBe(1);
  });

  it('gives any texts back', async () => {
    const text = fc.string({ unit: 'grapheme', maxLength: 60 });
    const [base] = rowsOfArticle(toExportItem(article, 'a.md'), {});
    const row = fc
      .record({
        source: text,
        target: text,
        originalData: fc.option(fc.array(text, { maxLength: 4 })),
        lastHandoff: fc.option(fc.constantFrom('0001-01-01', '1969-12-31', '1970-01-01', '2024-02-29', '9999-12-31')),
        findings: fc.array(text, { maxLength: 3 }),
        line: fc.option(fc.integer({ min: 1, max: 2 ** 31 - 1 })),
      })
      .map((some): PairRow => ({ ...(base as PairRow), ...some }));
    await fc.assert(
      fc.asyncProperty(fc.array(row, { minLength: 1, maxLength: 12 }), async (rows) => {
        expect(await readRows(pack(rows.map(jsonLineOf), { rows: 5, characters: 1e6 }))).toEqual(rows);
      }),
    );
  });
});
