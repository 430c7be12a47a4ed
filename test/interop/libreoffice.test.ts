import { execFileSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { unzipSync } from 'fflate';
import { describe, expect, it } from 'vitest';
import { sspr, temporaryFolder, tree } from '../support/cli.js';
import { isInstalled } from '../support/clients.js';
import { pair } from '../support/pairs.js';

/** Texts that programs for tables would calculate, take for numbers or dates, or trim. */
const odd = [
  '=1+1',
  '=HYPERLINK("https://example.com";"x")',
  '+1 234',
  '-5',
  '@SUM(A1)',
  '2026-01-02',
  '1/2',
  '007',
  '1e5',
  'TRUE',
  "'quoted",
  'a "b", c;d',
  'zwei  Leer',
  'Tür 目 สวัสดี שלום 😀',
];

/** Each has numbers that differ, so that there is a finding with both texts. */
const article = `---\nms.contentlocale: de-DE\n---\n${odd
  .map((text, index) => pair(`a-${index + 101}`, `${text} 7${index}11`, `${text} 8${index}22`))
  .join('\n\n')}\n`;

interface Cell {
  readonly text: string;
  readonly type: string;
  readonly formula: boolean;
}

/** The cells of the first sheet as the client has them after it opened the file, from OpenDocument. */
function cellsOf(file: string, filter: string): readonly (readonly Cell[])[] {
  const out = temporaryFolder();
  const profile = `-env:UserInstallation=file://${join(out, 'profile')}`;
  const args = [profile, '--headless', ...(filter === '' ? [] : [`--infilter=${filter}`])];
  execFileSync('soffice', [...args, '--convert-to', 'fods', '--outdir', out, file], { stdio: 'pipe' });
  const made = join(out, 'findings.fods');
  expect(existsSync(made)).toBe(true);
  const [, sheet = ''] = /<table:table [^>]*>([\s\S]*?)<\/table:table>/.exec(readFileSync(made, 'utf8')) ?? [];
  const rows = [...sheet.matchAll(/<table:table-row\b[^>]*?(?:\/>|>([\s\S]*?)<\/table:table-row>)/g)];
  return rows.map(([, row = '']) => toCells(row)).filter((row) => row.some(({ text }) => text !== ''));
}

function toCells(row: string): Cell[] {
  const cells = [...row.matchAll(/<table:table-cell\b([^>]*?)(?:\/>|>([\s\S]*?)<\/table:table-cell>)/g)];
  return cells.flatMap(([, attributes = '', content = '']) => {
    const times = Number(/number-columns-repeated="(\d+)"/.exec(attributes)?.[1] ?? 1);
    const cell = {
      text: toText(content),
      type: /office:value-type="([^"]*)"/.exec(attributes)?.[1] ?? '',
      formula: attributes.includes('table:formula='),
    };
    // What follows the last column is empty.
    return Array.from({ length: Math.min(times, 12) }, () => cell);
  });
}

/** The paragraphs of a cell, with the spaces that OpenDocument writes as elements. */
function toText(content: string): string {
  return [...content.matchAll(/<text:p>([\s\S]*?)<\/text:p>/g)]
    .map(([, paragraph = '']) =>
      paragraph
        .replace(/<text:s(?: text:c="(\d+)")?\/>/g, (_, count = '1') => ' '.repeat(Number(count)))
        .replace(/<text:tab\/>/g, '\t')
        .replace(/<[^>]*>/g, '')
        .replace(
          /&(lt|gt|quot|apos|amp);/g,
          (_, name) => ({ lt: '<', gt: '>', quot: '"', apos: "'", amp: '&' })[name as 'lt'],
        ),
    )
    .join('\n');
}

interface Row {
  readonly [column: string]: string | number | undefined;
}

function expectedRows(cwd: string): { readonly header: readonly string[]; readonly rows: readonly Row[] } {
  const { stdout } = sspr(['check', 'in', '--format', 'json'], { cwd });
  const { files } = JSON.parse(stdout) as { files: { path: string; findings: Row[] }[] };
  const rows = files.flatMap(({ path, findings }) => findings.map((found) => ({ path, ...found })));
  const columns = 'path line column severity code message segment side source target issueType mqm';
  return { header: columns.split(' '), rows };
}

/** Asks for the columns as text, in UTF-8, with a comma between them and quotes around them. */
const asText = `CSV:44,34,76,1,${Array.from({ length: 12 }, (_, index) => `${index + 1}/2`).join('/')}`;

describe.runIf(isInstalled('LibreOffice', 'soffice'))('LibreOffice Calc', () => {
  it.each([
    ['xlsx', '', (text: string) => text],
    ['csv', asText, (text: string) => (/^[=+\-@]/.test(text) ? `'${text}` : text)],
  ] as const)('has the texts of all cells of %s, and calculates none', (format, filter, written) => {
    const cwd = tree({ 'in/a.md': article });
    const { header, rows } = expectedRows(cwd);
    expect(rows.length).toBeGreaterThanOrEqual(odd.length);
    const file = `findings.${format}`;
    expect(sspr(['check', 'in', '--format', format, '-o', file], { cwd }).status).toBe(0);
    if (format === 'xlsx') expect(Object.keys(unzipSync(readFileSync(join(cwd, file))))).toContain('xl/workbook.xml');
    const [first = [], ...cells] = cellsOf(join(cwd, file), filter);
    expect(first.slice(0, header.length).map(({ text }) => text)).toEqual(header);
    const found = cells.map((row) => header.map((_, index) => row[index] ?? { text: '', type: '', formula: false }));
    expect(found.map((row) => row.map(({ text }) => text))).toEqual(
      rows.map((row) => header.map((column) => written(String(row[column] ?? '')))),
    );
    expect(found.flat().filter(({ formula }) => formula)).toEqual([]);
    expect(new Set(found.flat().flatMap(({ text, type }) => (text === '' ? [] : [type])))).toEqual(new Set(['string']));
  });
});
