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

/** The type that DuckDB has for what the schema of JSON Lines says. */
function duckTypeOf({ type, format }: Property): string {
  if (format === 'date') return 'DATE';
  if (type.includes('integer')) return 'INTEGER';
  return type.includes('array') ? 'VARCHAR[]' : 'VARCHAR';
}

interface Compared {
  readonly types: Readonly<Record<string, string>>;
  readonly nullable: readonly string[];
  readonly rows: number;
  readonly differing: readonly unknown[];
  readonly only: readonly [inParquet: number, inLines: number];
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

  describe.runIf(isFetched('DuckDB', 'data'))('DuckDB', () => {
    it('has the columns of the schema in Parquet, and the rows of JSON Lines', () => {
      const made = runs.filter(({ formats }) => formats.includes('parquet')).map(make);
      const files = made.flatMap(({ file }) => [file('.jsonl'), file('.parquet')]);
      const output = execFileSync(python, [script, ...files], {
        encoding: 'utf8',
        maxBuffer: 1 << 28,
        env: { ...process.env, PYTHONPATH: fetchedFolder('data') },
      });
      const columns = Object.entries(schema.properties);
      const expected = made.map(({ run, report }) => ({
        name: run.name,
        types: columns.map(([name, property]) => [name, duckTypeOf(property)]),
        nullable: columns.flatMap(([name, property]) => (isNullable(property) ? [name] : [])),
        rows: run.command === 'memory' ? report.memory.entries : report.pairs.exported,
        differing: [],
        only: [0, 0],
      }));
      const { version, tables } = JSON.parse(output) as { version: string; tables: Compared[] };
      expect(readFileSync(join(root, 'docs/interop.md'), 'utf8')).toContain(`DuckDB ${version} `);
      const found = tables.map((compared, index) => ({
        name: made[index]?.run.name,
        ...compared,
        types: Object.entries(compared.types),
      }));
      expect(found).toEqual(expected);
    });
  });
}
