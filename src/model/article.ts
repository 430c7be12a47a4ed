import type { Content } from './content.js';
import type { DiagnosticCode } from './diagnostics/diagnostic.js';
import type { Range } from './position.js';

/** A side-by-side article: its text, its front matter, and its pairs in blocks. Plain data, JSON all the way down. */
export interface Article {
  readonly kind: 'article';
  /** The path that it was read from, with `/`, as far as the caller named one. */
  readonly path?: string;
  /** What the text is in: the name of its carrier (`yaml`, `xml`). Not there: Markdown. */
  readonly carrier?: string;
  /** What the contents of its pairs are written in (`xml`). Not there: Markdown. */
  readonly markup?: string;
  /** The text that was read. All ranges are offsets into it. */
  readonly text: string;
  /** Only there when the text starts with a front matter that is closed. */
  readonly frontMatter?: FrontMatter;
  /** The six keys that the localization system adds to the front matter, as far as they are there and understood. */
  readonly localization: Localization;
  /** The blocks that hold pairs, in document order; a recovered title comes first. */
  readonly units: readonly Unit[];
}

/** The YAML between the two `---` lines at the start of an article. */
export interface FrontMatter {
  /** From the first `---` to the end of the second, its line end included. */
  readonly range: Range;
  /** All keys, in the order of the text, duplicates included. */
  readonly entries: readonly Entry[];
}

/** One key of the front matter, with its value. */
export interface Entry {
  readonly key: string;
  readonly keyRange: Range;
  readonly value: Value;
  /** The value as it is spelled, quotes included; empty after the colon where there is no value. */
  readonly valueRange: Range;
}

/** A YAML value. Scalars are always text, as they are spelled without their quotes (`1.10` stays `1.10`). */
export type Value = string | readonly Value[] | { readonly [key: string]: Value };

/** The keys with which the localization system marks an article. */
export interface Localization {
  /** `ms.contentlocale`: the target language as a BCP 47 tag in its usual spelling. */
  readonly trgLang?: string;
  /** `ms.translationtype`: `ht` human translation, `mt` machine translation. */
  readonly translationType?: TranslationType;
  /** `ms.lasthandoff` as an ISO date, `YYYY-MM-DD`. */
  readonly lastHandoff?: string;
  /**
   * `ms.openlocfilehash`: the hash of the bytes of the English original in lower-case hexadecimal digits: SHA-1 (40
   * digits) or SHA-256 (64 digits).
   */
  readonly sourceHash?: string;
  /** `ms.sourcegitcommit`: commit of the English repository, 40 or 64 lower-case hexadecimal digits. */
  readonly sourceCommit?: string;
  /** `ms.locfileid`: digits. */
  readonly fileId?: string;
}

/** Who translated an article: a human (`ht`) or a machine (`mt`). */
export type TranslationType = 'ht' | 'mt';

/** A block of the article with the pairs in it, such as a paragraph with its sentences. */
export interface Unit {
  readonly kind: 'unit';
  /** Unique in the article: made from the id of the first pair. */
  readonly id: string;
  /** What the block is. */
  readonly block: Block;
  /** The level of a heading, 1 to 6. */
  readonly level?: number;
  /** Starts and ends with a segment; ignorables stand between segments only. */
  readonly parts: readonly (Segment | Ignorable)[];
  /** What a translator should know of the block: where its texts are damaged, or were recovered. */
  readonly notes?: readonly string[];
}

/** What a block of an article is. `title` is the title in the front matter. */
export type Block = 'title' | 'front-matter' | 'heading' | 'paragraph' | 'list-item' | 'quote' | 'table-cell' | 'html';

/** A pair: a text in the target language and its source. */
export interface Segment {
  readonly kind: 'segment';
  /** Unique in the article; the id of the pair, changed only where it was not unique or no NMTOKEN. */
  readonly id: string;
  /** The whole pair, from the first `<` to the end of the last `>`. For a recovered title: its value in the front matter. */
  readonly range: Range;
  readonly source: Side;
  readonly target: Side;
  /** The segment is not a pair of the text, but was concluded: the title, whose source is that of the first pair. */
  readonly recovered?: true;
  /** Why no exporter writes the segment; most have no reason to be skipped. */
  readonly skip?: SkipReason;
}

/** One side of a segment. */
export interface Side {
  /** Where the content stands in the article. */
  readonly range: Range;
  /** The Markdown of the content: the text in `range`, but for pairs in double-quoted YAML, whose escapes are resolved. */
  readonly text: string;
  /** The same with inline codes told from text. Where escapes of YAML were resolved, a code has the range of the whole. */
  readonly content: Content;
}

/** Text between two pairs of one block: white space, a line break, the destination of a link. Same in both languages. */
export interface Ignorable {
  readonly kind: 'ignorable';
  readonly range: Range;
  readonly text: string;
}

/**
 * Why a pair that was found is left out of a memory: the code of the diagnostic, or of the rule, that says so; that it has
 * none of the findings that were asked for; or a reason of your own, of the form of a code.
 */
export type SkipReason = DiagnosticCode | 'without-finding' | `${string}/${string}`;

/** The segments of an article in document order, a recovered title first. */
export function* segmentsOf(article: Article): Generator<Segment, void, undefined> {
  for (const unit of article.units) for (const part of unit.parts) if (part.kind === 'segment') yield part;
}

/**
 * The pairs of an article that exporters write, in document order: without a recovered title, which is no pair of the
 * text, and without those that are skipped.
 *
 * @example
 * const article = articleOf(parseArticle('# No pair'));
 * article && pairsOf(article) // []
 */
export function pairsOf(article: Article): readonly Segment[] {
  const pairs: Segment[] = [];
  for (const { parts } of article.units) {
    for (const part of parts) {
      if (part.kind === 'segment' && !part.recovered && part.skip === undefined) pairs.push(part);
    }
  }
  return pairs;
}
