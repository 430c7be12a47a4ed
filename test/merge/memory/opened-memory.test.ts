import { describe, expect, it } from 'vitest';
import { openTmx } from '../../../src/merge/memory/memory.js';
import { mostMemoryEntries } from '../../../src/model/limits.js';
import { type DocumentText, textOf } from '../../../src/xml/document-text.js';
import { articleOf, pair } from '../../support/pairs.js';

/** A memory with so many units of each source, all with targets of their own. */
function memoryOf(counts: Readonly<Record<string, number>>): string {
  const units = Object.entries(counts).flatMap(([source, count]) =>
    Array.from(
      { length: count },
      (_, index) =>
        `<tu><tuv xml:lang="en-US"><seg>${source}</seg></tuv><tuv xml:lang="de-DE"><seg>${index}</seg></tuv></tu>`,
    ),
  );
  return `<tmx version="1.4"><header/><body>${units.join('\n')}</body></tmx>`;
}

/** Counts what is read again when all has passed. */
function counting(document: string): { readonly text: DocumentText; readonly read: () => number } {
  const text = textOf(document);
  let read = 0;
  const slice = (from: number, to: number): string => {
    read++;
    return text.slice(from, to);
  };
  return { text: { ...text, slice }, read: () => read };
}

describe('a memory with more entries of the sources of an article than it may ask for', () => {
  const half = mostMemoryEntries / 2;
  const article = articleOf(`${pair('1a2b3-101', 'Hinweis', 'Note')}\n\n${pair('1a2b3-102', 'Siehe', 'See also')}\n`);

  it.each([
    ['of one source', { Note: mostMemoryEntries + 1 }],
    ['of several', { Note: half, 'See also': half + 1 }],
  ])('is refused before any of them is read again: %s', (_, counts) => {
    const { text, read } = counting(memoryOf(counts));
    const merge = openTmx(text, { trgLang: 'de-DE' });
    const before = read();
    for (let time = 0; time < 2; time++) {
      expect(merge(article)).toMatchObject({ _tag: 'Left', left: [{ code: 'merge/too-large' }] });
    }
    // Only where the diagnostics are.
    expect(read() - before).toBeLessThan(10);
  });

  it('is not refused for an article that asks for few of them', () => {
    const merge = openTmx(textOf(memoryOf({ Note: mostMemoryEntries + 1, 'See also': 1 })), { trgLang: 'de-DE' });
    const other = articleOf(`${pair('1a2b3-102', 'Siehe', 'See also')}\n`);
    expect(merge(other)).toMatchObject({ right: { changes: [{ id: '1a2b3-102', after: '0' }] } });
  });
});
