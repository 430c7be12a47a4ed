import { csvLineOf } from '../../../write/rows/csv-line.js';
import type { Formatter } from './format.js';
import { columns, rowsOf } from './table.js';

/** RFC 4180 has no control characters but line breaks. */
const controls = /(?![\t\r\n])\p{Cc}/gu;

/** CSV (RFC 4180), UTF-8 with a byte order mark, without which Excel reads another encoding. */
export function createFormatter(): Formatter {
  return {
    begin: () => `\ufeff${csvLineOf(columns)}`,
    hasStats: false,
    between: '',
    *file(checked) {
      for (const row of rowsOf(checked)) yield csvLineOf(row.map((cell) => cell.replace(controls, '\ufffd')));
    },
    end: () => '',
  };
}
