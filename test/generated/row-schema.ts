import { columnTexts } from '../../src/write/rows/column-texts.js';
import { type ColumnType, columnNames, columns } from '../../src/write/rows/columns.js';
import type { PairRow } from '../../src/write/rows/row.js';

/** The JSON schema of a line of JSONL, made of the columns. */
export function createRowSchema(): object {
  return {
    $schema: 'http://json-schema.org/draft-07/schema#',
    title: 'A pair, as export and memory write it with --format jsonl',
    description: 'One object a line. All keys are there, in this order.',
    type: 'object',
    additionalProperties: false,
    required: columnNames,
    properties: Object.fromEntries(columnNames.map((name) => [name, schemaOf(name)])),
  };
}

function schemaOf(column: keyof PairRow): object {
  const { type, isNullable } = columns[column];
  const schema = schemas[type];
  const description = columnTexts[column].replaceAll('`', '');
  if (!isNullable) return { description, ...schema };
  // An enumeration has null among its values.
  const { type: name, enum: values } = schema as { readonly type: string; readonly enum?: readonly string[] };
  return { description, ...schema, type: [name, 'null'], ...(values === undefined ? {} : { enum: [...values, null] }) };
}

const schemas: Readonly<Record<ColumnType, object>> = {
  text: { type: 'string' },
  translationType: { type: 'string', enum: ['ht', 'mt'] },
  day: { type: 'string', format: 'date' },
  number: { type: 'integer', minimum: 1 },
  texts: { type: 'array', items: { type: 'string' } },
};
