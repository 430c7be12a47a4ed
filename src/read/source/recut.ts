import type { Range } from '../../model/position.js';
import type { SourceArticle, SourceSegment, SourceUnit } from '../../model/source-article.js';
import { createGrains, type Grain, type Grains } from './grains.js';
import { toUnit } from './units.js';

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
      const { id, block, level, lines, atoms } = unit;
      units.push(toUnit(article.text, id, { block, level, lines, atoms, sources }, createIds(unit)));
    }
  }
  return { ...article, units };
}

/** The ids of segments, in document order, by those that a unit had. */
function createIds({ id: ofUnit, parts }: SourceUnit): (range: Range) => string {
  const before = parts.filter((part): part is SourceSegment => part.kind === 'segment');
  const given = new Set<string>();
  const numbers = new Map<string, number>();
  let at = 0;
  return ({ start }) => {
    while (at + 1 < before.length && (before[at]?.range.end ?? 0) <= start) at++;
    const own = before[at]?.id ?? ofUnit;
    let number = numbers.get(own) ?? 1;
    while (given.has(idOf(own, number))) number++;
    numbers.set(own, number + 1);
    given.add(idOf(own, number));
    return idOf(own, number);
  };
}

function idOf(own: string, number: number): string {
  return number === 1 ? own : `${own}.${number}`;
}
