import type { Block, FrontMatter, Ignorable, Side } from './article.js';
import type { Range } from './position.js';

/**
 * An article in one language, to be translated: its text, its front matter, and its segments in blocks. Plain data, JSON
 * all the way down. It shares blocks, sides and codes with an `Article`; its segments have no target.
 */
export interface SourceArticle {
  readonly kind: 'source-article';
  /** The path that it was read from, with `/`, as far as the caller named one. */
  readonly path?: string;
  /** The text that was read. All ranges are offsets into it. */
  readonly text: string;
  /** Only there when the text starts with a front matter that is closed. */
  readonly frontMatter?: FrontMatter;
  /** The blocks that hold text, in document order. */
  readonly units: readonly SourceUnit[];
}

/** A block of the article, with its segments and with the places where it can be cut otherwise. */
export interface SourceUnit {
  readonly kind: 'unit';
  /** Unique in the article: made from the id of the first segment. */
  readonly id: string;
  /** What the block is. */
  readonly block: Block;
  /** The level of a heading, 1 to 6. */
  readonly level?: number;
  /** Starts and ends with a segment; ignorables stand between segments only. */
  readonly parts: readonly (SourceSegment | Ignorable)[];
  /**
   * The stretches of the article that the text of the block is made of, without the marks of quotes and the indentation
   * between lines. Where one ends and the next one starts, the text has a space.
   */
  readonly lines: readonly Range[];
  /** The finest parts that the block can be cut into, in order. A segment, at any grain, is a run of these. */
  readonly atoms: readonly Atom[];
}

/** A part of a block that no rule cuts further. */
export interface Atom {
  /** Where it stands in the article, without white space at its ends. */
  readonly range: Range;
  /** A segment ends with it where nothing is known: the rules are sure that a sentence, a line or a cell ends here. */
  readonly isEnd: boolean;
}

/** A text to be translated. */
export interface SourceSegment {
  readonly kind: 'segment';
  /** Unique in the article: a number, counted in the manner of side-by-side articles, from 101 on. */
  readonly id: string;
  /** What is replaced by a translation; the range of its source. */
  readonly range: Range;
  /**
   * Its text has a space for each line end, and for the marks of quotes and the indentation after it; in a front matter
   * it is the value without its quotes and escapes.
   */
  readonly source: Side;
}

/** The segments of an article in document order. */
export function* sourceSegmentsOf(article: SourceArticle): Generator<SourceSegment, void, undefined> {
  for (const unit of article.units) for (const part of unit.parts) if (part.kind === 'segment') yield part;
}
