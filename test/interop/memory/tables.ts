import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { Ajv } from 'ajv';
import addFormats from 'ajv-formats';
import { describe, expect, it } from 'vitest';
import { fetchedFolder, isFetched } from '../../support/clients.js';
import { rowsIn } from '../../support/memory-rows.js';
import { root } from '../../vitest.config.js';
import { hostileTexts } from './hostile.js';
import type { Made } from './runner.js';
import type { Run } from './runs.js';

interface Property {
  readonly type: string | readonly string[];
  readonly format?: string;
}

const schema = JSON.parse(readFileSync(join(root, 'schema/row.schema.json'), 'utf8')) as {
  readonly required: readonly string[];
  readonly properties: Readonly<Record<string, Property>>;
};
const ajv = addFormats.default(new Ajv({ strict: true, allErrors: true }));
const isRow = ajv.compile(schema);
const isNullable = ({ type }: Property): boolean => type.includes('null');

const kindOf = ({ type, format }: Property): 'date' | 'number' | 'list' | 'text' => {
  if (format === 'date') return 'date';
  if (type.includes('integer')) return 'number';
  return type.includes('array') ? 'list' : 'text';
};

/** What each tool calls the type of a column of Parquet, by what the schema of JSON Lines says of it. */
const typesOf: Readonly<Record<string, Readonly<Record<ReturnType<typeof kindOf>, string>>>> = {
  DuckDB: { text: 'VARCHAR', date: 'DATE', number: 'INTEGER', list: 'VARCHAR[]' },
  PyArrow: { text: 'string', date: 'date32[day]', number: 'int32', list: 'list<element: string not null>' },
  pandas: {
    text: 'string[pyarrow]',
    date: 'date32[day][pyarrow]',
    number: 'int32[pyarrow]',
    list: 'list<element: string not null>[pyarrow]',
  },
  datasets: {
    text: "Value('string')",
    date: "Value('date32')",
    number: "Value('int32')",
    list: "List(Value('string'))",
  },
};

/** What a tool made of a table. */
interface Compared {
  readonly types: Readonly<Record<string, string>>;
  readonly parquet: { readonly rows: number; readonly differing: readonly unknown[] };
  readonly jsonl: { readonly rows: number; readonly differing: readonly unknown[] };
}

interface Comparison {
  readonly versions: Readonly<Record<string, string>>;
  readonly tables: readonly {
    readonly nullable: readonly string[];
    readonly tools: Readonly<Record<string, Compared>>;
  }[];
}

const python = '/usr/bin/python3';
const script = join(import.meta.dirname, 'compare-rows.py');

/** Whatever some reader takes for the end of a line: those of `splitlines` of Python, tabs besides. */
// biome-ignore lint/suspicious/noControlCharactersInRegex: these are the characters that it is about.
const lineBreak = /[\t\r\v\f\u001c-\u001e\u0085\u2028\u2029]/;

function linesOf(file: string): string[] {
  const text = readFileSync(file, 'utf8');
  expect(text.at(-1)).toBe('\n');
  return text.slice(0, -1).split('\n');
}

/** What holds of the rows of all runs, in JSON Lines, Moses and Parquet. */
export function describeTables(runs: readonly Run[], make: (run: Run) => Made): void {
  describe('JSON Lines', () => {
    it.each(runs)('has rows that are valid by the schema: $name', (run) => {
      const { report, file } = make(run);
      const rows = rowsIn(file('.jsonl'));
      expect(rows).toHaveLength(run.command === 'memory' ? report.memory.entries : report.pairs.exported);
      expect(rows.length).toBeGreaterThan(0);
      const wrong = rows.flatMap((row) => (isRow(row) ? [] : [[row, isRow.errors]]));
      expect(wrong).toEqual([]);
      for (const row of rows) expect(Object.keys(row).join()).toBe(schema.required.join());
    });

    it('has the texts of the articles, but for what no document holds', () => {
      // biome-ignore lint/suspicious/noControlCharactersInRegex: these are the characters that it is about.
      const none = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]/g;
      const wanted = hostileTexts.map((text) =>
        text
          .toWellFormed()
          .replace(none, '')
          .replace(/^\s+|\s+$/g, ''),
      );
      for (const run of runs.filter(({ name }) => name.startsWith('odd'))) {
        const texts = new Set(rowsIn(make(run).file('.jsonl')).map(({ source }) => String(source).trim()));
        expect([run.name, wanted.filter((text) => !texts.has(text))]).toEqual([run.name, []]);
      }
    });
  });

  describe('Moses', () => {
    it.each(runs.filter(({ formats }) => formats.includes('moses')))(
      'has a line for each side of a row: $name',
      (run) => {
        const { files, file } = make(run);
        const rows = rowsIn(file('.jsonl'));
        const other = files.find((path) => /\.(?:de|ja)$/.test(path)) ?? '';
        for (const [side, lines] of [
          ['source', linesOf(file('.en'))],
          ['target', linesOf(other)],
        ] as const) {
          expect(lines).toHaveLength(rows.length);
          expect(lines.filter((line) => line.trim() === '' || lineBreak.test(line))).toEqual([]);
          // White space apart, it is the text.
          const bare = (text: unknown): string =>
            String(text)
              .replace(/[\s\u0085]+/g, ' ')
              .trim();
          expect(lines.map(bare)).toEqual(rows.map((row) => bare(row[side])));
        }
      },
    );
  });

  describe.runIf(isFetched('DuckDB, PyArrow, pandas and datasets', 'data'))(
    'DuckDB, PyArrow, pandas and datasets',
    () => {
      it('have the columns of the schema in Parquet, and the rows of JSON Lines in both', () => {
        const made = runs.filter(({ formats }) => formats.includes('parquet')).map(make);
        const files = made.flatMap(({ file }) => [file('.jsonl'), file('.parquet')]);
        const output = execFileSync(python, [script, ...files], {
          encoding: 'utf8',
          maxBuffer: 1 << 28,
          env: { ...process.env, PYTHONPATH: fetchedFolder('data') },
        });
        const { versions, tables } = JSON.parse(output) as Comparison;
        const columns = Object.entries(schema.properties);
        const expected = made.map(({ run, report }) => {
          const rows = run.command === 'memory' ? report.memory.entries : report.pairs.exported;
          const read = { rows, differing: [] };
          const tools = Object.entries(typesOf).map(([tool, types]) => [
            tool,
            columns.map(([name, property]) => [name, types[kindOf(property)]]),
            read,
            read,
          ]);
          return [run.name, columns.flatMap(([name, property]) => (isNullable(property) ? [name] : [])), tools];
        });
        const found = tables.map(({ nullable, tools }, index) => [
          made[index]?.run.name,
          nullable,
          Object.entries(tools).map(([tool, { types, parquet, jsonl }]) => [
            tool,
            Object.entries(types),
            parquet,
            jsonl,
          ]),
        ]);
        expect(found).toEqual(expected);
        const page = readFileSync(join(root, 'docs/interop.md'), 'utf8');
        for (const [tool, version] of Object.entries(versions)) expect(page).toContain(`${tool} ${version}`);
      }, 600_000);
    },
  );
}
