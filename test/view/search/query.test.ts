import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { createMarker, fold, type Query, readQuery } from '../../../src/view/search/query.js';
import { createSearchedTexts } from '../../../src/view/search/texts.js';
import { createTranslations } from '../../../src/view/search/translations.js';

const query = (text: string, way: Query['way'] = 'words'): Query => ({ text, way, side: 'both' });
const text = fc.string({ unit: fc.constantFrom('a', 'B', 'ß', 'İ', 'あ', ' ', '"', '.', '𠮷', '\t') });

describe('a query', () => {
  it('is all of its words, the text as it is, or a regular expression', () => {
    expect(readQuery(query(' Sign  in '))).toEqual({ kind: 'words', words: ['sign', 'in'] });
    expect(readQuery(query('"Sign in" to in'))).toEqual({ kind: 'words', words: ['sign in', 'to', 'in'] });
    expect(readQuery(query('to "sign in'))).toEqual({ kind: 'words', words: ['to', 'sign in'] });
    expect(readQuery(query('日本　語 "" "'))).toEqual({ kind: 'words', words: ['日本', '語'] });
    expect(readQuery(query(' "Sign in"', 'exact'))).toEqual({ kind: 'words', words: ['"sign in"'] });
    expect(readQuery(query('a+ ', 'regex'))).toEqual({ kind: 'regex', source: 'a+ ' });
    expect(readQuery(query('a(', 'regex'))).toEqual({ kind: 'wrong', reason: 'Unterminated group' });
    const tooLong = `(${'a|'.repeat(100_000)}b)`;
    expect(readQuery(query(tooLong, 'regex'))).toMatchObject({ kind: 'wrong' });
    for (const way of ['words', 'exact', 'regex'] as const) {
      expect(readQuery(query(' \t', way))).toEqual({ kind: 'words', words: [] });
    }
  });

  it('may be any text: its words stand in it, each once, and marks stand where they are', () => {
    fc.assert(
      fc.property(text, text, (typed, searched) => {
        const wanted = readQuery(query(typed));
        if (wanted.kind !== 'words') throw new Error('Words are expected.');
        expect(new Set(wanted.words).size).toBe(wanted.words.length);
        for (const word of wanted.words) expect(fold(typed)).toContain(word);
        let last = 0;
        for (const { start, end } of createMarker(wanted)(searched)) {
          expect(start).toBeGreaterThanOrEqual(last);
          expect(end).toBeGreaterThan(start);
          expect(wanted.words.some((word) => fold(searched).startsWith(word, start))).toBe(true);
          last = end;
        }
      }),
    );
  });

  it('marks what it finds, overlaps once, and nothing where the lower case is of another length', () => {
    const marked = (wanted: Query, searched: string): string[] =>
      createMarker(readQuery(wanted))(searched).map(({ start, end }) => searched.slice(start, end));
    expect(marked(query('now'), 'Now, NOW')).toEqual(['Now', 'NOW']);
    expect(marked(query('reset password word'), 'Passwords reset')).toEqual(['Password', 'reset']);
    expect(marked(query('abc bcd'), 'abcd')).toEqual(['abcd']);
    expect(marked(query('^.|\\d*$', 'regex'), '𠮷 and 42')).toEqual(['𠮷', '42']);
    expect(marked(query(' '), 'Now')).toEqual([]);
    expect(marked(query('now'), 'İstanbul now')).toEqual([]);
  });
});

const word = fc.constantFrom('a', 'b', 'ab', 'é', '日', '日本');
const words = fc.array(word, { minLength: 1, maxLength: 3 });
const segments = fc.array(fc.record({ source: words, targets: fc.array(words, { maxLength: 2 }) }), { maxLength: 8 });

describe('texts of segments', () => {
  it('are found by all words of a query on its side, and by their sources', () => {
    fc.assert(
      fc.property(segments, words, fc.constantFrom('both', 'source', 'target'), (all, wanted, side) => {
        const isWide = (each: string): boolean => /[^\0-\xff]/.test(each);
        const toLine = ({ source, targets }: (typeof all)[number], wide: boolean): string =>
          [source, ...targets]
            .map((each) => each.join(' '))
            .flatMap((each, place) => (isWide(each) === wide ? (place === 0 ? each : `\t${each}`) : ''))
            .join('');
        const join = (wide: boolean): string => all.map((each) => `${toLine(each, wide)}\n`).join('');
        const texts = createSearchedTexts({ narrow: join(false), wide: join(true) });
        const found: number[] = [];
        texts.find(wanted, side, (segment) => found.push(segment));
        const sides = ({ source, targets }: (typeof all)[number]): string[] => [
          ...(side === 'target' ? [] : [source.join(' ')]),
          ...(side === 'source' ? [] : targets.map((each) => each.join(' '))),
        ];
        const hits = all.flatMap((each, place) =>
          wanted.every((one) => sides(each).some((its) => its.includes(one))) ? place : [],
        );
        expect(found).toEqual(hits);
        const same: number[] = [];
        texts.findSource(wanted.join(' '), (segment) => same.push(segment));
        expect(same).toEqual(all.flatMap(({ source }, place) => (source.join(' ') === wanted.join(' ') ? place : [])));
      }),
    );
  });

  it('with a source are grouped by their targets, the most frequent first, language by language', () => {
    const translations = createTranslations();
    for (const [segment, language, targets] of [
      [1, 'ja-JP', '今'],
      [2, 'de-DE', 'jetzt'],
      [5, 'de-DE', 'nun'],
      [7, 'de-DE', 'nun'],
    ] as const) {
      translations.add(segment, language, targets);
    }
    expect(translations.all()).toEqual([
      { trgLang: 'de-DE', segments: [5, 7] },
      { trgLang: 'de-DE', segments: [2] },
      { trgLang: 'ja-JP', segments: [1] },
    ]);
  });
});
