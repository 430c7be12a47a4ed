import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { TextUnits } from '../../../src/match/shape/text-units.js';
import { createTextHash } from '../../../src/memory/store/hash.js';
import { keyOf } from '../../../src/model/memory/text-key.js';
import { text } from '../tools.js';

const units = new TextUnits();

/** The key of a text as a string, read where the one before was. */
function keyIn(markdown: string): string {
  const { key, keyStart, keyEnd } = units.load(text(markdown).content);
  return String.fromCharCode(...key.subarray(keyStart, keyEnd));
}

const pieces = fc.constantFrom(
  ...[
    ' ',
    '\t',
    'a',
    'Wort',
    '**b**',
    '`c`',
    '[d](e.md)',
    '<br>',
    '![](f.png)',
    '&lt;',
    '語',
    '😀',
    '\ud800',
    '\u0001',
  ],
);
const texts = fc.array(pieces, { maxLength: 12 }).map((all) => all.join(''));

describe('TextUnits', () => {
  it('has the key that tells texts apart', () => {
    fc.assert(
      fc.property(texts, (markdown) => {
        expect(keyIn(markdown)).toBe(keyOf(text(markdown)));
        expect(units.isEmpty).toBe(keyOf(text(markdown)) === '');
      }),
      { numRuns: 2000 },
    );
  });

  it('has a character for each placeholder, and none for halves of pairs', () => {
    const { units: all, length, codeOffsets, codeCount } = units.load(text('a **b** `c`').content);
    expect(String.fromCharCode(...all.subarray(0, length))).toBe('a b \ufffc');
    expect([...codeOffsets.subarray(0, codeCount)]).toEqual([2, 3, 4]);
    expect(units.text).toBe('a b \ufffc');
  });

  it('keeps no array of a long text for the next one', () => {
    const long = 'word '.repeat(100_000);
    for (const each of [long, `**${long}**`]) {
      const { length } = new TextUnits().load(text(each).content);
      expect(length).toBeGreaterThan(400_000);
      units.load(text(each).content);
      units.load(text('short `code`').content);
      expect([units.units.length < 1000, units.key.length < 1000]).toEqual([true, true]);
    }
  });

  it('gives a hash the same units as its key', () => {
    const hash = createTextHash([1, 2]);
    for (const each of ['', 'a', 'ab', ' **b** c ', 'x'.repeat(10_000)]) {
      const { key, keyStart, keyEnd } = units.load(text(each).content);
      hash.ofUnits(key, keyStart, keyEnd, 3);
      const found = [hash.low, hash.high, hash.stable];
      hash.of(keyOf(text(each)), 3);
      expect([hash.low, hash.high, hash.stable]).toEqual(found);
    }
  });
});
