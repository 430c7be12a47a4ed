import type { Block, FrontMatter, Ignorable, Side, TranslationType } from './article.js';
import type { EntryText } from './memory/entry.js';
import type { Range } from './position.js';

/**
 * An article in one language, to be translated: its text, its front matter, and its segments in blocks. Plain data, JSON
 * all the way down. It shares blocks, sides and codes with an `Article`; its segments have a target only where there is one.
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

/** A text to be translated, and what is known of its translation. */
export interface SourceSegment {
  readonly kind: 'segment';
  /**
   * Unique in the article. As it is read, a number, counted in the manner of side-by-side articles, from 101 on; where it is
   * cut otherwise, by rules of one's own or by `recutSource`, that of the text that stands at the start of the segment, with
   * `.2` and so on for the next ones that start in one.
   */
  readonly id: string;
  /** What is replaced by a translation; the range of its source. */
  readonly range: Range;
  /**
   * Its text has a space for each line end, and for the marks of quotes and the indentation after it; in a front matter
   * it is the value without its quotes and escapes.
   */
  readonly source: Side;
  /** Its translation. A code has the id of the code of the source that it is; no range of it is of the article. */
  readonly target?: EntryText;
  /** How far the translation is. Default: `translated` where there is a target, else `initial`. */
  readonly state?: SegmentState;
  /** What `state` leaves open, with a prefix of its own (`ms:mt`). It needs `state`. */
  readonly subState?: string;
  /** How near the target is to what a memory has, 0 to 101; not there where it is from no memory. */
  readonly score?: number;
  /** What memories have that is near, the best first. */
  readonly candidates?: readonly MatchCandidate[];
}

/** The states of a segment in XLIFF 2.0 (section 4.3.1.30). */
export type SegmentState = 'initial' | 'translated' | 'reviewed' | 'final';

/** A translation that a memory has for a text like the source of a segment. A `Match` is one. */
export interface MatchCandidate {
  /** 0 to 101. */
  readonly score: number;
  /** What is the same: source and context, the source, its words, some of these. */
  readonly kind: 'context' | 'exact' | 'near' | 'fuzzy';
  /** The score before anything was taken off. */
  readonly base?: number;
  /** What was taken off. */
  readonly penalties?: readonly { readonly name: string; readonly points: number }[];
  /** The source that the memory has. */
  readonly source: EntryText;
  /** Its codes have the ids of the codes of that source. */
  readonly target: EntryText;
  /** What of the target was taken from the segment, and is not as the memory has it: `numbers`, `codes`. */
  readonly adapted?: readonly string[];
  /** Where it comes from. */
  readonly origin?: {
    /** Who translated it; not there where nothing says so. */
    readonly translationType?: TranslationType;
    /** The name of its memory. */
    readonly memory: string;
    /** The path of the article that it was seen in first, and the id of its pair there. */
    readonly path?: string;
    readonly id?: string;
    /** YYYY-MM-DD. */
    readonly date?: string;
  };
}

/** The segments of an article in document order. */
export function* sourceSegmentsOf(article: SourceArticle): Generator<SourceSegment, void, undefined> {
  for (const unit of article.units) for (const part of unit.parts) if (part.kind === 'segment') yield part;
}

/** Whether a block is a value of the front matter. */
export function isInHeader({ block }: Pick<SourceUnit, 'block'>): boolean {
  return block === 'title' || block === 'front-matter';
}
