import { expect, it } from 'vitest';
import { createFilter } from '../../src/memory/filter.js';

it.each([
  [['a=1'], undefined],
  [['a=1', 'a=2'], undefined],
  [['a=1', 'b=3'], undefined],
  [['a=1', 'a=3'], 'where'],
  [['a=1', 'b=4'], 'where'],
  [['c=1'], 'where'],
])('an article has to have all of the values that are asked for: %j', (where, reason) => {
  const values: Readonly<Record<string, readonly string[]>> = { a: ['1', '2'], b: ['3'] };
  const filter = createFilter({ where });
  expect(filter({ type: undefined, last: 0, valuesOf: (key) => values[key] ?? [] })).toBe(reason);
});
