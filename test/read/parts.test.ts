import { describe, expect, it } from 'vitest';
import type { Unit } from '../../src/index.js';
import { parseInParts } from '../../src/read/article.js';
import { tmx } from '../../src/write/formats/tmx.js';
import { xliff } from '../../src/write/formats/xliff.js';
import { readFixtures } from '../support/golden.js';
import { pair } from '../support/pairs.js';

const texts = readFixtures().map(({ name, text }): [string, string] => [name, text]);
const all = Number.POSITIVE_INFINITY;

describe('an article that is read in parts', () => {
  it.each([1, 2, 3, 10])('of %d pairs has the same units and diagnostics as one that is read at once', (most) => {
    for (const [name, text] of texts) {
      const [whole] = parseInParts(text, {}, all);
      const parts = [...parseInParts(text, {}, most)];
      expect(
        parts.flatMap(({ article }) => article.units),
        name,
      ).toEqual(whole?.article.units);
      const diagnostics = parts.flatMap((part) => part.diagnostics).sort((a, b) => a.offset - b.offset);
      expect(diagnostics, name).toEqual(whole?.diagnostics);
    }
  });

  it('is read no further than is asked for', () => {
    const text = Array.from({ length: 100 }, (_, index) => pair(`1a2b3-${102 + index}`, 'Eins', 'One')).join('\n\n');
    const parts = parseInParts(text, {}, 10);
    const first = parts.next();
    expect(first.done ? [] : first.value.article.units.map(({ id }) => id)).toEqual(
      Array.from({ length: 9 }, (_, index) => `1a2b3-${102 + index}`),
    );
  });

  it('is written as one that is read at once', () => {
    for (const [name, text] of texts) {
      const [whole] = parseInParts(text, {}, all);
      if (whole === undefined) continue;
      const item = { article: whole.article, path: 'a.md', file: 'a.md', trgLang: 'de-DE', stem: 'a' };
      function* units(): Generator<Unit> {
        for (const { article } of parseInParts(text, {}, 2)) yield* article.units;
      }
      for (const exporter of [xliff, tmx]) {
        for (const context of ['none', 'omegat', 'memoq'] as const) {
          const parted = { ...item, article: { ...whole.article, units: [] }, units: units() };
          expect([...exporter.article(parted, { context })], name).toEqual([...exporter.article(item, { context })]);
        }
      }
    }
  });
});
