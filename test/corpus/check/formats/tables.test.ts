import { describe, expect, it } from 'vitest';
import type { FileFinding } from '../../../../src/corpus/check/file-finding.js';
import type { Formatter } from '../../../../src/corpus/check/formats/format.js';
import { checkFormatOf } from '../../../../src/corpus/check/formats/list.js';
import { createWorkbook, type SheetLimits } from '../../../../src/write/rows/workbook.js';
import { readXlsx } from '../../../support/xlsx.js';

const options = { colours: false, toFile: true, quiet: false, lenient: false };
const summary = { files: 1, excluded: 0, ignored: 0, codes: {}, stats: { languages: {} } };

const formatter = async (name: string): Promise<Formatter> =>
  (await checkFormatOf(name).load()).createFormatter(options);

function finding(source: string, target: string, more: Partial<FileFinding> = {}): FileFinding {
  return {
    code: 'check/numbers',
    severity: 'warning',
    message: 'Numbers differ.',
    offset: 7,
    end: 9,
    line: 3,
    column: 4,
    segment: '1a2b3-102',
    side: 'target',
    source,
    target,
    ...more,
  };
}

const header = 'path line column severity code message segment side source target issueType mqm'.split(' ');

/** RFC 4180, letter by letter. */
function readCsv(text: string): string[][] {
  const rows: string[][] = [];
  for (const record of text.matchAll(/((?:"(?:[^"]|"")*"|[^",\r\n]*)(?:,(?:"(?:[^"]|"")*"|[^",\r\n]*))*)\r\n/gy)) {
    const cells = (record[1] ?? '').match(/"(?:[^"]|"")*"|[^",]+|(?<=^|,)(?=,|$)/g) ?? [];
    rows.push(cells.map((cell) => (cell.startsWith('"') ? cell.slice(1, -1).replaceAll('""', '"') : cell)));
  }
  return rows;
}

describe('csv', () => {
  const csvOf = async (findings: readonly FileFinding[]): Promise<string> => {
    const { begin, file, end } = await formatter('csv');
    return begin() + [...file({ path: 'a/b.md', namedPath: 'x/a/b.md', findings })].join('') + end(summary);
  };

  it('has a byte order mark, a row of names, and both texts as they are', async () => {
    const text = await csvOf([finding('One, "two"\nthree', 'Eins;\r\nzwei'), finding('日本語', '')]);
    expect(text.startsWith('\ufeffpath,')).toBe(true);
    expect(readCsv(text.slice(1))).toEqual([
      header,
      [
        'a/b.md',
        '3',
        '4',
        'warning',
        'check/numbers',
        'Numbers differ.',
        '1a2b3-102',
        'target',
        'One, "two"\nthree',
        'Eins;\r\nzwei',
        'numbers',
        'number',
      ],
      [
        'a/b.md',
        '3',
        '4',
        'warning',
        'check/numbers',
        'Numbers differ.',
        '1a2b3-102',
        'target',
        '日本語',
        '',
        'numbers',
        'number',
      ],
    ]);
  });

  it.each(['=1+1', '+1', '-1', '@SUM(A1)', '\t=1', '\r=1', '\n=1', '  =1', '\u3000\uff1d1', ' \n @x', '\uff0b1'])(
    'has no cell that begins like a formula: %j',
    async (text) => {
      const [, row = []] = readCsv((await csvOf([finding(text, text, { segment: text })])).slice(1));
      expect([row[6], row[8], row[9]]).toEqual([`'${text}`, `'${text}`, `'${text}`]);
    },
  );

  it('has no control character, and no half of a character', async () => {
    const text = await csvOf([finding('a\u0000b\u001b[31m', 'c\u009bd\ud800')]);
    const [, row = []] = readCsv(text.slice(1));
    expect([row[8], row[9]]).toEqual(['a\ufffdb\ufffd[31m', 'c\ufffdd\ufffd']);
  });

  it('has findings without a pair, and those of many rows', async () => {
    const rows = readCsv((await csvOf(Array.from({ length: 1201 }, (_, at) => finding('a', `b${at}`)))).slice(1));
    expect(rows.length).toBe(1202);
    expect(rows.at(-1)?.[9]).toBe('b1200');
  });
});

describe('xlsx', () => {
  const xlsxOf = async (findings: readonly FileFinding[]): Promise<string[][][]> => {
    const { file, container } = await formatter('xlsx');
    const book = container?.();
    const text = Buffer.from([...file({ path: 'a.md', namedPath: 'a.md', findings })].join(''));
    return readXlsx([...(book?.add(text) ?? []), ...(book?.end() ?? [])]);
  };

  it('has text cells only, whatever they begin with', async () => {
    const [rows = []] = await xlsxOf([finding('=1+1', '<b> & "x"\n\tnext'), finding('', 'ok')]);
    expect(rows[0]).toEqual(header);
    expect(rows[1]?.slice(8, 10)).toEqual(['=1+1', '<b> & "x"\n\tnext']);
    expect(rows[2]?.slice(8, 10)).toEqual(['', 'ok']);
  });

  it('writes characters that XML does not allow as the format does, and what looks so', async () => {
    const [rows = []] = await xlsxOf([finding('a\u0007b\rc\uffff', '_x0007_ _x')]);
    expect(rows[1]?.slice(8, 10)).toEqual(['a_x0007_b_x000D_c_xFFFF_', '_x005F_x0007_ _x']);
  });

  it('says of a text that no cell can hold how much is left out', async () => {
    const [rows = []] = await xlsxOf([finding('x'.repeat(40_000), 'y'.repeat(32_767))]);
    const [source = '', target = ''] = rows[1]?.slice(8, 10) ?? [];
    expect(source.length).toBeLessThanOrEqual(32_767);
    expect(source).toMatch(/^x{32667}… \(7333 more characters\)$/);
    expect(target).toBe('y'.repeat(32_767));
  });

  it('is a workbook where nothing is found', async () => {
    expect(await xlsxOf([])).toEqual([[header]]);
  });

  it.each<SheetLimits>([
    { rows: 4, bytes: 1e9 },
    { rows: 1e6, bytes: 50 },
  ])('goes on in a further sheet where one is full: %j', (limits) => {
    const row = (text: string): string =>
      `<row><c t="inlineStr"><is><t xml:space="preserve">${text}</t></is></c></row>\n`;
    const book = createWorkbook(row('head'), { name: 'Sheet', widths: [[1, 10]] }, limits);
    const pieces = [
      ...book.add(Buffer.from(['a', 'b', 'c', 'd'].map(row).join(''))),
      ...book.add(Buffer.from(row('e'))),
    ];
    const sheets = readXlsx([...pieces, ...book.end()]).map((rows) => rows.flat());
    expect(sheets.length).toBeGreaterThan(1);
    expect(sheets.every(([first]) => first === 'head')).toBe(true);
    expect(sheets.flatMap(([, ...rest]) => rest)).toEqual(['a', 'b', 'c', 'd', 'e']);
    if (limits.rows === 4) expect(sheets.map(({ length }) => length)).toEqual([4, 3]);
  });
});
