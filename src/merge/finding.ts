import { type Diagnostic, type DiagnosticCode, finding, toDiagnostic } from '../model/diagnostic.js';
import { createLineIndex } from '../model/position.js';

/** The stable names of what may be wrong with a document that is merged. */
export type MergeCode = Extract<DiagnosticCode, `merge/${string}` | 'language/missing'>;

/** A diagnostic about a place in the document that is merged, before its line and column are known. */
export interface MergeFinding {
  readonly code: MergeCode;
  readonly offset: number;
  readonly args: readonly string[];
  /** It was told to go on all the same. */
  readonly forced?: true;
}

export function mergeFinding(code: MergeCode, offset: number, ...args: readonly string[]): MergeFinding {
  return { code, offset, args };
}

/** Completes findings to diagnostics, in the order of their places in the document. */
export function toMergeDiagnostics(findings: readonly MergeFinding[], document: string): readonly Diagnostic[] {
  if (findings.length === 0) return [];
  const lines = createLineIndex(document);
  return [...findings]
    .sort((a, b) => a.offset - b.offset)
    .map(({ code, offset, args, forced }) => {
      const diagnostic = toDiagnostic(finding(code, { start: offset, end: offset }, ...args), lines);
      return forced === true ? { ...diagnostic, severity: 'warning' as const } : diagnostic;
    });
}
