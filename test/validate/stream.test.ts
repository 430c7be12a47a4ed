import { describe, expect, it } from 'vitest';
import { exportToString, validateTmx } from '../../src/index.js';
import { validateTmxDocument } from '../../src/validate/tmx/tmx.js';
import type { DocumentText } from '../../src/xml/document-text.js';
import { articleOf, pair } from '../support/pairs.js';
import { tmxCases } from './cases-tmx.js';

/** A text in pieces of some length; counts the longest stretch that is read again. */
function inPieces(text: string, length: number): DocumentText & { longest: number } {
  const document = {
    longest: 0,
    *pieces() {
      for (let at = 0; at < text.length; at += length) yield text.slice(at, at + length);
      return undefined;
    },
    slice(start: number, end: number) {
      const slice = text.slice(start, end);
      document.longest = Math.max(document.longest, slice.length);
      return slice;
    },
  };
  return document;
}

describe('a memory that comes in pieces', () => {
  it.each(tmxCases.map(([code, what, marked]) => [code, what, marked.replace('¶', '')]))(
    'has the same problems: %s: %s',
    (_, __, text) => {
      for (const length of [1, 7, 1000]) expect(validateTmxDocument(inPieces(text, length))).toEqual(validateTmx(text));
    },
  );

  it('has its problems where they are, also around units and after long white space', () => {
    const article = articleOf(pair('1a2b3-102', 'a', 'b') + pair('1a2b3-103', 'c', 'd'), 'a.md');
    const tmx = exportToString([article], 'tmx', { trgLang: 'de-DE' });
    const space = ' \n'.repeat(100_000);
    const damaged = tmx
      .replace('<tu ', `${space}<!-- c -->${space}<odd/>stray<tu `)
      .replace('</body>', `${space}<late/></body>${space}`)
      .replace('datatype="', `${space}wrong="" datatype="`);
    const problems = validateTmx(damaged);
    const at = (text: string): number => damaged.indexOf(text);
    expect(problems.map(({ code, offset }) => [code, offset])).toEqual([
      ['tmx/unknown-attribute', at('wrong=')],
      ['tmx/unknown-element', at('<odd/>')],
      ['tmx/stray-text', at('stray')],
      ['tmx/unknown-element', at('<late/>')],
    ]);
    for (const { offset, line } of problems) expect(line).toBe(damaged.slice(0, offset).split('\n').length);
  });

  it('is never in memory', () => {
    const pairs = Array.from({ length: 3000 }, (_, index) =>
      pair(`1a2b3-${index}`, `Ziel ${index}`, `Source ${index}`),
    );
    const tmx = exportToString([articleOf(pairs.join('\n\n'), 'a.md')], 'tmx', { trgLang: 'de-DE' });
    const document = inPieces(tmx, 65_536);
    expect(validateTmxDocument(document)).toEqual([]);
    expect(document.longest).toBeLessThan(2000);
  });
});
