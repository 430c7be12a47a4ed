import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { parseArticle, segmentsOf } from '../../src/index.js';
import { codesOfDiagnostics, pair, pairsOf } from '../support/pairs.js';

const article = `---
title: Eins
ms.contentlocale: de-DE
ms.custom:
- "1"
---
# <a name="one"></a>${pair('1a2b3-102', 'Eins', 'One')}

${pair('1a2b3-103', 'Zwei **fett**.', 'Two **bold**.')} ${pair('1a2b3-104', 'Drei.', 'Three <span>x</span>.')}

| ${pair('1a2b3-p1', 'Vier', 'Four')} | ${pair('1a2b3-105', 'Fünf', 'Five')} |
`;

/** Text that is likely to hold halves of markup. */
const fragments = fc.array(
  fc.oneof(
    fc.constantFrom(
      '<span data-ttu-id="1a2b3-102">',
      '<span class="sxs-lookup"><span data-stu-id="1a2b3-102">',
      '</span>',
      '</span></span>',
      'data-ttu-id',
      '&quot;',
      '\\"',
      '<span ',
      '---\n',
      'ms.contentlocale: ja-JP\n',
      'a: *b\n',
      '- "x"\n',
      '\n\n',
      '> ',
      '| ',
      '1. ',
      '<br/>',
      '\u0001',
      '\ud800',
    ),
    fc.string({ unit: 'binary', maxLength: 8 }),
  ),
  { maxLength: 40 },
);

function expectSound(text: string): void {
  const read = parseArticle(text);
  for (const { offset, end, line, column } of read._tag === 'Right' ? [] : read.left) {
    expect(offset).toBeGreaterThanOrEqual(0);
    expect(end).toBeLessThanOrEqual(text.length);
    expect(text.slice(0, offset).split(/\r\n?|\n/).length).toBe(
      line + (text.slice(offset - 1, offset + 1) === '\r\n' ? 1 : 0),
    );
    expect(column).toBeGreaterThan(0);
  }
  if (read._tag === 'Left') return;
  let end = 0;
  const ids = new Set<string>();
  for (const { id, range, source, target, recovered } of segmentsOf(read.right)) {
    expect(ids.has(id)).toBe(false);
    ids.add(id);
    if (recovered) continue;
    expect(range.start).toBeGreaterThanOrEqual(end);
    end = range.end;
    expect(target.range.start).toBeGreaterThan(range.start);
    expect(source.range.start).toBeGreaterThan(target.range.end);
    expect(range.end).toBeGreaterThan(source.range.end);
    const raw = text.slice(target.range.start, target.range.end);
    if (!raw.includes('\\')) expect(target.text).toBe(raw);
  }
  expect(JSON.parse(JSON.stringify(read.right))).toEqual(read.right);
}

describe('parseArticle', () => {
  it('never throws, whatever the text', () => {
    fc.assert(
      fc.property(fragments, (parts) => {
        expectSound(parts.join(''));
      }),
      { numRuns: 2000 },
    );
  });

  it('never throws on an article that is cut, doubled or reordered anywhere', () => {
    const place = fc.nat({ max: article.length });
    fc.assert(
      fc.property(place, place, place, (a, b, c) => {
        const [from = 0, to = 0] = [a, b].sort((x, y) => x - y);
        expectSound(article.slice(0, from) + article.slice(to));
        expectSound(article.slice(0, c) + article.slice(from, to) + article.slice(c));
        expectSound(article.slice(from, to) + article.slice(0, from) + article.slice(to));
      }),
      { numRuns: 500 },
    );
  });

  it('never throws on an article that is truncated at any place, and finds each pair that is whole', () => {
    const read = parseArticle(article);
    const ends = read._tag === 'Left' ? [] : pairsOf(read.right).map(({ range }) => range.end);
    expect(ends.length).toBe(5);
    for (let length = 0; length <= article.length; length++) {
      const text = article.slice(0, length);
      expectSound(text);
      const cut = parseArticle(text);
      const whole = ends.filter((end) => end <= length).length;
      expect(cut._tag === 'Left' ? 0 : pairsOf(cut.right).length).toBe(whole);
    }
  });

  it('reports each marker that became no pair at its place', () => {
    fc.assert(
      fc.property(fragments, fragments, (before, behind) => {
        const text = before.join('') + article + behind.join('');
        const read = parseArticle(text);
        const pairs = read._tag === 'Left' ? [] : pairsOf(read.right);
        const told = read._tag === 'Right' ? [] : read.left.filter(({ code }) => code.startsWith('pair/'));
        const lost = Array.from(text.matchAll(/data-[ts]tu-id/g), ({ index }) => index).filter(
          (at) =>
            !pairs.some(({ range }) => range.start <= at && at < range.end) &&
            !told.some(({ offset, end }) => offset <= at && at < end),
        );
        expect(lost).toEqual([]);
      }),
      { numRuns: 1000 },
    );
  });

  it('finds the neighbours of a damaged pair', () => {
    const middle = pair('1a2b3-103', 'Zwei', 'Two');
    const place = fc.nat({ max: middle.length });
    fc.assert(
      fc.property(place, place, (a, b) => {
        const [from = 0, to = 0] = [a, b].sort((x, y) => x - y);
        const damaged = middle.slice(0, from) + middle.slice(to);
        const text = `${pair('1a2b3-102', 'Eins', 'One')}\n\n${damaged}\n\n${pair('1a2b3-104', 'Drei', 'Three')}`;
        const read = parseArticle(text);
        const found = read._tag === 'Left' ? [] : pairsOf(read.right);
        expect(found[0]).toMatchObject({ id: '1a2b3-102', target: { text: 'Eins' }, source: { text: 'One' } });
        expect(found.at(-1)).toMatchObject({ id: '1a2b3-104', target: { text: 'Drei' }, source: { text: 'Three' } });
        if (/data-[ts]tu-id/.test(damaged) && found.length === 2) expect(codesOfDiagnostics(text)).not.toEqual([]);
      }),
      { numRuns: 2000 },
    );
  });
});
