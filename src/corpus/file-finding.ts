import type { Severity } from '../model/diagnostic.js';

/** A finding, a diagnostic or a problem: what they have in common. */
export interface FileFinding {
  readonly code: string;
  readonly severity: Severity;
  readonly message: string;
  readonly offset: number;
  readonly line: number;
  readonly column: number;
  /** Where it ends, exclusive; not there for problems of XLIFF and TMX. */
  readonly end?: number;
  /** The id of the segment that it is about. */
  readonly segment?: string;
  readonly side?: 'source' | 'target';
  /** The Markdown of the source of that segment; of more than 10,000 characters, these and an ellipsis; less where a pair has more than 20 findings. */
  readonly source?: string;
  /** The same of its target. */
  readonly target?: string;
}
