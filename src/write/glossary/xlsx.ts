import { sheetRowOf } from '../rows/sheet-row.js';
import type { GlossaryFormat } from './format.js';
import { glossaryColumns, glossaryRows } from './rows.js';

/** Characters that columns are wide, from the first on. */
const widths = [
  [1, 8],
  [2, 36],
  [3, 12],
  [1, 48],
  [2, 24],
  [3, 48],
  [3, 12],
] as const;

/** XLSX (ECMA-376) with the rows of the CSV. */
export const xlsxGlossary: GlossaryFormat<'xlsx'> = {
  name: 'xlsx',
  title: 'XLSX (Excel)',
  extension: '.xlsx',
  multilingual: true,
  *chunks(glossary) {
    for (const row of glossaryRows(glossary)) yield sheetRowOf(row);
  },
  async pack() {
    const { createWorkbook } = await import('../rows/workbook.js');
    return createWorkbook(sheetRowOf(glossaryColumns), { name: 'Terms', widths });
  },
};
