import type Papa from 'papaparse';

/** What reads rows: `papaparse`, which is loaded where there is a table only. */
export type TableParser = Pick<typeof Papa, 'parse'>;

/** A row of a table, with its place. */
export interface TableRow {
  readonly cells: readonly string[];
  /** 0-based UTF-16 code units of the text, `end` exclusive. */
  readonly start: number;
  readonly end: number;
}

/** The rows of a table, its delimiter between the cells; and whether the last quote is never closed. */
export interface Table {
  readonly rows: readonly TableRow[];
  readonly isOpen: boolean;
}

/** White space of a row that is looked at: more is left out, because the parser looks at all of it again for each quote. */
const longRun = /[^\S\r\n]{1000,}/g;

/**
 * Reads CSV (RFC 4180), or the same with other delimiters. `hasQuotes`: cells may stand in quotes; else a quote is a
 * character like any other. A CRLF in a cell is read as a space and LF, so that places stay as they are.
 */
export function readRows(text: string, delimiter: string, parser: TableParser, hasQuotes: boolean): Table {
  const rows: TableRow[] = [];
  let isOpen = false;
  let start = 0;
  parser.parse(
    text
      .replace(longRun, (run) => run.slice(0, 1000))
      .replaceAll('\r\n', ' \n')
      .replaceAll('\r', '\n'),
    {
      delimiter,
      newline: '\n',
      quoteChar: hasQuotes ? '"' : noQuote,
      step({ data, errors, meta: { cursor } }) {
        if (data.some((cell) => cell !== '')) rows.push({ cells: data, start, end: cursor });
        start = cursor;
        isOpen ||= errors.some(({ code }) => code === 'MissingQuotes');
      },
    },
  );
  return { rows, isOpen };
}

/** No text holds it: what is no character. */
const noQuote = '\uffff';
