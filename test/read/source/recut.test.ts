import { expect, it } from 'vitest';
import { createGrains, recutSource, sourceSegmentsOf } from '../../../src/index.js';
import { sourceOf } from '../../support/sources.js';

it('cuts a block otherwise, and counts again', () => {
  const article = sourceOf('# One. Two.\n\nThree. Four. Five.\n\nSix.');
  const grainsOf = createGrains(article).of;
  const cut = recutSource(article, (unit) => {
    const grains = [...grainsOf(unit)];
    const chosen = grains.filter(({ text }) => text === 'Three. Four.' || text === 'Five.');
    return chosen.length === 0 ? undefined : chosen;
  });
  expect(Array.from(sourceSegmentsOf(cut), ({ id, source }) => `${id} ${source.text}`)).toEqual([
    '101 One.',
    '102 Two.',
    '103 Three. Four.',
    '104 Five.',
    '105 Six.',
  ]);
  expect(cut.units.map(({ id }) => id)).toEqual(['101', '103', '105']);
  // Grains of the new article are those of the old one.
  expect(cut.units.map(({ atoms }) => atoms)).toEqual(article.units.map(({ atoms }) => atoms));
});
