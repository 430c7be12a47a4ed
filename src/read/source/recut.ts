import type { SourceArticle, SourceSegment, SourceUnit } from '../../model/source-article.js';
import { createGrains, type Grain, type Grains } from './grains.js';
import { createIds, toUnit } from './units.js';

/**
 * The article with units cut otherwise: into the grains that `choose` gives for a unit, of which each ends before the next
 * one starts; a unit for which it gives `undefined` stays as it is, with its targets, and one for which it gives none is
 * left out.
 *
 * A segment has the id of the one that stood where it starts, so that those of all others stay: two that are joined have
 * the id of the first. Of several that start in one, the second has `.2` after its id, and so on. `grains`: those of the
 * article, where they are there already.
 *
 * @example
 * const article = sourceArticleOf(readSource('One. Two.\n\nThree.'));
 * const grains = article && createGrains(article);
 * const whole = article && recutSource(article, (unit) => {
 *   const joined = Array.from(grains?.of(unit) ?? []).filter(({ text }) => text === 'One. Two.');
 *   return joined.length > 0 ? joined : undefined;
 * });
 * whole && Array.from(sourceSegmentsOf(whole), ({ id, source }) => `${id} ${source.text}`) // ['101 One. Two.', '103 Three.']
 */
export function recutSource(
  article: SourceArticle,
  choose: (unit: SourceUnit) => readonly Grain[] | undefined,
  grains: Grains = createGrains(article),
): SourceArticle {
  const units: SourceUnit[] = [];
  for (const unit of article.units) {
    const chosen = choose(unit);
    if (chosen === undefined) units.push(unit);
    else if (chosen.length > 0) {
      const sources = grains.sidesOf(unit, chosen);
      const before = unit.parts.filter((part): part is SourceSegment => part.kind === 'segment');
      const { id, block, level, lines, atoms } = unit;
      const draft = { block, level, lines, atoms, sources, usual: undefined };
      units.push(toUnit(article.text, id, draft, createIds(before, id)));
    }
  }
  return { ...article, units };
}
