import type { Block, Ignorable, Segment, Unit } from '../../model/article.js';
import type { InlineMode } from '../../write/export-options.js';
import { skipReason } from '../../write/selection.js';
import { encodeSide, encodeText } from '../encode.js';

/** A part of an article as an exporter wrote it into a unit. */
export interface WrittenPart {
  readonly part: Segment | Ignorable;
  readonly block: Block;
  /** What stands before the ids of its codes. */
  readonly prefix: string;
}

/** A segment of an article as an exporter wrote it. */
export type WrittenSegment = WrittenPart & { readonly part: Segment };

export function isWrittenSegment(written: WrittenPart): written is WrittenSegment {
  return written.part.kind === 'segment';
}

/** A side of a part as it was written. An ignorable is the same on both sides. */
export function encodePart({ part, prefix }: WrittenPart, side: 'source' | 'target', inline: InlineMode): string {
  return part.kind === 'ignorable' ? encodeText(part.text) : encodeSide(part[side], inline, prefix);
}

/** The parts that are written of a block; codes of the second segment on have its number before their ids. */
export function blockParts({ parts, block }: Unit, inline: InlineMode): WrittenPart[] {
  let segments = 0;
  return parts
    .filter((part) => part.kind === 'ignorable' || skipReason(part, inline) === undefined)
    .map((part) => {
      const number = part.kind === 'segment' ? ++segments : 0;
      return { part, block, prefix: number > 1 ? `${number}-` : '' };
    });
}
