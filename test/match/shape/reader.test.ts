import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { ShapeReader } from '../../../src/match/shape/reader.js';
import { Features, type Shape } from '../../../src/match/shape/shape.js';
import { TextUnits } from '../../../src/match/shape/text-units.js';
import { Vocabulary } from '../../../src/match/shape/vocabulary.js';
import type { EntryText } from '../../../src/model/memory/entry.js';
import { readText } from '../../support/match-oracle.js';
import { text } from '../tools.js';

/** Each text goes where the one before was. */
const units = new TextUnits();

function load({ content }: Pick<EntryText, 'content'>): TextUnits {
  return units.load(content);
}

/** Pieces that meet each other in all ways. */
const pieces = [
  ...[
    'a',
    'B',
    'word',
    'Word',
    '1',
    '23',
    '1.5',
    '１',
    'é',
    'e\u0301',
    'ﬁ',
    '_',
    '𝐀',
    '𠮷',
    '日',
    '本',
    'ア',
    'ｱ',
    '한',
    'ก',
    '\u0e34',
  ],
  ...[
    ' ',
    '  ',
    '\u00a0',
    '\n',
    '\u200e',
    '\u00ad',
    '.',
    ',',
    ':',
    '-',
    "'",
    '’',
    '·',
    '/',
    '!',
    '…',
    '(',
    '\u{1f389}',
    '\ud800',
    '\udc00',
  ],
  ...[
    '\u200d',
    '\u200c',
    '\ufe0f',
    '\u20e3',
    '**b**',
    '`c`',
    '<br>',
    '[l](m)',
    '<b>',
    '</b>',
    'https://',
    'http://x.y/z?q=1.',
    '&amp;',
  ],
];
const texts = fc.array(fc.constantFrom(...pieces), { minLength: 1, maxLength: 9 }).map((all) => text(all.join('')));

/** What it sees, so that it can be compared. */
function told(shape: Shape): unknown {
  return { ...shape, words: [...shape.words.subarray(0, shape.count)] };
}

describe('ShapeReader', () => {
  it.each(['en-US', 'ja-JP'])('tells apart what differs, and only that: %s', (language) => {
    const reader = new ShapeReader(language, new Vocabulary());
    const kinds = [
      ['codes', 'codes'],
      ['places', 'placedCodes'],
      ['numbers', 'numbers'],
      ['spelling', 'spelling'],
      ['spaces', 'spaces'],
      ['punctuation', 'punctuation'],
    ] as const;
    const compare = (one: EntryText, other: EntryText): void => {
      const [a, b] = [readText(one.content, language), readText(other.content, language)];
      const first = told(reader.read(load(one), true)) as Record<string, unknown>;
      const second = told(reader.read(load(other), true)) as Record<string, unknown>;
      expect([first['count'], second['count']]).toEqual([a.words.length, b.words.length]);
      const isSame = JSON.stringify(a.words) === JSON.stringify(b.words);
      expect(JSON.stringify(first['words']) === JSON.stringify(second['words'])).toBe(isSame);
      if (!isSame) return;
      for (const [kind, oracle] of kinds)
        expect([kind, first[kind] === second[kind]]).toEqual([kind, a[oracle] === b[oracle]]);
    };
    fc.assert(fc.property(texts, texts, compare), { numRuns: 1500 });
    // Texts that differ in a piece have the same words more often.
    const changed = fc
      .tuple(
        fc.array(fc.constantFrom(...pieces), { maxLength: 8 }),
        fc.nat(8),
        fc.constantFrom(...pieces),
        fc.constantFrom(...pieces),
      )
      .map(([all, at, one, other]) => [one, other].map((piece) => text(all.toSpliced(at, 0, piece).join(''))));
    fc.assert(
      fc.property(changed, ([one, other]) => one !== undefined && other !== undefined && compare(one, other)),
      { numRuns: 3000 },
    );
  });

  it('reads a text the same whatever was read before', () => {
    const vocabulary = new Vocabulary();
    const reader = new ShapeReader('en-US', vocabulary);
    const first = told(reader.read(load(text('A `b` c **d**, 1')), true));
    reader.read(load(text('x '.repeat(500))), true);
    expect(told(reader.read(load(text('A `b` c **d**, 1')), true))).toEqual(first);
  });

  it('has no number for a word that is not known, where it gives none', () => {
    const reader = new ShapeReader('en-US', new Vocabulary());
    reader.read(load(text('known')), true);
    expect([...reader.read(load(text('Known unknown 7')), false).words.subarray(0, 3)]).toEqual([2, 0, 1]);
  });
});

describe('Features', () => {
  it('keeps many', () => {
    const reader = new ShapeReader('en-US', new Vocabulary());
    const features = new Features();
    for (let at = 0; at < 5000; at++) features.set(at, reader.read(load(text(`Step ${at}`)), true));
    features.trim(5000);
    const shape = reader.read(load(text('Step 4999')), true);
    expect([features.compare(4998, shape, true), features.compare(4999, shape, true)]).toEqual([2, 8]);
  });
});
