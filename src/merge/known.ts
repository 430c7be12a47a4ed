import type { Article, Segment, Unit } from '../model/article.js';

/** The blocks and segments of an article by their ids. */
export interface KnownUnits {
  readonly blocks: ReadonlyMap<string, Unit>;
  readonly segments: ReadonlyMap<string, KnownSegment>;
}

/** A segment, and the block that it stands in. */
export interface KnownSegment {
  readonly segment: Segment;
  readonly unit: Unit;
}

export function indexArticle({ units }: Article): KnownUnits {
  const segments = new Map<string, KnownSegment>();
  for (const unit of units) {
    for (const part of unit.parts) if (part.kind === 'segment') segments.set(part.id, { segment: part, unit });
  }
  return { blocks: new Map(units.map((unit) => [unit.id, unit])), segments };
}
