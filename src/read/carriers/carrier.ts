import type { Article } from '../../model/article.js';
import type { Edit } from '../../model/edits.js';
import type { Range } from '../../model/position.js';
import type { BlockOfPairs } from '../blocks/blocks.js';
import type { FrontMatterReading } from '../metadata/front-matter.js';
import type { Pair } from '../pairs.js';
import type { Markup } from './markup.js';

/** How pairs stand in a kind of file: all that reading takes of a {@link Carrier}. */
export interface CarrierSyntax<Name extends string = string> {
  /** Names it in the model: `yaml`. */
  readonly name: Name;
  /** What people call it: `YAML`. */
  readonly title: string;
  /** Of its files, with the dot, in lower case. */
  readonly extensions: readonly string[];
  /**
   * Of such files only those with pairs are articles: there are many others. In folders and globs, the others are passed
   * over. Default: `false`.
   */
  readonly pairsOnly?: true;
  /** What the content of its pairs is written in. */
  readonly markup: Markup;
  /** Whether a text is one of these, where its path does not say so. Default: none is. */
  recognizes?(text: string): boolean;
  /** Reads the front matter, or whatever has its place. */
  readMetadata(text: string): FrontMatterReading;
  /** Whether the start of a text has all that `readMetadata` looks at in it. Default: only all of it is sure to. */
  hasMetadata?(start: string): boolean;
  /** Looks at how the pairs of a text stand in it. `headerEnd`: where the front matter ends. */
  open(text: string, headerEnd: number): CarrierReader;
}

/** How changes of an article are written into its carrier. */
export interface CarrierWriting {
  /** The edits of an article by which stretches of it, in pairs, become other texts. */
  write(article: Article, changes: readonly Change[]): readonly Edit[];
  /** The edits of an article that take away what the localization system added, beside the pairs. Default: none. */
  withoutLocalization?(article: Article): readonly Edit[];
  /**
   * The edits by which an article says that humans translated it (`ms.translationtype: HT`), in the form that its metadata
   * have; none where it has no place for them. Default: none.
   */
  withHumanType?(article: Article): readonly Edit[];
  /** Several pairs may stand within one pair of quotes, so that none can be read alone. Default: `false`. */
  readonly sharesQuotes?: true;
  /** The YAML of an article, where pairs stand in YAML: its values must stay what they are. Default: none. */
  yamlOf?(article: Article): string | undefined;
  /**
   * Whether the content of a side is whole in itself, so that it damages nothing around it: one that was must stay so.
   * Default: all are.
   */
  isWhole?(content: string): boolean;
}

/** What pairs stand in: a kind of file. All that is known of it is in this object. */
export interface Carrier<Name extends string = string> extends CarrierSyntax<Name>, CarrierWriting {}

/**
 * A carrier of its halves. Each stands alone, and calls of this function are marked as pure, so that a bundle of what only
 * reads has nothing of writing in it.
 */
export function carrierFrom<Name extends string>(syntax: CarrierSyntax<Name>, writing: CarrierWriting): Carrier<Name> {
  return { ...syntax, ...writing };
}

/** The pairs of a text as a carrier sees them. */
export interface CarrierReader {
  /** Puts pairs into the blocks that they stand in. */
  group(pairs: readonly Pair[]): BlockOfPairs[];
  /** What a stretch of a pair reads: without the escapes of its carrier. */
  textOf(pair: Pair, range: Range): string;
  /** What a stretch between two pairs of a block reads. Default: the text as it stands. */
  textBetween?(range: Range): string;
  /** Whether a pair is not spelled as it reads, so that places in its texts are not those of the article. */
  isEscaped(pair: Pair): boolean;
}

/** A stretch of a pair, or the whole of it, and what takes its place. */
export interface Change {
  readonly range: Range;
  /** Another stretch of the pair, which stays as it is spelled; or a text in the markup of the carrier. */
  readonly by: Range | string;
}
