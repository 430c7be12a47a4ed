import { expect, it } from 'vitest';
import type { MemoryEntry } from '../../src/model/memory/entry.js';
import { createMemoryPages } from '../../src/view/memory/memory-pages.js';

const text = (value: string): { text: string; content: { kind: 'text'; text: string }[] } => ({
  text: value,
  content: [{ kind: 'text', text: value }],
});

it('has the entries by article, language and translator, and those without a place some at a time', () => {
  const pages = createMemoryPages('m.tmx');
  const entry = (id: string, targets: MemoryEntry['targets']): MemoryEntry => ({
    id,
    srcLang: 'en-US',
    source: text(id),
    targets,
  });
  const place = (path: string, line: number): MemoryEntry['targets'][number]['places'] => [
    { path, id: `p-${line}`, line },
  ];
  pages.add(
    entry('b', [{ ...text('B'), trgLang: 'ar-SA', count: 3, places: place('a.md', 9), translationType: 'ht' }]),
  );
  pages.add(
    entry('a', [
      {
        ...text('A'),
        trgLang: 'ar-SA',
        count: 1,
        places: place('a.md', 4),
        translationType: 'ht',
        lastHandoff: '2020-01-02',
      },
      { ...text('AA'), trgLang: 'de-DE', count: 1, places: place('a.md', 4) },
    ]),
  );
  pages.add(
    entry('c', [
      { ...text('C'), trgLang: 'ar-SA', count: 1, places: [{ path: 'b.md', id: 'p-1' }], translationType: 'ht' },
    ]),
  );
  for (let number = 0; number < 501; number++) {
    pages.add(entry(`n${number}`, [{ ...text('N'), trgLang: 'de-DE', count: 1, places: [] }]));
  }
  const all = [...pages.pages()];
  expect(all.map(({ path, trgLang, type, dir, units }) => [path, trgLang, type, dir, units.length])).toEqual([
    ['a.md', 'ar-SA', 'ht', 'rtl', 2],
    ['a.md', 'de-DE', undefined, undefined, 1],
    ['b.md', 'ar-SA', 'ht', 'rtl', 1],
    ['m.tmx 1–500', 'de-DE', undefined, undefined, 500],
    ['m.tmx 501–1,000', 'de-DE', undefined, undefined, 1],
  ]);
  expect(all[0]?.units.map(({ segments }) => segments[0])).toEqual([
    { id: 'a', line: 4, source: 'a', target: 'A', memory: { count: 1, last: '2020-01-02', places: ['a.md:4 p-4'] } },
    { id: 'b', line: 9, source: 'b', target: 'B', memory: { count: 3, places: ['a.md:9 p-9'] } },
  ]);
  // Where the line is not known, the pair says where it stands.
  expect(all[2]?.units[0]?.segments[0]?.memory).toEqual({ count: 1, pair: 'p-1', places: ['b.md p-1'] });
});
