import type { Article, Segment, Unit } from '../../model/article.js';
import type { EditedUnit, Piece } from '../../read/edited/document.js';
import { readInline } from '../../read/inline/inline.js';
import type { InlineMode } from '../../write/export-options.js';
import { createShape, once, type Shape } from './shape.js';
import { blockParts } from './written.js';

/** The blocks and segments of an article by their ids. */
export interface KnownUnits {
  readonly blocks: ReadonlyMap<string, Unit>;
  readonly segments: ReadonlyMap<string, KnownSegment>;
  /** A block, or a segment as a unit of its own, as it was written; a document may ask for the same with each of its units. */
  shapeOf(unit: Unit | KnownSegment, inline: InlineMode): Shape;
  /**
   * Whether a unit is the title, which had no pair and is known by the heading no more, with the target that the article
   * has: the title and the heading were the same when the document was exported, and one of them has changed.
   */
  isTitle(unit: EditedUnit): boolean;
}

/** A segment, and the block that it stands in. */
export interface KnownSegment {
  readonly segment: Segment;
  readonly unit: Unit;
}

export function indexArticle({ units, frontMatter }: Article): KnownUnits {
  const title = frontMatter?.entries.find(({ key }) => key === 'title')?.value;
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
  const [firstId = ''] = segments.keys();
  return {
    blocks: new Map(units.map((unit) => [unit.id, unit])),
    segments,
    shapeOf: (known, inline) => shapesOf(known)(inline),
    isTitle: ({ id, parts: [part, ...others] }) =>
      others.length === 0 &&
      part?.target !== undefined &&
      titleId.test(id) &&
      prefixOf(id) === prefixOf(firstId) &&
      isSpelled(part.target, String(title ?? '')),
  };
}

/** As `recoverTitle` makes it. */
const titleId = /^[0-9a-f]{5}-101(?:\.title[0-9]*)?$/;

function prefixOf(id: string): string {
  return id.slice(0, id.indexOf('-') + 1);
}

/** Whether a target is a text of Markdown; codes may be without data. */
function isSpelled(pieces: readonly Piece[], markdown: string): boolean {
  const texts = textsOf(pieces);
  return (
    texts === markdown.trim() ||
    texts === textsOf(readInline(markdown).map((inline) => (inline.kind === 'text' ? inline.text : inline)))
  );
}

function textsOf(pieces: readonly unknown[]): string {
  return pieces
    .filter((piece) => typeof piece === 'string')
    .join('')
    .trim();
}
