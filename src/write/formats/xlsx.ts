import type { Exporter } from '../exporter.js';
import { cellNames, cellsOf } from '../rows/cells.js';
import { rowsOfArticle, rowsOfEntry } from '../rows/rows.js';
import { sheetRowOf } from '../rows/sheet-row.js';

/** Characters that columns of texts are wide, and all others. */
const wide = 60;
const narrow = 14;

/** XLSX (ECMA-376): text cells below a header; further rows stand in further sheets. */
export const xlsx: Exporter<'xlsx'> = {
  name: 'xlsx',
  title: 'XLSX (Excel)',
  extension: '.xlsx',
  scope: 'language',
  takesParts: true,
  multilingual: true,
  mayBeEmpty: true,
  begin: () => '',
  *article(item, options) {
    for (const row of rowsOfArticle(item, options)) yield sheetRowOf(cellsOf(row));
  },
  *entry(entry, options) {
    for (const row of rowsOfEntry(entry, options)) yield sheetRowOf(cellsOf(row));
  },
  end: () => '',
  async pack() {
    const { createWorkbook } = await import('../rows/workbook.js');
    const texts = cellNames.indexOf('target') + 1;
    const widths = [
      [texts, wide],
      [cellNames.length - texts, narrow],
    ] as const;
    return createWorkbook(sheetRowOf(cellNames), { name: 'Pairs', widths });
  },
};
