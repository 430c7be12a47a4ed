import type { Matcher } from '../match/matcher.js';
import type { Ignorable } from '../model/article.js';
import { type SourceArticle, type SourceSegment, sourceSegmentsOf } from '../model/source-article.js';
import type { LeveragedArticle, LeveragedSegment } from './leveraged.js';
import { withMatches } from './match-segment.js';
import { type LeverageOptions, settingsOf } from './options.js';

/** What finds matches: a `Matcher`, or something else that knows them. */
export type LeverageMatcher = Pick<Matcher, 'match' | 'knows'>;

/** Where countings of side-by-side articles start. */
const firstNumber = 101;

/**
 * Fills an article that is to be translated with what memories have, and adds to each segment what they have that is near.
 *
 * A target is filled from the score `fill` on, which is 100 by default: the source is the same, with its codes; the target
 * is the stored one as it stands. Of several targets of a source, one is filled only where the context decides: a segment before or
 * after it that is the same, or the same place in the same original (`sourceHash`).
 *
 * @throws {RangeError} There is no such option, or its value is none that it takes.
 * @example
 * const read = (text = '') => ({ text, content: parseInline(text) });
 * const target = { ...read('Warten Sie.'), trgLang: 'de-DE', count: 1, places: [] };
 * const matcher = createMatcher([{ id: '1', srcLang: 'en-US', source: read('Wait.'), targets: [target] }], { trgLang: 'de-DE' });
 * const article = sourceArticleOf(readSource('Wait. Then go.'));
 * const segments = article ? sourceSegmentsOf(leverage(article, matcher)) : [];
 * Array.from(segments, ({ state, target }) => `${state} ${target?.text}`) // ['translated Warten Sie.', 'initial undefined']
 */
export function leverage(
  article: SourceArticle,
  matcher: LeverageMatcher,
  options: LeverageOptions = {},
): LeveragedArticle {
  const settings = settingsOf(options);
  const segments = Array.from(sourceSegmentsOf(article));
  const { sourceHash } = settings;
  let index = 0;
  const leveraged = (part: SourceSegment | Ignorable): LeveragedSegment | Ignorable => {
    if (part.kind === 'ignorable') return part;
    const [previous, next] = [segments[index - 1]?.source, segments[index + 1]?.source];
    const found = matcher.match(part.source, {
      ...(previous === undefined ? {} : { previous }),
      ...(next === undefined ? {} : { next }),
      ...(sourceHash === undefined ? {} : { sourceHash, id: String(firstNumber + index) }),
    });
    index++;
    return withMatches(part, found, settings);
  };
  return { ...article, units: article.units.map((unit) => ({ ...unit, parts: unit.parts.map(leveraged) })) };
}
