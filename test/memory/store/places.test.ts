import { expect, it } from 'vitest';
import type { Origin } from '../../../src/memory/facts.js';
import { Names } from '../../../src/memory/store/columns.js';
import { Places } from '../../../src/memory/store/places.js';
import { field, recordWidth, type Sharing, type StoredPair } from '../../../src/memory/store/stored.js';

const pair = { idName: 1, idNumber: 2, line: 3 } as StoredPair;

function numbersOf(origins: readonly Origin[]): number[] {
  const places = new Places(new Names());
  const block = new Int32Array(recordWidth);
  return origins.map((origin) => {
    places.set(block, 0, pair, { origin, path: places.numberOf(origin.path) } as Sharing);
    const number = block[field.origin] ?? 0;
    expect(places.originAt(number)).toMatchObject({ path: origin.path, date: origin.date });
    return number;
  });
}

const told = (path: string, date: number, more: Partial<Origin> = {}): Origin => ({
  path,
  date,
  isRead: false,
  ...more,
});

it('units of a document that tell of one version of an article are of one, however they follow each other', () => {
  const given = [told('a', 1), told('a', 2), told('a', 1), told('a', 1, { commit: 'c' }), told('a', 2), told('b', 1)];
  expect(numbersOf(given)).toEqual([1, 2, 1, 3, 2, 4]);
  expect(numbersOf([told('', 1), told('', 1)])).toEqual([1, 1]);
  const many = Array.from({ length: 10_000 }, (_, unit) => told('a.md', unit % 7));
  expect(new Set(numbersOf(many)).size).toBe(7);
});

it('versions that are read are each their own', () => {
  const read = [told('a', 1, { isRead: true }), told('a', 1, { isRead: true })];
  expect(numbersOf([read[0] as Origin, read[0] as Origin, read[1] as Origin])).toEqual([1, 1, 2]);
});
