import type { MemoryCount } from '../../memory/count.js';
import type { ProcessedArticle } from '../export/process.js';
import type { FileReport, Mismatched, Report, ReportBuilder } from '../export/report.js';
import type { FoundArticle } from '../find/found.js';
import type { ProcessedMemory } from './process.js';

/** What a run did. The JSON of `--report`, where files have no `namedPath`. */
export interface MemoryReport extends Report {
  /** What came in, from articles and from memories, and what became of it. */
  readonly memory: MemoryCount;
  /** What was held out, as a set for tests. */
  readonly test?: MemoryCount;
}

/** Adds an article to a report. */
export function addToReport(
  report: ReportBuilder,
  found: FoundArticle,
  { bytes, pairs, compared, diagnostics, rows }: ProcessedMemory,
  mismatched: Mismatched,
): FileReport {
  if (rows === undefined) return report.addArticle(found, { bytes, pairs, compared, diagnostics }, mismatched);
  const { trgLang, type = 'unknown' } = rows.shared;
  const article: ProcessedArticle = {
    bytes,
    pairs,
    compared,
    diagnostics,
    output: { trgLang, type, stem: '', bytes: {} },
  };
  return report.addArticle(found, article, mismatched);
}
