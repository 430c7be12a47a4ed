import type { DiagnosticCode, Severity } from '../model/diagnostic.js';
import type { Rule } from './rule.js';
import type * as list from './rules/list.js';

/** The stable names of all rules. */
export type RuleCode = (typeof list)[keyof typeof list]['code'];

/** What can be found in an article: by a rule, or by reading it. */
export type CheckCode = RuleCode | DiagnosticCode;

/** Something that a reviewer should look at, with its place in the article. Plain data. `Code`: which there can be. */
export interface CheckFinding<Code extends string = CheckCode> {
  /** Stable name of the kind of finding. */
  readonly code: Code;
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

/** Severities that differ from those of the rules and diagnostics, by code; `off`: not looked for. */
export type Levels = Readonly<Partial<Record<CheckCode, 'off' | Severity>>>;

/** Severities by code, and rules of one's own. */
export type Rules<Custom extends string = never> = Levels & {
  /** Run after the others; their findings have the severity that they name. Default: none. */
  readonly custom?: readonly Rule<Custom>[];
};
