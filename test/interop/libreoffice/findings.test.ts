import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { unzipSync } from 'fflate';
import { describe, expect, it } from 'vitest';
import { sspr, tree } from '../../support/cli.js';
import { isInstalled } from '../../support/clients.js';
import { pair } from '../../support/pairs.js';
import { readTables } from './read-tables.js';

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

describe.runIf(isInstalled('LibreOffice', 'soffice'))('LibreOffice Calc', () => {
  it.each([
    ['xlsx', (text: string) => text],
    ['csv', (text: string) => (/^[=+\-@]/.test(text) ? `'${text}` : text)],
  ] as const)('has the texts of all cells of %s, and calculates none', (format, written) => {
    const cwd = tree({ 'in/a.md': article });
    const { header, rows } = expectedRows(cwd);
    expect(rows.length).toBeGreaterThanOrEqual(odd.length);
    const file = `findings.${format}`;
    expect(sspr(['check', 'in', '--format', format, '-o', file], { cwd }).status).toBe(0);
    if (format === 'xlsx') expect(Object.keys(unzipSync(readFileSync(join(cwd, file))))).toContain('xl/workbook.xml');
    const { findings = [] } = readTables({ findings: join(cwd, file) }, format, header.length);
    const [first = [], ...found] = findings;
    expect(first.map(({ text }) => text)).toEqual(header);
    expect(found.map((row) => row.map(({ text }) => text))).toEqual(
      rows.map((row) => header.map((column) => written(String(row[column] ?? '')))),
    );
    expect(found.flat().filter(({ formula }) => formula)).toEqual([]);
    expect(new Set(found.flat().flatMap(({ text, type }) => (text === '' ? [] : [type])))).toEqual(new Set(['string']));
  });
});
