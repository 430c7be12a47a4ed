import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { createIds, hexadecimal } from '../../../src/memory/entries/ids.js';

const placed = (path: string, id: string, sourceHash?: string, trgLang = 'de-DE') => ({
  path,
  id,
  trgLang,
  text: () => id,
  origin: { path, date: 0, isRead: true, ...(sourceHash === undefined ? {} : { sourceHash }) },
});
const lone = (trgLang: string) => ({ path: '', id: '', trgLang, text: () => 'S\u0003T', origin: undefined });

describe('createIds', () => {
  it('names pairs whose numbers begin with zeros apart, wherever they stand', () => {
    const idFor = createIds();
    const ids = ['a1b2c-001', 'a1b2c-002', 'd1b2c-001', 'd1b2c-002'].map((id) => idFor(placed('a.md', id)));
    expect(new Set(ids).size).toBe(4);
    expect(ids[0]).toMatch(/^a\.md\.[0-9a-f]{8}-001$/);
  });

  it('names translations without a place apart that have one text in several languages', () => {
    const idFor = createIds();
    const ids = ['de-DE', 'fr-FR', 'fr-FR'].map((language) => idFor(lone(language)));
    expect(ids[0]).toMatch(/^entry-[0-9a-f]{16}$/);
    expect(ids.slice(1)).toEqual([`${ids[0]}.fr-FR`, `${ids[0]}.fr-FR.2`]);
  });

  it('gives no name twice, whatever documents say of places and ids', () => {
    const paths = fc.constantFrom('a', 'a.md', 'b.md', 'a-b.md', '');
    const ids = fc.constantFrom('', '1', '01', 'x-1', 'abcde-1', 'abcde-x-1', 'fghij-1', '1.2', 'abcde-1.2', '-');
    const hash = fc.constantFrom(undefined, 'a'.repeat(40), 'b'.repeat(40));
    const place = fc.tuple(paths, ids, hash, fc.constantFrom('de-DE', 'fr-FR'), fc.constantFrom('t', 'u'));
    fc.assert(
      fc.property(fc.array(place, { maxLength: 40 }), (places) => {
        const idFor = createIds();
        const given = places.map(([path, id, sourceHash, language, text]) =>
          idFor({ ...(path === '' ? lone(language) : placed(path, id, sourceHash, language)), text: () => text }),
        );
        expect(new Set(given).size).toBe(given.length);
      }),
    );
  });
});

it('writes numbers as eight hexadecimal digits', () => {
  fc.assert(
    fc.property(fc.integer({ min: 0, max: 0xffff_ffff }), (number) => {
      expect(hexadecimal(number)).toBe(number.toString(16).padStart(8, '0'));
    }),
  );
});

it('names entries of one place apart, and gives the short name to the first', () => {
  const idFor = createIds();
  const at = (path: string, id: string, text: string): string =>
    idFor({ path, id, origin: undefined, trgLang: 'de-DE', text: () => text });
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
