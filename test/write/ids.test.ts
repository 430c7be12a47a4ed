import { isLeft } from 'fp-ts/lib/These.js';
import { describe, expect, it } from 'vitest';
import { exportToString, mergeTmx, mergeXliff, validateTmx, validateXliff } from '../../src/index.js';
import { parseInParts } from '../../src/read/article.js';
import { articleOf, pair } from '../support/pairs.js';
import { elementsOf, readXml } from '../support/xml.js';

const title = '---\ntitle: Eins\n---\n';

/** Articles whose ids collide with those of codes, of a title, or of each other. */
const articles: readonly (readonly [string, string])[] = [
  ['ids like those of codes', `${pair('1', '**a** `b`', '**a** `b`')} ${pair('2', '**c**', '**c**')}`],
  [
    'ids like those of codes of a later segment',
    `${pair('2-1', 'a', 'a')} ${pair('9', '**b**', '**b**')} ${pair('2-1.s', '*c*', '*c*')} ${pair('1', '`d`', '`d`')}`,
  ],
  ['a code that only the target has', `${pair('3', '`a` `b` **c**', '**c**')} ${pair('2', '`a`', '`a`')}`],
  [
    'a title beside a pair of its number',
    `${title}# ${pair('1a2b3-102', 'Eins', 'One')}\n\n${pair('1a2b3-101', 'Zwei', 'Two')}`,
  ],
  [
    'a title beside all ids that it might have',
    `${title}# ${pair('1a2b3-102', 'Eins', 'One')}\n\n${pair('1a2b3-101', 'Zwei', 'Two')}\n\n${pair('1a2b3-101.title', 'Drei', 'Three')}`,
  ],
  [
    'a title beside a pair whose id is spelled with a reference',
    `${title}# ${pair('1a2b3-102', 'Eins', 'One')}\n\n${pair('1a2b3&#45;101', 'Zwei', 'Two')}`,
  ],
  [
    'the same id again, and one with a number',
    ['102', '102', '102.2', '102.2', '102'].map((id) => pair(`1a2b3-${id}`, 'a', 'b')).join(' '),
  ],
  [
    'ids with one number',
    ['11111-102', '22222-102', '102', '22222-102', '33333-22222-102'].map((id) => pair(id, 'a', 'b')).join(' '),
  ],
  [
    'ids that are no names',
    ['a b', 'a_b', 'ä', 'ö', '', ' ', '__proto__', 'constructor'].map((id) => pair(id, `${id}x`, 'b')).join(' '),
  ],
];

const nmtoken = /^[A-Za-z0-9._-]+$/;

describe.each(articles)('%s', (_, text) => {
  const article = articleOf(text, 'a.md');
  const options = { trgLang: 'de-DE' };

  it('gives documents in which nothing is wrong', () => {
    for (const units of ['block', 'pair'] as const) {
      expect(validateXliff(exportToString([article], 'xliff', { ...options, units }))).toEqual([]);
    }
    expect(validateTmx(exportToString([article], 'tmx', options))).toEqual([]);
  });

  it('has ids that are names, each once', () => {
    const written = [
      exportToString([article], 'xliff', options),
      exportToString([article], 'xliff', { ...options, units: 'pair' }),
      exportToString([article], 'xliff1.2', options),
    ].flatMap((document) => {
      const root = readXml(document);
      return ['unit', 'segment', 'trans-unit', 'group'].map((name) =>
        elementsOf(root, name).map(({ attributes }) => attributes['id'] ?? ''),
      );
    });
    const tuids = elementsOf(readXml(exportToString([article], 'tmx', options)), 'tu').map(
      ({ attributes }) => attributes['tuid'] ?? '',
    );
    for (const ids of [...written, tuids]) {
      expect(ids.filter((id) => !nmtoken.test(id))).toEqual([]);
      // Segments of units for pairs are alone in them.
      expect(ids).toEqual([...new Set(ids)]);
    }
    expect(written.flat().length).toBeGreaterThan(tuids.length);
  });

  it('has the same ids when it is read in parts', () => {
    const parts = [...parseInParts(text, {}, 1)].flatMap((part) => part.article.units);
    expect(parts).toEqual(article.units);
  });

  it('comes back', () => {
    for (const units of ['block', 'pair'] as const) {
      const merged = mergeXliff(article, exportToString([article], 'xliff', { ...options, units }));
      expect(isLeft(merged) ? merged.left : merged.right.text).toBe(text);
    }
    const merged = mergeXliff(article, exportToString([article], 'xliff1.2', options));
    expect(isLeft(merged) ? merged.left : merged.right.text).toBe(text);
    const memory = mergeTmx(article, exportToString([article], 'tmx', options), options);
    expect(isLeft(memory) ? memory.left : memory.right.text).toBe(text);
  });
});

describe('ids', () => {
  it('of pairs stay beside a title', () => {
    const [, beside] = articles[3] ?? [];
    const { units } = articleOf(beside ?? '');
    expect(units.map(({ id }) => id)).toEqual(['1a2b3-101.title', '1a2b3-102', '1a2b3-101']);
  });
});
