import type { These } from 'fp-ts/lib/These.js';
import type { Article } from '../model/article.js';
import type { Diagnostic } from '../model/diagnostics/diagnostic.js';
import { language, nameOf, type OptionKindsOf, object, truth } from '../model/options.js';
import type { Point, Range } from '../model/position.js';
import type { SourceArticle } from '../model/source-article.js';
import type { Carrier } from '../read/carriers/carrier.js';
import type { EditedFile } from '../read/edited/document.js';
import { rightOf } from '../read/result.js';
import type { MergeFinding } from './finding.js';
import type { MergedSource, MergeSourceOptions } from './source/merged-source.js';

/** How a document is merged. */
export interface MergeOptions {
  /**
   * How inline markup is written in the document: `codes`, or `text` where Markdown is literal text. Default: as its
   * sources show; `codes` where they hold no markup.
   */
  readonly inline?: 'codes' | 'text';
  /** Targets that lost, doubled or broke a code, or are empty, are written all the same. Default: `false`. */
  readonly force?: boolean;
  /**
   * `ms.translationtype` of the article becomes `HT` where all of its segments were edited, or the document says that their
   * targets are reviewed (`state` `reviewed` or `final`; in XLIFF 1.2 `final`, `signed-off`, or `approved="yes"`); else it
   * stays. Default: `false`.
   */
  readonly markHuman?: boolean;
  /** What the article is in, where that is a carrier of your own. Default: the carrier that the article names. */
  readonly carrier?: Carrier;
}

/** What the options of merging take; languages are for memories. */
export const mergeOptionKinds: OptionKindsOf<
  MergeOptions & { readonly srcLang?: unknown; readonly trgLang?: unknown }
> = {
  inline: nameOf(['codes', 'text']),
  force: truth,
  markHuman: truth,
  carrier: object,
  srcLang: language,
  trgLang: language,
};

/** An article with edited targets. */
export interface Merged {
  /** The whole article. Every byte outside of the changed targets is that of the article. */
  readonly text: string;
  /** The targets that are others now, in document order. */
  readonly changes: readonly TargetChange[];
  /** The ids of the segments whose targets the document says are reviewed, and that are in the article as they are in it. */
  readonly confirmed: readonly string[];
  /** The article says now that humans translated it, and did not before (`markHuman`). */
  readonly isMarked: boolean;
}

/**
 * The article with its edited targets, of what `mergeXliff` or `mergeTmx` gave; `undefined` where the document was refused.
 *
 * @example
 * const article = articleOf(parseArticle('# No pair'));
 * article && mergedOf(mergeXliff(article, 'no XLIFF')) // undefined
 */
export function mergedOf(result: These<unknown, Merged>): Merged | undefined {
  return rightOf(result);
}

/** A target that was replaced. Its place is that of the old target in the old text. */
export interface TargetChange extends Point {
  /** The id of the segment. */
  readonly id: string;
  /** From `offset` to the end of the old target in the old text. */
  readonly range: Range;
  /** The Markdown that was there. */
  readonly before: string;
  /** The Markdown that is there now. */
  readonly after: string;
}

/** Merges a document that was read already into an article; `Left` where it is refused. */
export interface MergeInto {
  /** `file`: the one of `files` that is of the article. Default: the one that names it, or the only one that fits. */
  (article: Article, file?: EditedFile): These<readonly Diagnostic[], Merged>;
  /** Of an XLIFF document that can be read: its files, whose units are read when they are asked for. */
  readonly files?: readonly EditedFile[];
  /** Of an XLIFF document that can be read: merges it into an article in one language. `file`: as above. */
  readonly intoSource?: (
    article: SourceArticle,
    options: MergeSourceOptions,
    file?: EditedFile,
  ) => These<readonly Diagnostic[], MergedSource>;
  /** Completes findings about its files. */
  readonly locate?: (findings: readonly MergeFinding[]) => readonly Diagnostic[];
}
