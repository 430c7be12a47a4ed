import type { These } from 'fp-ts/lib/These.js';
import { nameOf, type OptionKindsOf, truth } from '../../model/options.js';
import type { SourceArticle } from '../../model/source-article.js';
import { rightOf } from '../../read/result.js';

/** How a document is merged into an article in one language. */
export interface MergeSourceOptions {
  /**
   * How inline markup is written in the document: `codes`, or `text` where Markdown is literal text. Default: as its
   * sources show; `codes` where they hold no markup.
   */
  readonly inline?: 'codes' | 'text';
  /** Targets that lost, doubled or broke a code are written all the same. Default: `false`. */
  readonly force?: boolean;
  /** Nothing is written where a segment has no target: each is reported (`merge/untranslated`). Default: `false`. */
  readonly requireAll?: boolean;
}

/** What the options take. */
export const mergeSourceKinds: OptionKindsOf<MergeSourceOptions> = {
  inline: /* @__PURE__ */ nameOf(['codes', 'text']),
  force: truth,
  requireAll: truth,
};

/** An article in the target language, as far as the document has it. */
export interface MergedSource {
  /** The whole article. Every byte outside of the segments that have a target is that of the article. */
  readonly text: string;
  /**
   * The article that it was made of, cut as the document is: segments that are translated in `text` have that as their
   * target, with the state `reviewed` where the document says that somebody approved it, else `translated`. All others have
   * none, and stand in `text` as they were.
   */
  readonly article: SourceArticle;
  /** The language of the targets, as the document says it; not there where it does not. */
  readonly trgLang?: string;
  /** The ids of segments without a target in `text`. */
  readonly untranslated: readonly string[];
}

/**
 * The article in the target language, of what `mergeSource` gave; `undefined` where the document was refused.
 *
 * @example
 * const article = sourceArticleOf(readSource('# Hello'));
 * article && mergedSourceOf(mergeSource(article, 'no XLIFF')) // undefined
 */
export function mergedSourceOf(result: These<unknown, MergedSource>): MergedSource | undefined {
  return rightOf(result);
}
