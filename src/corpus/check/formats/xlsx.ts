import { sheetRowOf } from '../../../write/rows/sheet-row.js';
import { createWorkbook, type SheetStyle } from '../../../write/rows/workbook.js';
import type { Formatter } from './format.js';
import { columns, rowsOf } from './table.js';

/** Office Open XML (ECMA-376): a row of text cells for each finding. No cell is a formula. */
export function createFormatter(): Formatter {
  return {
    begin: () => '',
    hasStats: false,
    between: '',
    *file(checked) {
      for (const row of rowsOf(checked)) yield sheetRowOf(row);
    },
    end: () => '',
    container: () => createWorkbook(sheetRowOf(columns), findingsStyle),
  };
}

/** Places are narrow, the message and both texts wide. */
const findingsStyle: SheetStyle = {
  name: 'Findings',
  widths: [
    [1, 40],
    [4, 12],
    [1, 60],
    [2, 12],
    [2, 60],
  ],
};
