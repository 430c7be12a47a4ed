import { issueTypesOf } from '../../../check/rule-table.js';
import type { CheckedFile } from '../checked-file.js';

/** The columns of a table of findings: those of the JSON object, with the path of the file before them. */
export const columns = [
  'path',
  'line',
  'column',
  'severity',
  'code',
  'message',
  'segment',
  'side',
  'source',
  'target',
  'issueType',
  'mqm',
] as const;

/** The findings of a file, a row for each. */
export function* rowsOf({ path, findings }: CheckedFile): Generator<readonly string[], void, undefined> {
  for (const found of findings) {
    const row: Partial<Record<(typeof columns)[number], string | number>> = {
      path,
      ...found,
      ...issueTypesOf(found),
    };
    yield columns.map((column) => String(row[column] ?? '').toWellFormed());
  }
}
