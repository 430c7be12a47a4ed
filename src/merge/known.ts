import type { Article, Segment, Unit } from '../model/article.js';
import type { InlineMode } from '../write/exporter.js';
import { createShape, once, type Shape } from './shape.js';
import { blockParts } from './written.js';

/** The blocks and segments of an article by their ids. */
export interface KnownUnits {
  readonly blocks: ReadonlyMap<string, Unit>;
  readonly segments: ReadonlyMap<string, KnownSegment>;
  /** A block, or a segment as a unit of its own, as it was written; a document may ask for the same with each of its units. */
  shapeOf(unit: Unit | KnownSegment, inline: InlineMode): Shape;
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
  const shapesOf = once((known: Unit | KnownSegment) =>
    once((inline: InlineMode) => {
      if ('parts' in known) return createShape(blockParts(known, inline), inline);
      const { segment, unit } = known;
      return createShape([{ part: segment, block: unit.block, prefix: '' }], inline);
    }),
  );
  return {
    blocks: new Map(units.map((unit) => [unit.id, unit])),
    segments,
    shapeOf: (known, inline) => shapesOf(known)(inline),
  };
}
