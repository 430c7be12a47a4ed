import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { createMatcher } from '../../../src/match/matcher.js';
import { distanceOf, readText, scoreBy } from '../../support/match-oracle.js';
import { entry, text } from '../tools.js';

/** The best score of a brute-force search, 70 or higher; else 0. */
function bestOf(known: readonly string[], asked: string, language: string): number {
  const query = readText(text(asked).content, language);
  let best = 0;
  for (const each of known) {
    const other = readText(text(each).content, language);
    best = Math.max(best, scoreBy(query, other, distanceOf(query.words, other.words)));
  }
  return best < 70 ? 0 : best;
}

/** Compares the best scores of an index with those of brute force. */
function compare(known: readonly string[], asked: readonly string[], language: string, limit: number): void {
  const options = { srcLang: language, trgLang: 'fr-FR', limit };
  const matcher = createMatcher(
    known.map((source) => entry(source, 'T', { trgLang: 'fr-FR', srcLang: language })),
    options,
  );
  for (const each of asked) {
    const found = matcher.match(text(each))[0]?.score ?? 0;
    expect([each, found < 70 ? 0 : found]).toEqual([each, bestOf(known, each, language)]);
  }
}

/** A text of words of a small vocabulary, and the same with some edits. */
function editedTexts(
  vocabulary: readonly string[],
  separator: string,
  longest: number,
): fc.Arbitrary<[string[], string[]]> {
  const word = fc.constantFrom(...vocabulary);
  const words = fc.array(word, { minLength: 1, maxLength: longest, size: 'max' });
  const edits = fc.array(fc.tuple(fc.nat(longest), fc.nat(2), word), { maxLength: 8 });
  const pair = fc.tuple(words, edits).map(([base, changes]): [string, string] => {
    let changed = base;
    for (const [at, kind, other] of changes) {
      changed = changed.toSpliced(at % (changed.length + 1), kind === 2 ? 0 : 1, ...(kind === 0 ? [] : [other]));
    }
    return [base.join(separator), changed.join(separator)];
  });
  return fc
    .array(pair, { minLength: 1, maxLength: 12 })
    .map((pairs) => [pairs.map(([base]) => base), pairs.map(([, changed]) => changed)]);
}

const english = ['a', 'b', 'c', 'd', 'e', 'f', 'g', '1', '2', '`x`', '**y**', 'z,'];
const japanese = [...'あいうえお漢字', '1', 'A', '。', '`x`'];

describe('the index', () => {
  it.each([
    ['en-US', english, ' ', 30, 5, 200],
    ['en-US', english, ' ', 30, 1, 200],
    ['en-US', english, ' ', 110, 1, 40],
    ['ja-JP', japanese, '', 30, 5, 200],
    ['ja-JP', japanese, '', 90, 1, 60],
  ] as const)(
    'never loses the best match from 70 on: %s %j %j, up to %i words',
    (language, vocabulary, separator, longest, limit, numRuns) => {
      fc.assert(
        fc.property(editedTexts(vocabulary, separator, longest), ([known, asked]) =>
          compare(known, asked, language, limit),
        ),
        { numRuns },
      );
    },
  );

  it.each([
    ['en-US', ' '],
    ['ja-JP', ''],
  ])('finds what is just near enough, at all lengths: %s', (language, separator) => {
    for (let length = 4; length < 140; length += length < 72 ? 1 : 7) {
      const words = Array.from({ length }, (_, at) => String.fromCodePoint(0x4e00 + at * 7));
      const most = Math.floor(length * 0.3);
      const base = words.join(separator);
      const replaced = words.map((word, at) => (at % 3 === 1 && (at - 1) / 3 < most ? '新' : word)).join(separator);
      // Of a longer text, three in ten words are one more.
      const longer = words.flatMap((word, at) => (at % 7 === 3 && (at - 3) / 7 < most ? [word, '新', '加'] : [word]));
      const asked = [replaced, words.slice(most).join(separator), longer.join(separator)];
      compare([base], asked, language, 1);
      compare(asked, [base], language, 5);
    }
  });

  it('finds repeated words as often as they stand there', () => {
    for (const language of ['en-US', 'ja-JP']) {
      const repeated = (count: number, word: string): string => Array(count).fill(word).join(' ');
      const known = [repeated(100, 'あ'), repeated(40, 'あ'), `${repeated(60, 'あ')} ${repeated(40, 'い')}`];
      compare(
        known,
        [repeated(80, 'あ'), repeated(131, 'あ'), `${repeated(70, 'あ')} ${repeated(35, 'い')}`],
        language,
        1,
      );
    }
  });
});
