import type { Article } from '../model/article.js';
import { type Diagnostic, type DiagnosticCode, finding, toDiagnostic } from '../model/diagnostics/diagnostic.js';
import { diagnosticKinds } from '../model/diagnostics/diagnostic-kinds.js';
import type { LineIndex } from '../model/position.js';
import type { Piece } from '../read/edited/document.js';

/** The stable names of what may be wrong with a document that is merged. */
export type MergeCode = Extract<DiagnosticCode, `merge/${string}` | 'language/missing'>;

/** A diagnostic about a place in the document that is merged, before its line and column are known. */
export interface MergeFinding {
  readonly code: MergeCode;
  readonly offset: number;
  readonly args: readonly string[];
  /** The Markdown of the code that it is about, or of its start, where it is about one. */
  readonly data?: string;
  /** It was asked to go on all the same. */
  readonly forced?: true;
  /** The target that is not written, as it came back. */
  readonly proposed?: readonly Piece[];
}

/** What a diagnostic says is not written. */
export interface Refused {
  /** The ids of the segments that it is about. */
  readonly segments: readonly string[];
  /** The target that came back for them, as far as it is known. */
  readonly proposed?: readonly Piece[];
}

/** Of diagnostics, which are plain data: what they refuse. */
const refusals = new WeakMap<Diagnostic, Refused>();

/** What a diagnostic of this run refuses; `undefined` where it refuses nothing, or a whole document. */
export function refusedBy(diagnostic: Diagnostic): Refused | undefined {
  return refusals.get(diagnostic);
}

/** About a document as a whole, or a file of it. */
const aboutAll: ReadonlySet<MergeCode> = new Set([
  'merge/unreadable',
  'merge/side-by-side',
  'merge/one-language',
  'merge/in-place',
  'merge/too-large',
  'merge/other-article',
  'merge/stripped',
  'merge/other-language',
  'merge/unknown-carrier',
  'language/missing',
]);

export function mergeFinding(code: MergeCode, offset: number, ...args: readonly string[]): MergeFinding {
  return { code, offset, args };
}

/** Nothing says how targets are written into an article. */
export function unknownCarrier({ carrier = '' }: Pick<Article, 'carrier'>): MergeFinding {
  return mergeFinding('merge/unknown-carrier', 0, carrier);
}

/** Completes findings to diagnostics, in the order of their places in the document. */
export function toMergeDiagnostics(findings: readonly MergeFinding[], lines: LineIndex): readonly Diagnostic[] {
  return [...findings]
    .sort((a, b) => a.offset - b.offset)
    .map(({ code, offset, args, forced, proposed }) => {
      const diagnostic = toDiagnostic(finding(code, { start: offset, end: offset }, ...args), lines, diagnosticKinds);
      if (forced === true) return { ...diagnostic, severity: 'warning' as const };
      if (diagnostic.severity === 'error' && !aboutAll.has(code)) {
        // Ids are the first argument of all of these.
        const segments = args[0]?.split(', ') ?? [];
        refusals.set(diagnostic, { segments, ...(proposed === undefined ? {} : { proposed }) });
      }
      return diagnostic;
    });
}
