import { type Options, stringify } from 'csv-stringify/sync';
import type { Formatter } from './format.js';
import { columns, rowsOf } from './table.js';

/** Rows that are written at once. */
const rowsAtOnce = 500;

const settings: Options = {
  record_delimiter: 'windows',
  // Excel and others take what begins so for a formula: an apostrophe stands before it.
  escape_formulas: true,
  quoted_match: /[\r\n]/,
};

/** RFC 4180 has no control characters but line breaks. */
const controls = /(?![\t\r\n])\p{Cc}/gu;

/** What begins so after white space: some programs pass over that. */
const late = /^\s+(?=[=+\-@\uff1d\uff0b\uff0d\uff20])/u;

/** A cell that every program shows, and none calculates. */
function cellOf(text: string): string {
  const shown = text.replace(controls, '\ufffd');
  return late.test(shown) ? `'${shown}` : shown;
}

/** CSV (RFC 4180), UTF-8 with a byte order mark, without which Excel reads another encoding. */
export function createFormatter(): Formatter {
  return {
    begin: () => `\ufeff${stringify([columns], settings)}`,
    hasStats: false,
    between: '',
    *file(checked) {
      let rows: string[][] = [];
      for (const row of rowsOf(checked)) {
        if (rows.push(row.map(cellOf)) < rowsAtOnce) continue;
        yield stringify(rows, settings);
        rows = [];
      }
      if (rows.length > 0) yield stringify(rows, settings);
    },
    end: () => '',
  };
}
