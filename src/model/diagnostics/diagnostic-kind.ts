/** How much a diagnostic matters: `error`: something of the input is not in the output; `warning`: look at it; `info`: reported for completeness. */
export type Severity = 'error' | 'warning' | 'info';

/** What is known of a kind of diagnostic. */
export interface DiagnosticKind extends ReportedKind {
  /** What the documentation says of it. */
  readonly meaning: string;
}

/** As much of a kind as reporting takes. */
export interface ReportedKind {
  readonly severity: Severity;
  /** The message; `{0}`, `{1}` stand for its arguments. */
  readonly message: string;
  /** Whether it is put into the notes of the unit that it is found in. */
  readonly forTranslators?: true;
}
