import type { Severity } from '../model/diagnostic.js';

/** What is known of a kind of problem. */
export interface ProblemKind {
  /** `error`: the document is not what its specification asks for; `warning`: clients differ over it; `info`: told for completeness. */
  readonly severity: Severity;
  /** The part of the specification that is broken; a problem may name a closer one. */
  readonly clause: string;
  /** What the documentation says of it. */
  readonly meaning: string;
  /** The message; `{0}`, `{1}` stand for its arguments. */
  readonly message: string;
}
