import type { Segment } from '../../../model/article.js';
import type { SourceArticle, SourceUnit } from '../../../model/source-article.js';
import { createGrains, type Grains } from '../../../read/source/grains.js';

/**
 * Tells which segments of an article have half of a link, or of an image, as text, because a document has them joined or cut
 * there. With another text in its place, the other half would be none.
 */
export function createTorn(article: SourceArticle): (segment: Segment) => boolean {
  let opened: { readonly grains: Grains; readonly unitOf: ReadonlyMap<string, SourceUnit> } | undefined;
  return ({ id, range, source }) => {
    if (!source.content.some((each) => each.kind === 'text' && /[[\]]/.test(each.text))) return false;
    opened ??= { grains: createGrains(article), unitOf: unitsOf(article) };
    const unit = opened.unitOf.get(id);
    return unit !== undefined && opened.grains.isTorn(unit, range);
  };
}

/** The units of an article by the ids of their segments. */
function unitsOf({ units }: SourceArticle): ReadonlyMap<string, SourceUnit> {
  return new Map(
    units.flatMap((unit) => unit.parts.flatMap((part) => (part.kind === 'segment' ? [[part.id, unit] as const] : []))),
  );
}
