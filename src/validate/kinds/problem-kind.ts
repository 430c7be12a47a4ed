import type { DiagnosticKind } from '../../model/diagnostics/diagnostic.js';

/** What is known of a kind of problem. `error`: the document is not what its specification asks for; `warning`: clients differ over it. */
export interface ProblemKind extends Omit<DiagnosticKind, 'forTranslators'> {
  /** The part of the specification that is broken; a problem may name a closer one. */
  readonly clause: string;
}
