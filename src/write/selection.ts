import { type Article, type Segment, segmentsOf } from '../model/article.js';

/** How many pairs an article has, and what becomes of them: `found` is `exported` and all of `skipped`. */
export interface PairCount {
  readonly found: number;
  readonly exported: number;
  /** By reason. */
  readonly skipped: Readonly<Record<string, number>>;
}

/** Whether exporters write a segment. */
export function isExported(segment: Segment): boolean {
  return segment.skip === undefined;
}

/** Counts what any exporter makes of an article. A recovered title is no pair of the text, and is not counted. */
export function countPairs(article: Article): PairCount {
  const skipped: Record<string, number> = {};
  let found = 0;
  let exported = 0;
  for (const { recovered, skip } of segmentsOf(article)) {
    if (recovered) continue;
    found++;
    if (skip === undefined) exported++;
    else skipped[skip] = (skipped[skip] ?? 0) + 1;
  }
  return { found, exported, skipped };
}
