/**
 * Finds, reads and exports whole corpora of articles. For Node.js.
 *
 * @packageDocumentation
 */
export { type CheckedFile, checkFiles } from './corpus/check.js';
export { type Difference, differences } from './corpus/difference.js';
export { CorpusError, type CorpusErrorKind } from './corpus/error.js';
export { type ExportCorpusOptions, exportCorpus, type Progress } from './corpus/export.js';
export type { FileFinding } from './corpus/file-finding.js';
export { type FindOptions, type FoundArticle, type FoundArticles, findArticles } from './corpus/find.js';
export { type MergedArticle, mergeFile } from './corpus/merge.js';
export type { Verdict } from './corpus/original.js';
export { type ReadArticle, readArticles } from './corpus/read.js';
export type { FileReport, Report } from './corpus/report.js';
export { type SplitCorpusOptions, splitCorpus } from './corpus/split.js';
export type { SplitFileReport, SplitReport } from './corpus/split-report.js';
export {
  type ViewCorpusOptions,
  type ViewedFile,
  type ViewOptions,
  type ViewReport,
  viewCorpus,
  viewToHtml,
} from './corpus/view.js';
export type { ReportedFinding } from './corpus/view-item.js';
export type { Totals } from './view/totals.js';
export type { ViewFinding, ViewItem } from './view/view-model.js';
