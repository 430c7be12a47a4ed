import { strFromU8 } from 'fflate';
import { ByteWriter } from 'hyparquet-writer/src/bytewriter.js';
import { ParquetWriter } from 'hyparquet-writer/src/parquet-writer.js';
import { version } from '../../version.js';
import type { Packer } from '../exporter.js';
import { type Column, type ColumnType, columnNames, columns } from './columns.js';
import type { PairRow } from './row.js';

/** Rows of a group, and characters of their JSON: what is in memory at once. */
export interface GroupLimits {
  readonly rows: number;
  readonly characters: number;
}

const usualLimits: GroupLimits = { rows: 100_000, characters: 1 << 26 };

type SchemaElement = ConstructorParameters<typeof ParquetWriter>[0]['schema'][number];
type Value = PairRow[keyof PairRow];

const millisecondsOfDay = 86_400_000;
const mostInt32 = 2 ** 31 - 1;

/** A Parquet file of rows that come as lines of JSON; a group of them is in memory at a time. */
export function createParquet(limits: GroupLimits = usualLimits): Packer {
  const writer = new ByteWriter();
  const file = new ParquetWriter({ writer, schema: schema(), codec: 'SNAPPY', createdBy: `sspr-tm ${version}` });
  let values: Value[][] = columnNames.map(() => []);
  let rows = 0;
  let characters = 0;
  const take = (): Uint8Array[] => {
    const bytes = writer.getBytes().slice();
    writer.index = 0;
    return bytes.length === 0 ? [] : [bytes];
  };
  const endGroup = (): void => {
    if (rows === 0) return;
    const group = values;
    values = columnNames.map(() => []);
    const columnData = columnNames.map((name, index) => ({
      name,
      // Asked for in the order of the columns: those before it are written, and need no memory any longer.
      get data() {
        if (index > 1) group[index - 1] = [];
        return group[index] ?? [];
      },
    }));
    // Asynchronous only where its writer is.
    void file.write({ columnData, rowGroupSize: rows });
    rows = 0;
    characters = 0;
  };
  const addRow = (line: string): void => {
    const row = JSON.parse(line) as PairRow;
    for (let index = 0; index < columnNames.length; index++) {
      const name = columnNames[index] as keyof PairRow;
      const column = values[index] as Value[];
      const value = parquetValueOf(columns[name].type, row[name]);
      // Rows of an article have much in common, and that is in memory once.
      const last = column[column.length - 1];
      column.push(value === last ? (last as Value) : value);
    }
    rows++;
    characters += line.length;
    if (rows >= limits.rows || characters >= limits.characters) endGroup();
  };
  return {
    add(lines) {
      const text = strFromU8(lines);
      for (let start = 0; start < text.length; ) {
        const end = text.indexOf('\n', start);
        addRow(text.slice(start, end));
        start = end + 1;
      }
      return take();
    },
    end() {
      endGroup();
      void file.finish();
      return take();
    },
  };
}

function parquetValueOf(type: ColumnType, value: Value): Value {
  if (type === 'day' && typeof value === 'string') return Math.floor(Date.parse(value) / millisecondsOfDay);
  return typeof value === 'number' ? Math.min(value, mostInt32) : value;
}

function schema(): SchemaElement[] {
  const elements: SchemaElement[] = [{ name: 'root', num_children: columnNames.length }];
  for (const name of columnNames) for (const element of elementsOf(name, columns[name])) elements.push(element);
  return elements;
}

/** A list has a group around its elements (Parquet, "Logical types", "Lists"). */
function elementsOf(name: string, { type, isNullable }: Column): SchemaElement[] {
  const repetition_type = isNullable ? 'OPTIONAL' : 'REQUIRED';
  if (type === 'number') return [{ name, type: 'INT32', repetition_type }];
  if (type === 'day') return [{ name, type: 'INT32', converted_type: 'DATE', repetition_type }];
  const text = { type: 'BYTE_ARRAY', converted_type: 'UTF8' } as const;
  if (type !== 'texts') return [{ name, ...text, repetition_type }];
  return [
    { name, converted_type: 'LIST', num_children: 1, repetition_type },
    { name: 'list', num_children: 1, repetition_type: 'REPEATED' },
    { name: 'element', ...text, repetition_type: 'REQUIRED' },
  ];
}
