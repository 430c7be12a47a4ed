/**
 * Reads side-by-side Markdown articles and writes them as translation memories. Runs anywhere, browsers included.
 *
 * @packageDocumentation
 */
export {
  type Analysis,
  type AnalysisBand,
  type AnalysisVolumes,
  type ArticleAnalysis,
  analysisBands,
  type Volume,
} from './analysis/analysis.js';
export {
  type AnalysisArticle,
  type AnalysisBuilder,
  type AnalysisOptions,
  type AnalysisSegment,
  createAnalysis,
} from './analysis/create-analysis.js';
export { checkArticle } from './check/check.js';
export type { CheckCode, CheckFinding, Levels, RuleCode, Rules } from './check/finding.js';
export type {
  ArticleRule,
  Found,
  IssueType,
  PairRule,
  Report,
  Rule,
  RuleExample,
  RuleKind,
  TreeRule,
} from './check/rule.js';
export { ruleKinds } from './check/rule-table.js';
export type { LengthNorm, LengthNorms } from './check/tree/length-norms.js';
export type { Example, Rendering, Renderings } from './check/tree/renderings.js';
export { collectTree, createTreeBuilder, type TreeBuilder, type TreeContext } from './check/tree/tree.js';
export { type PairView, rangeIn, type SideView } from './check/view.js';
export { leverage } from './leverage/leverage.js';
export type {
  LeveragedArticle,
  LeveragedSegment,
  LeveragedUnit,
  LeverageMatch,
  LeverageSubState,
  MatchName,
} from './leverage/leveraged.js';
export type { LeverageMatcher } from './leverage/look-up.js';
export type { LeverageOptions } from './leverage/options.js';
export {
  type Adaptation,
  type AdaptationInput,
  type Adapted,
  type Adapter,
  createAdapter,
} from './match/adapt/adapt.js';
export type { MatchContext } from './match/context.js';
export type { LeftOut, MatcherInput, MatcherMemory } from './match/known/memories.js';
export { type Band, bandOf, type Match, type MatchKind, type MatchOrigin, type Penalty } from './match/match.js';
export { createMatcher, type Matcher, type MatcherCount } from './match/matcher.js';
export { type MatcherOptions, type PenaltyName, penaltyNames } from './match/options.js';
export {
  createPassMatcher,
  type MatcherPass,
  type PassMatcher,
  type PassMatcherOptions,
} from './match/passes.js';
export { type AskedSegment, createStreamMatcher, type StreamMatcher } from './match/stream.js';
export type { LanguageCount, MemoryCount } from './memory/count.js';
export { type CreateMemoryOptions, createMemory, type Memory, type VersionOptions } from './memory/create-memory.js';
export type { MemoryOptions } from './memory/options.js';
export { type Candidate, choose, type Policy } from './memory/policy.js';
export { reverseEntries } from './memory/reverse.js';
export { type MergeTmxOptions, mergeTmx } from './merge/memory/memory.js';
export { mergeXliff } from './merge/merge.js';
export { type Merged, type MergeOptions, mergedOf, type TargetChange } from './merge/merged.js';
export { mergeSource } from './merge/source/merge-source.js';
export { type MergedSource, type MergeSourceOptions, mergedSourceOf } from './merge/source/merged-source.js';
export { type WrittenTargets, writeTargets } from './merge/source/write-targets.js';
export * from './model/article.js';
export * from './model/content.js';
export type { Diagnostic, DiagnosticCode, DiagnosticKind, Severity } from './model/diagnostics/diagnostic.js';
export { diagnosticKinds } from './model/diagnostics/diagnostic-kinds.js';
export { normalizeLanguage } from './model/language.js';
export type { DocumentLoss, DocumentUnit, DocumentUse, DocumentVariant } from './model/memory/document.js';
export type {
  EntryPlace,
  EntryProp,
  EntryTarget,
  EntryText,
  MemoryEntry,
  ReplacedTarget,
} from './model/memory/entry.js';
export type { Point, Range } from './model/position.js';
export {
  type Atom,
  type MatchCandidate,
  type SegmentState,
  type SourceArticle,
  type SourceSegment,
  type SourceUnit,
  sourceSegmentsOf,
} from './model/source-article.js';
export { createConceptIds } from './model/terms/concept-ids.js';
export type { Concept, ConceptKind, Glossary, Term, TermStatus, TermsOfLanguage } from './model/terms/glossary.js';
export { glossaryLanguages } from './model/terms/languages.js';
export * from './model/xliff-js.js';
export { type Alignment, alignContents } from './read/align/align.js';
export { type ParseOptions, parseArticle } from './read/article.js';
export type { Carrier, CarrierReader, CarrierSyntax, CarrierWriting, Change } from './read/carriers/carrier.js';
export { carriers } from './read/carriers/carriers.js';
export type { CarrierName } from './read/carriers/choose-syntax.js';
export { markdownMarkup } from './read/carriers/markdown/markup.js';
export type { Markup } from './read/carriers/markup.js';
export { xmlMarkup } from './read/carriers/xml/markup.js';
export { type Contents, type ContentsOptions, readContents } from './read/contents.js';
export {
  type GlossaryReading,
  type ReadableGlossaryFormat,
  type ReadGlossaryOptions,
  readGlossary,
} from './read/glossary/read-glossary.js';
export { type InlineOptions, parseInline } from './read/inline/inline.js';
export type { ReferenceRules } from './read/inline/scanner.js';
export { type EntryOptions, entryOf, type UnitEntry } from './read/memory/entry.js';
export type { MemoryFormat, MemoryHeader } from './read/memory/formats/format.js';
export {
  createMemoryReader,
  type LostUnits,
  type MemoryDocument,
  type MemoryReader,
  type MemoryReaderOptions,
  readMemoryText,
} from './read/memory/reader.js';
export { articleOf, diagnosticsOf } from './read/result.js';
export { englishSentences, type SentenceEnd, type SentenceRules } from './read/source/cut/sentences.js';
export { createGrains, type Grain, type Grains } from './read/source/grains.js';
export { readSource, type SourceOptions, sourceArticleOf } from './read/source/read-source.js';
export { recutSource } from './read/source/recut.js';
export { readSrx, type SrxOptions } from './read/srx/srx.js';
export { fromXliffJs, type ReturnedSegment, type ReturnedSegments } from './read/xliff-js.js';
export { type SideBySide, type SideBySideOptions, toSideBySide } from './split/source/side-by-side.js';
export { translateSource } from './split/source/translate-source.js';
export { type ArticleSide, type SplitOptions, splitArticle } from './split/split.js';
export type { WordCounting } from './stats/counting.js';
export { type ExtractTermsOptions, extractTerms } from './terms/extract-terms.js';
export type { TermOptions } from './terms/options.js';
export type { ProblemKind } from './validate/kinds/problem-kind.js';
export { type Problem, type ProblemCode, problemKinds } from './validate/problem.js';
export { validateTmx } from './validate/tmx/tmx.js';
export { validateXliff } from './validate/xliff/xliff.js';
export { version } from './version.js';
export { entriesToBytes, exportToBytes } from './write/document/export-to-bytes.js';
export { entriesToString, exportToString, sourcesToString } from './write/document/export-to-string.js';
export { toExportItem } from './write/export-item.js';
export type {
  ClientName,
  ContextDialect,
  ExportOptions,
  InlineMode,
  UnitMode,
  XliffVersion,
} from './write/export-options.js';
export type { Chunk, Exporter, ExportItem, Languages, OutputFile, Packer, SourceItem } from './write/exporter.js';
export { FormatLimitError } from './write/format-limit-error.js';
export { csv } from './write/formats/csv.js';
export { jsonl } from './write/formats/jsonl.js';
export { moses } from './write/formats/moses.js';
export { parquet } from './write/formats/parquet.js';
export { tmx } from './write/formats/tmx.js';
export { xliff } from './write/formats/xliff.js';
export { xliff12 } from './write/formats/xliff12.js';
export { xlsx } from './write/formats/xlsx.js';
export { type Format, formats } from './write/formats.js';
export type { GlossaryFormat, GlossaryOptions, TbxEdition, TbxStyle } from './write/glossary/format.js';
export { type GlossaryFormatName, glossaryFormats } from './write/glossary/formats.js';
export { glossaryToBytes, glossaryToString } from './write/glossary/write-glossary.js';
export { idOfPath, stemOf, suffixOf } from './write/identity.js';
export type { PairRow } from './write/rows/row.js';
export { countPairs, type PairCount } from './write/selection.js';
export { toXliffJs } from './write/xliff-js.js';
