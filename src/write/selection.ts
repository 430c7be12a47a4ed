import type { Article, Segment, Side, SkipReason } from '../model/article.js';
import { toPlainText } from '../model/content.js';
import { isEmptyText } from '../model/memory/text-key.js';
import { isBlank } from '../xml/escapes.js';
import { takeExportOptions } from './clients/take-options.js';
import type { ExportOptions, InlineMode } from './export-options.js';

/** How many pairs an article has, and what becomes of them: `found` is `exported` and all of `skipped`. */
export interface PairCount {
  readonly found: number;
  readonly exported: number;
  /** By reason. */
  readonly skipped: Readonly<Record<string, number>>;
}

/**
 * Why exporters leave a segment out, if they do. `strip` empties segments that are nothing but markup; with codes, nothing is
 * left of white space alone, which may be there as references (`&#32;`).
 */
export function skipReason(
  { skip, source, target }: Pick<Segment, 'skip'> & Record<'source' | 'target', Pick<Side, 'content'>>,
  inline: InlineMode | undefined,
): SkipReason | undefined {
  if (skip !== undefined || inline === 'text') return skip;
  if (inline !== 'strip') {
    if (isEmptyText(source)) return 'pair/empty-source';
    return isEmptyText(target) ? 'pair/empty-target' : undefined;
  }
  if (isBlank(toPlainText(source.content))) return 'pair/empty-source';
  return isBlank(toPlainText(target.content)) ? 'pair/empty-target' : undefined;
}

/** Two counts as one. */
export function addCounts(some: PairCount, more: PairCount): PairCount {
  const skipped: Record<string, number> = { ...some.skipped };
  for (const [reason, count] of Object.entries(more.skipped)) skipped[reason] = (skipped[reason] ?? 0) + count;
  return { found: some.found + more.found, exported: some.exported + more.exported, skipped };
}

/** Counts what any exporter makes of an article. A recovered title is no pair of the text, and is not counted. */
export function countPairs(article: Article, options: ExportOptions = {}): PairCount {
  return pairsOf(article, takeExportOptions(options));
}

/** The same for callers with other things in what they give. */
export function pairsOf({ units }: Article, { inline }: Pick<ExportOptions, 'inline'>): PairCount {
  const skipped: Record<string, number> = {};
  let found = 0;
  let exported = 0;
  for (const { parts } of units) {
    for (const part of parts) {
      if (part.kind !== 'segment' || part.recovered) continue;
      found++;
      const reason = skipReason(part, inline);
      if (reason === undefined) exported++;
      else skipped[reason] = (skipped[reason] ?? 0) + 1;
    }
  }
  return { found, exported, skipped };
}

/** All pairs that would be exported are skipped for a reason. */
export function skipAll({ found, exported, skipped }: PairCount, reason: string): PairCount {
  return { found, exported: 0, skipped: exported === 0 ? skipped : { ...skipped, [reason]: exported } };
}
