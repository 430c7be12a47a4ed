import fc from 'fast-check';
import { expect, it } from 'vitest';
import { Column, HashTable } from '../../../src/memory/store/columns.js';

it('a table finds what was added to it, as a map does, and what was not added is not found', () => {
  const number = fc.oneof(fc.integer({ min: -3, max: 3 }), fc.integer());
  fc.assert(
    fc.property(fc.array(fc.tuple(number, number), { maxLength: 60 }), fc.nat(5000), (hashes, before) => {
      const table = new HashTable();
      for (let index = 0; index < before; index++) table.add(1000 + index, index);
      const known = new Map<string, number>();
      for (const [low, high] of hashes) {
        const key = `${low} ${high}`;
        const wanted = known.get(key) ?? (high >= 0 && low === 1000 + high && high < before ? high : -1);
        expect(table.find(low, high)).toBe(wanted);
        expect(table.find(low, high, () => false)).toBe(-1);
        if (wanted < 0) known.set(key, table.add(low, high));
      }
      expect(table.size).toBe(before + known.size);
      for (const [key, index] of known) expect(`${table.lowOf(index)} ${table.highOf(index)}`).toBe(key);
    }),
  );
});

it('a column is 0 where nothing was set, or was unset', () => {
  const column = new Column();
  column.unset(70_000);
  column.set(5000, 7);
  column.set(5001, 8);
  column.unset(5001);
  expect([0, 4999, 5000, 5001, 5002, 70_000].map((index) => column.at(index))).toEqual([0, 0, 7, 0, 0, 0]);
});
