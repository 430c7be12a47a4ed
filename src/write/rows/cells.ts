import { columns } from './columns.js';
import type { PairRow } from './row.js';

/** Columns of tables that people read: those of all rows, and a link to the place. */
type CellName = keyof PairRow | 'link';

/** The names of the cells, in their order: a link stands after the place that it leads to. */
export const cellNames: readonly CellName[] = (Object.keys(columns) as (keyof PairRow)[]).flatMap((name): CellName[] =>
  name === 'id' ? [name, 'link'] : [name],
);

/** A row as the texts of its cells: empty where nothing is known. */
export function cellsOf(row: PairRow): string[] {
  return cellNames.map((name) => (name === 'link' ? linkOf(row) : cellOf(name, row[name])));
}

function cellOf(name: keyof PairRow, value: PairRow[keyof PairRow]): string {
  if (value === null) return '';
  if (typeof value === 'string') return value;
  if (typeof value === 'number') return String(value);
  if (value.length === 0) return '';
  // Codes and hashes have no space in them.
  return name === 'originalData' ? JSON.stringify(value) : value.join(' ');
}

/** A relative reference (RFC 3986) to the line of the article, as hosts of repositories show lines. */
function linkOf({ path, line }: PairRow): string {
  if (path === null) return '';
  const encoded = path.toWellFormed().split('/').map(encodeURIComponent).join('/');
  return line === null ? encoded : `${encoded}#L${line}`;
}
