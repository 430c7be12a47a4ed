import type { PairRow } from './row.js';

/** What the values of a column are: a text, one of `ht` and `mt`, a day, a whole number from 1, or a list of texts. */
export type ColumnType = 'text' | 'translationType' | 'day' | 'number' | 'texts';

/** A column of the tables that pairs are written to. */
export interface Column {
  readonly type: ColumnType;
  /** Values may be `null`. */
  readonly isNullable?: true;
}

/** The columns by their names, in their order. The schema of JSONL, that of Parquet, and documentation are made of these. */
export const columns: Readonly<Record<keyof PairRow, Column>> = {
  source: { type: 'text' },
  target: { type: 'text' },
  sourceCodes: { type: 'text', isNullable: true },
  targetCodes: { type: 'text', isNullable: true },
  originalData: { type: 'texts', isNullable: true },
  srcLang: { type: 'text' },
  trgLang: { type: 'text' },
  translationType: { type: 'translationType', isNullable: true },
  firstHandoff: { type: 'day', isNullable: true },
  lastHandoff: { type: 'day', isNullable: true },
  path: { type: 'text', isNullable: true },
  line: { type: 'number', isNullable: true },
  id: { type: 'text', isNullable: true },
  sourceHash: { type: 'text', isNullable: true },
  count: { type: 'number' },
  findings: { type: 'texts' },
  service: { type: 'text', isNullable: true },
  topic: { type: 'text', isNullable: true },
  sourceCommit: { type: 'text', isNullable: true },
  commit: { type: 'text', isNullable: true },
  entry: { type: 'text', isNullable: true },
  contexts: { type: 'texts' },
  replacedTarget: { type: 'text', isNullable: true },
  replacedTranslationType: { type: 'translationType', isNullable: true },
  replacedLastHandoff: { type: 'day', isNullable: true },
};

/** Their names, in their order. */
export const columnNames: readonly (keyof PairRow)[] = Object.keys(columns) as (keyof PairRow)[];
