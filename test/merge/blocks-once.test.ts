import { expect, it } from 'vitest';
import { exportToString, mergeXliff } from '../../src/index.js';
import { articleOf, pair } from '../support/pairs.js';
import { outcomeOf } from './documents.js';

const texts = ['Eins **a**', 'Zwei `b`', 'Drei', 'Vier **c**'];
const article = articleOf(texts.map((text, index) => pair(`1a2b3-10${index}`, text, `E${text}`)).join(' und '), 'a.md');
const document = exportToString([article], 'xliff', { trgLang: 'de-DE' });

/** A unit of the document, and its segments. */
const [unit = ''] = /<unit [\s\S]*<\/unit>/.exec(document) ?? [];
const segments = unit.match(/<segment [\s\S]*?<\/segment>/g) ?? [];

it('finds segments from either end of a block that has changed in the middle', () => {
  const other = document
    .replace('EDrei', 'Three, in other words')
    .replace('>Eins ', '>Zuerst ')
    .replace('<target>Vier', '<target>Zuletzt');
  expect(outcomeOf(mergeXliff(article, other), article)).toEqual({
    changes: { '1a2b3-100': 'Zuerst **a**', '1a2b3-103': 'Zuletzt **c**' },
    codes: ['merge/source-differs'],
  });
});

it('finds the segments of a block in units that have lost their ids, or stand alone', () => {
  expect(segments).toHaveLength(4);
  const units = segments.map((segment, index) =>
    unit.replace(/<segment[\s\S]*<\/segment>/, segment).replace(/ id="[^"]*"/, ` id="u${index}"`),
  );
  const other = document.replace(unit, units.join('\n').replace('<target>Drei', '<target>Dreimal'));
  expect(outcomeOf(mergeXliff(article, other), article).changes).toEqual({ '1a2b3-102': 'Dreimal' });
});

it('takes the same from a hundred units of the id of one block', () => {
  const other = document.replace(unit, unit.replace('>Zwei ', '>Beide ').repeat(100));
  const { changes } = outcomeOf(mergeXliff(article, other), article);
  expect(changes).toEqual({ '1a2b3-101': 'Beide `b`' });
});
