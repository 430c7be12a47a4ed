import type { PageArticle, PageSegment, PageUnit } from '../../../src/view/page-data.js';

/** A segment with the block that it stands in. */
export interface Entry {
  readonly unit: PageUnit;
  readonly segment: PageSegment;
}

/** The segments of an article, in their order. */
export function entriesOf({ units }: Pick<PageArticle, 'units'>): readonly Entry[] {
  return units.flatMap((unit) => unit.segments.map((segment) => ({ unit, segment })));
}
