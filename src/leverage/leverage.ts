import type { Ignorable } from '../model/article.js';
import { type SourceArticle, type SourceSegment, sourceSegmentsOf } from '../model/source-article.js';
import { withParts } from '../read/source/units.js';
import { cutByMemory } from './cut.js';
import type { LeveragedArticle, LeveragedSegment } from './leveraged.js';
import { type LeverageMatcher, LookUp, placed } from './look-up.js';
import { withMatches } from './match-segment.js';
import { type LeverageOptions, settingsOf } from './options.js';

/**
 * Fills an article that is to be translated with what memories have, and adds to each segment what they have that is near.
 *
 * Each block is cut as the memories know it best: into its sentences, into several of them joined, or parts of them, or it
 * is taken as a whole. Where nothing is gained by that, it stays cut as it is.
 *
 * A target is filled from the score `fill` on, which is 100 by default: the source is the same, with its codes; the target
 * is the stored one as it stands. Of several targets of a source, one is filled only where the context decides: a segment
 * before or after it that is the same, or the same place in the same original (`sourceHash`).
 *
 * @throws {RangeError} There is no such option, or its value is none that it takes.
 * @example
 * const read = (text = '') => ({ text, content: parseInline(text) });
 * const target = { ...read('Warten Sie.'), trgLang: 'de-DE', count: 1, places: [] };
 * const matcher = createMatcher([{ id: '1', srcLang: 'en-US', source: read('Wait.'), targets: [target] }], { trgLang: 'de-DE' });
 * const article = sourceArticleOf(readSource('Wait. Then go.'));
 * const segments = article ? sourceSegmentsOf(leverage(article, matcher)) : [];
 * Array.from(segments, ({ source, target }) => `${source.text} ${target?.text}`) // ['Wait. Warten Sie.', 'Then go. undefined']
 */
export function leverage(
  article: SourceArticle,
  matcher: LeverageMatcher,
  options: LeverageOptions = {},
): LeveragedArticle {
  const settings = settingsOf(options);
  const lookUp = new LookUp(matcher, settings.sourceHash);
  // What is filled is of use, whether it is shown or not.
  const cut = cutByMemory(article, lookUp, Math.min(settings.show, settings.fill, 100));
  const leveraged = new Map<SourceSegment, LeveragedSegment>();
  for (const place of placed(Array.from(sourceSegmentsOf(cut)))) {
    leveraged.set(place.segment, withMatches(place.segment, lookUp.matchAt(place), settings));
  }
  const leveragedOf = (part: SourceSegment | Ignorable): LeveragedSegment | Ignorable =>
    part.kind === 'ignorable' ? part : (leveraged.get(part) as LeveragedSegment);
  return { ...cut, units: cut.units.map((unit) => withParts(unit, unit.parts.map(leveragedOf))) };
}
