import type { LineIndex, Point, Range } from '../position.js';
import type { ReportedKind, Severity } from './diagnostic-kind.js';
import type { DocumentDiagnosticCode } from './document-kinds.js';
import type { GlossaryDiagnosticCode } from './glossary-kinds.js';
import type { MergeDiagnosticCode } from './merge-kinds.js';
import type { ReadDiagnosticCode } from './read-kinds.js';
import type { RunDiagnosticCode } from './run-kinds.js';
import type { SourceDiagnosticCode } from './source-kinds.js';
import type { SrxDiagnosticCode } from './srx-kinds.js';

export type { DiagnosticKind, Severity } from './diagnostic-kind.js';

/**
 * Something odd, with its place. Plain data: what reading, merging, checking and validating report.
 *
 * `Code`: which codes there can be. `line` and `column` are those of `offset`, where it starts.
 */
export interface Diagnostic<Code extends string = DiagnosticCode> extends Point {
  /** Stable name of the kind. */
  readonly code: Code;
  readonly severity: Severity;
  /** Made from the code and its arguments; one sentence or two, in English. */
  readonly message: string;
  /** Where it ends, exclusive, in the units of `offset`. */
  readonly end: number;
  /** The id of the segment that it is about, if it is about one. */
  readonly segment?: string;
  /** The side of the segment that the place is in, if it is in one. */
  readonly side?: 'source' | 'target';
}

/** The stable names of all kinds of diagnostics. */
export type DiagnosticCode =
  | ReadDiagnosticCode
  | SourceDiagnosticCode
  | SrxDiagnosticCode
  | MergeDiagnosticCode
  | DocumentDiagnosticCode
  | GlossaryDiagnosticCode
  | RunDiagnosticCode;

/** A diagnostic before its line and column are known. */
export interface Finding<Code extends DiagnosticCode = DiagnosticCode> extends Range {
  readonly code: Code;
  readonly args: readonly string[];
}

/** What reading a text can find. */
export type ReadFinding = Finding<ReadDiagnosticCode>;

/** A finding: its code, the range it is about, and the arguments of its message. */
export function finding<Code extends DiagnosticCode>(
  code: Code,
  { start, end }: Range,
  ...args: readonly string[]
): Finding<Code> {
  return { code, args, start, end };
}

/** Completes findings with severity, message, line and column, by the kinds that they are of. The order is kept. */
export function toDiagnostic<Code extends DiagnosticCode>(
  { code, args, start, end }: Finding<Code>,
  lines: LineIndex,
  kinds: Readonly<Record<Code, ReportedKind>>,
): Diagnostic<Code> {
  const { severity, message } = kinds[code];
  const { offset, line, column } = lines.pointAt(start);
  return {
    code,
    severity,
    message: message.replace(/\{(\d)\}/g, (_, index) => args[Number(index)] ?? ''),
    offset,
    end: Math.max(end, offset),
    line,
    column,
  };
}
