import { describe, expect, it } from 'vitest';
import { type HeaderSpellings, headerSpellings, headerSpellingsWithSpace } from '../../src/split/header-spellings.js';

const header = (...lines: string[]): string => `---\n${lines.join('\n')}\n---\n`;

const headers: readonly (readonly [string, string, readonly string[]])[] = [
  ['plain values', header('title: One', 'author: me', 'date: 01/02/2018'), ['One', 'Two: three']],
  ['lists', header('title: One', 'keywords:', '- a', '- "1"', "empty: ''", 'topic: x'), ['One']],
  ['block scalars', header('title: One', 'summary: >-', '  Text', 'topic: x'), []],
  ['no title', header('topic: x', 'id: 01234567-89ab-cdef-0123-456789abcdef'), ['One']],
  ['nothing', '---\n---\n', []],
];

const all = (spellings: HeaderSpellings): string[] =>
  Array.from({ length: spellings.count() }, (_, index) => spellings.at(index));

describe.each(headers)('spellings of a front matter with %s', (_, text, titles) => {
  it.each([
    ['', headerSpellings],
    ['with a space', headerSpellingsWithSpace],
  ] as const)('%s are distinct, and each is found by its habit', (_name, make) => {
    const spellings = make(text, titles, 10_000);
    const texts = all(spellings);
    expect(texts.length).toBeLessThanOrEqual(spellings.most);
    for (const [index, spelled] of texts.entries()) {
      const own = spellings.indexOf(spellings.habitOf(index));
      expect(own).toBeLessThanOrEqual(index);
      expect(texts[own ?? -1]).toBe(spelled);
      expect(spellings.spell(spellings.habitOf(index))).toBe(spelled);
    }
    if (make === headerSpellings && !text.includes('>-')) expect(new Set(texts).size).toBe(texts.length);
  });

  it('start with that of the article', () => {
    expect(headerSpellings(text, titles, 1).at(0)).toBe(text);
  });
});

describe('a habit', () => {
  const of = (spelled: string, text: string, titles: readonly string[]) => {
    const spellings = headerSpellings(text, titles, 10_000);
    return spellings.habitOf(all(spellings).indexOf(spelled));
  };
  const habit = of(header('title: "One"', 'keywords: ', '  - "a"'), header('title: One', 'keywords:', '- a'), ['One']);

  it('spells another front matter in the same way', () => {
    const text = header('title: Two', 'date: 01/02/2018', 'topic:', '- b', '- c d');
    const spellings = headerSpellings(text, ['Two'], 10_000);
    expect(spellings.at(spellings.indexOf(habit) ?? -1)).toBe(
      header('title: "Two"', 'date: 01/02/2018', 'topic: ', '  - "b"', '  - "c d"'),
    );
  });

  it('is none of a front matter that has no such title or value', () => {
    expect(headerSpellings(header('topic: x'), [], 10_000).indexOf(habit)).toBeUndefined();
    const spaced = headerSpellingsWithSpace(header('topic: x'), [], 10_000);
    expect(headerSpellingsWithSpace(header('other: x'), [], 10_000).indexOf(spaced.habitOf(0))).toBeUndefined();
  });

  it('is none where it is not among as many as are wanted', () => {
    const text = header('title: Two', 'topic:', '- b');
    const few = headerSpellings(text, ['Two'], 1);
    expect(few.count()).toBeLessThan(headerSpellings(text, ['Two'], 10_000).count());
    expect(few.indexOf(habit)).toBeUndefined();
  });
});
