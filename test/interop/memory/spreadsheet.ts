import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { exportToBytes, exportToString, type PairRow } from '../../../src/index.js';
import { temporaryFolder } from '../../support/cli.js';
import { isInstalled } from '../../support/clients.js';
import { rowsIn } from '../../support/memory-rows.js';
import { articleOf, pair } from '../../support/pairs.js';
import { type Cell, readTables } from '../libreoffice/read-tables.js';
import { hostileTexts } from './hostile.js';
import type { Made } from './runner.js';
import type { Run } from './runs.js';

type Row = Readonly<Record<string, unknown>>;

/** The cells that a row of JSON Lines has as a table for people: a link stands after the id. */
function cellsOf(row: Row): [name: string, text: string][] {
  return Object.entries(row).flatMap(([name, value]): [string, string][] => {
    const cell: [string, string] = [name, textOf(name, value)];
    return name === 'id' ? [cell, ['link', linkOf(row)]] : [cell];
  });
}

function textOf(name: string, value: unknown): string {
  if (value === null) return '';
  if (!Array.isArray(value)) return String(value);
  return name === 'originalData' && value.length > 0 ? JSON.stringify(value) : value.join(' ');
}

function linkOf({ path, line }: Row): string {
  if (typeof path !== 'string') return '';
  const address = path.split('/').map(encodeURIComponent).join('/');
  return line === null ? address : `${address}#L${line}`;
}

/** What a cell of a spreadsheet can hold: as many characters as ours has, if there are more. */
function shortened(text: string): string {
  if (text.length <= 32_767) return text;
  const kept = text.slice(0, 32_667).toWellFormed();
  return `${kept}… (${text.length - kept.length} more characters)`;
}

/** Of a line end, Calc keeps that it is one. */
function lineEnds(text: string): string {
  return text.replace(/\r\n?/g, '\n');
}

/** With the apostrophe of CSV that keeps programs from calculating. */
function protectedText(text: string): string {
  return /^'*(?:[\t\r\n]|\s*[=+\-@＝＋－＠])/.test(text) ? `'${text}` : text;
}

const writtenBy = { xlsx: shortened, csv: protectedText } as const;

/** Cells that are not as they should be; of long texts, where they differ. */
function differences(found: readonly (readonly Cell[])[], expected: readonly (readonly string[])[]): unknown[] {
  return expected.flatMap((cells, row) =>
    cells.flatMap((text, column) => {
      const other = lineEnds(found[row]?.[column]?.text ?? '');
      if (other === lineEnds(text)) return [];
      let same = 0;
      while (other[same] === text[same]) same++;
      const near = [text, other].map((side) => side.slice(Math.max(0, same - 10), same + 40));
      return [JSON.stringify([row, column, same, near, text.length, other.length])];
    }),
  );
}

export function describeSpreadsheets(runs: readonly Run[], make: (run: Run) => Made): void {
  describe.runIf(isInstalled('LibreOffice', 'soffice'))('LibreOffice Calc', () => {
    it.each(['xlsx', 'csv'] as const)('has the texts of all cells of %s, and calculates none', async (format) => {
      const made = runs.filter(({ formats }) => formats.includes(format)).map(make);
      const files = Object.fromEntries(made.map(({ run, file }) => [run.name, file(`.${format}`)]));
      const expected = Object.fromEntries(made.map(({ run, file }) => [run.name, rowsIn(file('.jsonl'))]));
      // Halves of surrogate pairs, and NUL: no file has them, and so only the library can get them.
      const texts = [...hostileTexts, 'a\u0000b', '\u0000=1+1', '\ud83d=1+1'];
      const body = texts.map((text, index) => pair(`a1b2c-${101 + index}`, text, `x ${text}`)).join('\n\n');
      const article = articleOf(`---\nms.contentlocale: de-DE\n---\n\n${body}\n`, '=a\ud83d.md');
      const folder = temporaryFolder();
      mkdirSync(join(folder, 'in'));
      files['library'] = join(folder, 'in', `library.${format}`);
      writeFileSync(files['library'], await exportToBytes([article], format));
      const lines = exportToString([article], 'jsonl').split('\n').slice(0, -1);
      expected['library'] = lines.map((line) => JSON.parse(line) as Row & PairRow);

      const tables = readTables(files, format, 26);
      for (const [name, rows] of Object.entries(expected)) {
        const [head = [], ...found] = tables[name] ?? [];
        expect(head.map(({ text }) => text)).toEqual(cellsOf(rows[0] ?? {}).map(([column]) => column));
        expect([name, found.length]).toEqual([name, rows.length]);
        expect([
          name,
          differences(
            found,
            rows.map((row) => cellsOf(row).map(([, text]) => writtenBy[format](text))),
          ),
        ]).toEqual([name, []]);
        expect(found.flat().filter(({ formula }) => formula)).toEqual([]);
        expect(new Set(found.flat().map(({ text, type }) => (text === '' ? 'string' : type)))).toEqual(
          new Set(['string']),
        );
      }
    });
  });
}
