import { expect, it } from 'vitest';
import { createGrains, recutSource, sourceSegmentsOf } from '../../../src/index.js';
import { sourceOf } from '../../support/sources.js';

it('cuts a block otherwise, and no other has another id', () => {
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
    '105 Five.',
    '106 Six.',
  ]);
  expect(cut.units.map(({ id }) => id)).toEqual(['101', '103', '106']);
  // Grains of the new article are those of the old one.
  expect(cut.units.map(({ atoms }) => atoms)).toEqual(article.units.map(({ atoms }) => atoms));
});

it('numbers texts that start in one segment, and leaves out what has none', () => {
  const article = sourceOf('**Note:** Do it: now.\n\nNo more.\n\nLast.');
  const grainsOf = createGrains(article).of;
  const cut = recutSource(article, (unit) => {
    if (unit.id === '102') return [];
    const each = [...grainsOf(unit)].filter(({ first, last }) => first === last);
    return unit.id === '101' ? each : undefined;
  });
  const ids = (units: typeof cut): string[] => Array.from(sourceSegmentsOf(units), ({ id }) => id);
  expect(ids(cut)).toEqual(['101', '101.2', '101.3', '103']);
  // Cut once more, no id is there twice.
  const twice = recutSource(cut, (unit) => {
    const each = [...grainsOf(unit)].filter(({ first, last }) => first === last);
    return unit.id === '101' ? [...each].slice(0, 3) : undefined;
  });
  expect(new Set(ids(twice)).size).toBe(4);
});

it('gives the grains that are wanted, each asked for once, in their order', () => {
  const article = sourceOf('One *two*. **Three:** four `five`, six.\n\n![Seven.](eight.png)');
  const grains = createGrains(article);
  for (const unit of article.units) {
    const all = [...grains.of(unit)];
    const asked: unknown[] = [];
    const isWanted = (first: number, last: number, text: string): boolean => {
      asked.push({ first, last, text });
      return text.includes('o');
    };
    expect([...grains.of(unit, isWanted)]).toEqual(all.filter(({ text }) => text.includes('o')));
    expect(asked).toEqual(all.map(({ first, last, text }) => ({ first, last, text })));
  }
});
