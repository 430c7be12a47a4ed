import fc from 'fast-check';
import { expect, it } from 'vitest';
import { createIds, hexadecimal } from '../../../src/memory/entries/ids.js';

it('writes numbers as eight hexadecimal digits', () => {
  fc.assert(
    fc.property(fc.integer({ min: 0, max: 0xffff_ffff }), (number) => {
      expect(hexadecimal(number)).toBe(number.toString(16).padStart(8, '0'));
    }),
  );
});

it('names entries of one place apart, and gives the short name to the first', () => {
  const idFor = createIds();
  const at = (path: string, id: string, text: string): string => idFor({ path, id, origin: undefined }, text);
  const names = [
    at('a.md', '1a2b3-101', 'x'),
    at('a.md', '1a2b3-101', 'y'),
    at('a.md', '4c5d6-101', 'x'),
    at('a.md', '4c5d6-101', 'x'),
    at('a.md', '1a2b3-102', 'x'),
    at('b.md', '1a2b3-102', 'x'),
    at('b.md', '1a2b3-102', 'x'),
  ];
  expect(new Set(names).size).toBe(names.length);
  expect(names[0]).toMatch(/^a\.md\.[0-9a-f]{8}-101$/);
  expect(names[4]).toMatch(/^a\.md\.[0-9a-f]{8}-102$/);
  expect(names[5]).toMatch(/^b\.md\.[0-9a-f]{8}-102$/);
  expect(names[1]).toBe(`${names[0]?.slice(0, -3)}1a2b3-101`);
});
