import type { SourceArticle, SourceUnit } from '../../model/source-article.js';
import { createGrains, type Grain } from './grains.js';
import { numberUnits, type UnitDraft } from './units.js';

/**
 * The article with units cut otherwise: into the grains that `choose` gives for a unit, of which each ends before the next
 * one starts; a unit for which it gives `undefined` stays. Segments are counted again.
 *
 * @example
 * const article = sourceArticleOf(readSource('One. Two.'));
 * const grains = article && createGrains(article);
 * const whole = article && recutSource(article, (unit) => Array.from(grains?.of(unit) ?? []).slice(1, 2));
 * whole && Array.from(sourceSegmentsOf(whole), ({ source }) => source.text) // ['One. Two.']
 */
export function recutSource(
  article: SourceArticle,
  choose: (unit: SourceUnit) => readonly Grain[] | undefined,
): SourceArticle {
  const grains = createGrains(article);
  return { ...article, units: numberUnits(article.text, drafts()) };

  function* drafts(): Generator<UnitDraft, void, undefined> {
    for (const unit of article.units) {
      const chosen = choose(unit);
      const sources =
        chosen === undefined
          ? unit.parts.flatMap((part) => (part.kind === 'segment' ? [part.source] : []))
          : grains.sidesOf(unit, chosen);
      yield { ...unit, sources };
    }
  }
}
