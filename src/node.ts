/**
 * Finds, reads and exports whole corpora of articles. For Node.js.
 *
 * @packageDocumentation
 */

export { type ReadArticle, readArticles } from './corpus/articles/read.js';
export { checkFiles } from './corpus/check/check.js';
export type { CheckFilesOptions } from './corpus/check/check-options.js';
export type { CheckedFile } from './corpus/check/checked-file.js';
export type { FileFinding } from './corpus/check/file-finding.js';
export type { ClientReport } from './corpus/clients/client-report.js';
export { CorpusError, type CorpusErrorKind } from './corpus/error.js';
export { exportCorpus } from './corpus/export/export.js';
export type { ExportCorpusOptions } from './corpus/export/export-usage.js';
export type { FileReport, Report } from './corpus/export/report.js';
export { type FindOptions, type FoundArticle, type FoundArticles, findArticles } from './corpus/find/find.js';
export { leverageCorpus } from './corpus/leverage/leverage.js';
export type { LeverageCorpusOptions } from './corpus/leverage/leverage-usage.js';
export type { LeverageFileReport, LeverageReport, MemoryUse } from './corpus/leverage/report.js';
export { memoryCorpus } from './corpus/memory/memory.js';
export type { MemoryCorpusOptions } from './corpus/memory/memory-usage.js';
export type { MemoryReport } from './corpus/memory/report.js';
export { type MergedArticle, type MergeFileOptions, mergeFile } from './corpus/merge/merge.js';
export type { MergedPlain, MergePlainOptions } from './corpus/merge/merge-plain.js';
export type { MergeChange } from './corpus/merge/tree/document-result.js';
export { type MergeCorpusOptions, mergeCorpus } from './corpus/merge/tree/merge-corpus.js';
export type {
  MergeDocumentReport,
  MergeFileReport,
  MergeReport,
  TreeDiagnostic,
} from './corpus/merge/tree/merge-report.js';
export type { Progress } from './corpus/run/run.js';
export { type Difference, differences } from './corpus/split/difference.js';
export type { Verdict } from './corpus/split/proof/original.js';
export { type SplitCorpusOptions, splitCorpus } from './corpus/split/split.js';
export type { SplitFileReport, SplitReport } from './corpus/split/split-report.js';
export type { TermsCount, TermsReport } from './corpus/terms/report.js';
export { type FoundTerms, termsCorpus } from './corpus/terms/terms.js';
export type { TermsCorpusOptions } from './corpus/terms/terms-options.js';
export { type ViewOptions, viewCorpus, viewToHtml } from './corpus/view/view.js';
export type { ReportedFinding } from './corpus/view/view-item.js';
export type { ViewCorpusOptions, ViewedFile, ViewReport } from './corpus/view/view-report.js';
export type { Totals } from './view/totals.js';
export type { ViewFinding, ViewItem } from './view/view-model.js';
