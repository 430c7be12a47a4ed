import { execFileSync } from 'node:child_process';
import { copyFileSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { temporaryFolder } from '../../support/cli.js';

/** A cell as the client has it. */
export interface Cell {
  readonly text: string;
  readonly type: string;
  readonly formula: boolean;
}

const none: Cell = { text: '', type: '', formula: false };

/** Of CSV: asks for columns as text, in UTF-8, with a comma between them and quotes around them. */
function asText(columns: number): string {
  const list = Array.from({ length: columns }, (_, index) => `${index + 1}/2`);
  return `--infilter=CSV:44,34,76,1,${list.join('/')}`;
}

/**
 * The rows of the first sheets, as LibreOffice Calc has them after it opened the files, from OpenDocument: each has as many
 * cells as `columns` says. `files`: paths by names that have nothing else in common.
 */
export function readTables(
  files: Readonly<Record<string, string>>,
  format: 'xlsx' | 'csv',
  columns: number,
): Record<string, readonly (readonly Cell[])[]> {
  const folder = temporaryFolder();
  const names = Object.keys(files);
  for (const [name, path] of Object.entries(files)) copyFileSync(path, join(folder, `${name}.${format}`));
  const args = [`-env:UserInstallation=file://${join(folder, 'profile')}`, '--headless'];
  if (format === 'csv') args.push(asText(columns));
  args.push('--convert-to', 'fods', '--outdir', folder);
  execFileSync('soffice', [...args, ...names.map((name) => join(folder, `${name}.${format}`))], { stdio: 'pipe' });
  return Object.fromEntries(
    names.map((name) => [name, rowsOf(readFileSync(join(folder, `${name}.fods`), 'utf8'), columns)]),
  );
}

function rowsOf(document: string, columns: number): readonly (readonly Cell[])[] {
  const [, sheet = ''] = /<table:table [^>]*>([\s\S]*?)<\/table:table>/.exec(document) ?? [];
  const rows = [...sheet.matchAll(/<table:table-row\b[^>]*?(?:\/>|>([\s\S]*?)<\/table:table-row>)/g)];
  return rows.map(([, row = '']) => toCells(row, columns)).filter((row) => row.some(({ text }) => text !== ''));
}

function toCells(row: string, columns: number): Cell[] {
  const found = [...row.matchAll(/<table:table-cell\b([^>]*?)(?:\/>|>([\s\S]*?)<\/table:table-cell>)/g)];
  const cells = found.flatMap(([, attributes = '', content = '']) => {
    const times = Number(/number-columns-repeated="(\d+)"/.exec(attributes)?.[1] ?? 1);
    const cell = {
      text: toText(content),
      type: /office:value-type="([^"]*)"/.exec(attributes)?.[1] ?? '',
      formula: attributes.includes('table:formula='),
    };
    // What follows the last column is empty.
    return Array.from({ length: Math.min(times, columns) }, () => cell);
  });
  if (cells.slice(columns).some(({ text }) => text !== '')) throw new Error(`There are more than ${columns} columns.`);
  return Array.from({ length: columns }, (_, index) => cells[index] ?? none);
}

/** The paragraphs of a cell, with the spaces that OpenDocument writes as elements. */
function toText(content: string): string {
  return [...content.matchAll(/<text:p(?:\/>|>([\s\S]*?)<\/text:p>)/g)]
    .map(([, paragraph = '']) =>
      paragraph
        .replace(/<text:s(?: text:c="(\d+)")?\/>/g, (_, count = '1') => ' '.repeat(Number(count)))
        .replace(/<text:tab\/>/g, '\t')
        .replace(/<[^>]*>/g, '')
        .replace(/&(?:(lt|gt|quot|apos|amp)|#(x?)([0-9a-fA-F]+));/g, (_, name, hex, number) =>
          name === undefined
            ? String.fromCodePoint(Number.parseInt(number, hex === '' ? 10 : 16))
            : { lt: '<', gt: '>', quot: '"', apos: "'", amp: '&' }[name as 'lt'],
        ),
    )
    .join('\n');
}
