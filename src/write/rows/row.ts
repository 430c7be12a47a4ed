import type { TranslationType } from '../../model/article.js';

/**
 * A pair as a row of a table: what is written of a translation in all formats of rows (`jsonl`, `csv`, `xlsx`,
 * `parquet`), in this order. A property that is not known, or that options leave out, is `null`.
 */
export interface PairRow {
  /** The source as its Markdown (or other markup) stands in the article; without any with `inline: 'strip'`. */
  readonly source: string;
  /** The target, in the same way. */
  readonly target: string;
  /**
   * The source as XML with inline elements as in XLIFF 2.0 (`<pc id="1" dataRefStart="d1" dataRefEnd="d1">…</pc>`, `<ph>`,
   * `<sc>`, `<ec>`); a code of the target has the id of its partner in the source. Only with `inline: 'codes'`.
   */
  readonly sourceCodes: string | null;
  /** The target, in the same way. */
  readonly targetCodes: string | null;
  /** The markup of the inline elements: `d1` is the first, `d2` the second. */
  readonly originalData: readonly string[] | null;
  /** A BCP 47 tag. */
  readonly srcLang: string;
  /** A BCP 47 tag. */
  readonly trgLang: string;
  /** Human (`ht`) or machine translation (`mt`). */
  readonly translationType: TranslationType | null;
  /** The first hand-off that had it: YYYY-MM-DD. */
  readonly firstHandoff: string | null;
  /** The last one. */
  readonly lastHandoff: string | null;
  /** The path of the article where it was seen first. */
  readonly path: string | null;
  /** The line of the pair in the article, from 1. */
  readonly line: number | null;
  /** The id of the pair in the article. */
  readonly id: string | null;
  /** The hash of the English original of the article: `ms.openlocfilehash`. */
  readonly sourceHash: string | null;
  /** In how many places it was seen. */
  readonly count: number;
  /** Codes of what the rules of `check` found, where they were asked for. */
  readonly findings: readonly string[];
  /** `ms.service` of the article; of several where all agree. */
  readonly service: string | null;
  /** `ms.topic`, in the same way. */
  readonly topic: string | null;
  /** The commit that the English original is of: `ms.sourcegitcommit`. */
  readonly sourceCommit: string | null;
  /** The commit of the history that has the article in this version. */
  readonly commit: string | null;
  /** The id of the entry of a memory: the `tuid` of TMX. The rows of one entry are its translations. */
  readonly entry: string | null;
  /** Hashes of the sources before and after the place, as `BEFORE-AFTER`; in a memory, of all places, four at most. */
  readonly contexts: readonly string[];
  /** The translation that it replaced in the memory. */
  readonly replacedTarget: string | null;
  /** Who translated that. */
  readonly replacedTranslationType: TranslationType | null;
  /** The last hand-off of that: YYYY-MM-DD. */
  readonly replacedLastHandoff: string | null;
}
