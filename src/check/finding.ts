import type { DiagnosticCode, Severity } from '../model/diagnostic.js';

/** The stable names of all rules. */
export type RuleCode =
  | 'check/numbers'
  | 'check/urls'
  | 'check/untranslated'
  | 'check/source-language'
  | 'check/target-script'
  | 'check/mojibake'
  | 'check/syntax'
  | 'check/header-text'
  | 'check/outer-space'
  | 'check/misaligned'
  | 'check/length'
  | 'check/several-targets'
  | 'check/several-sources'
  | 'check/ui-terms';

/** What can be found in an article: by a rule, or by reading it. */
export type CheckCode = RuleCode | DiagnosticCode;

/** Something that a reviewer should look at, with its place in the article. Plain data. */
export interface CheckFinding {
  /** Stable name of the kind of finding. */
  readonly code: CheckCode;
  readonly severity: Severity;
  /** One sentence or two, in English. */
  readonly message: string;
  /** Where it starts: 0-based UTF-16 code units from the start of the article. */
  readonly offset: number;
  /** Where it ends, exclusive, in the same units. */
  readonly end: number;
  /** The line of `offset`, 1-based. */
  readonly line: number;
  /** The column of `offset` in its line, 1-based, in UTF-16 code units. */
  readonly column: number;
  /** The id of the segment that it is about, if it is about one. */
  readonly segment?: string;
  /** The side of the segment that the place is in, if it is in one. */
  readonly side?: 'source' | 'target';
}

/** Severities that differ from those of the table of rules; `off`: not looked for. */
export type Rules = Readonly<Partial<Record<CheckCode, 'off' | Severity>>>;
