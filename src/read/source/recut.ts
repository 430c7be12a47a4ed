import type { SourceArticle, SourceUnit } from '../../model/source-article.js';
import type { Grain } from './grains.js';
import { numberUnits, type UnitDraft } from './units.js';

/**
 * The article with units cut otherwise: into the grains that `choose` gives for a unit, which follow each other; a unit for
 * which it gives `undefined` stays. Segments are counted again.
 *
 * @example
 * const article = sourceArticleOf(readSource('One. Two.'));
 * const whole = recutSource(article, (unit) => Array.from(createGrains(article)(unit)).slice(1, 2));
 * Array.from(sourceSegmentsOf(whole), ({ source }) => source.text) // ['One. Two.']
 */
export function recutSource(
  article: SourceArticle,
  choose: (unit: SourceUnit) => readonly Grain[] | undefined,
): SourceArticle {
  return { ...article, units: numberUnits(article.text, drafts()) };

  function* drafts(): Generator<UnitDraft, void, undefined> {
    for (const unit of article.units) {
      const chosen = choose(unit)?.map(({ source }) => source);
      yield {
        ...unit,
        sources: chosen ?? unit.parts.flatMap((part) => (part.kind === 'segment' ? [part.source] : [])),
      };
    }
  }
}
