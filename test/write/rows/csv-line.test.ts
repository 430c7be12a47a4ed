import { parse } from 'csv-parse/sync';
import fc from 'fast-check';
import { expect, it } from 'vitest';
import { csvLineOf } from '../../../src/write/rows/csv-line.js';

/** What takes the apostrophes off again. */
const original = (cell: string): string => (/^'+(?:[\t\r\n]|\s*[=+\-@＝＋－＠])/.test(cell) ? cell.slice(1) : cell);

it.each([
  ['=1+1', "'=1+1"],
  ['+1', "'+1"],
  ['-1', "'-1"],
  ['@SUM(A1)', "'@SUM(A1)"],
  ['＝1', "'＝1"],
  ['－1', "'－1"],
  ['\t=1', "'\t=1"],
  ["'=1", "''=1"],
  [' =1', "' =1"],
  ["'\u3000＝1", "''\u3000＝1"],
  ["'tis", "'tis"],
  ['1-1', '1-1'],
  ['', ''],
])('writes %j as %j', (cell, written) => expect(csvLineOf([cell])).toBe(`${written}\r\n`));

it('quotes what has a comma, a quote or a line break', () =>
  expect(csvLineOf(['a,b', 'c "d"', 'e\nf', '\r=1', 'g h'])).toBe(`"a,b","c ""d""","e\nf","'\r=1",g h\r\n`));

const cell = fc.oneof(
  fc.string({ unit: 'grapheme' }),
  fc.string({ unit: fc.constantFrom("'", '=', '-', '＝', '"', ',', '\r', '\n', '\t', 'a', ' ', '日') }),
);

it('is read back by another library, every cell', () => {
  const rows = fc.array(fc.array(cell, { minLength: 2, maxLength: 6 }), { minLength: 1, maxLength: 8 });
  fc.assert(
    fc.property(rows, (written) => {
      const text = `\ufeff${written.map(csvLineOf).join('')}`;
      const read: string[][] = parse(text, { bom: true, relax_column_count: true, record_delimiter: '\r\n' });
      expect(read.map((row) => row.map(original))).toEqual(written);
      expect(read.flat().filter((each) => /^(?:[\t\r\n]|\s*[=+\-@＝＋－＠])/.test(each))).toEqual([]);
    }),
  );
});
