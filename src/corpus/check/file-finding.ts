import type { OwnIssueTypes } from '../../check/finding.js';
import type { Diagnostic } from '../../model/diagnostics/diagnostic.js';

/** What is reported of a file, with the texts of the pair that it is about. */
export interface FileFinding extends Omit<Diagnostic<string>, 'end'>, OwnIssueTypes {
  /** Where it ends, exclusive; not there for problems of XLIFF and TMX. */
  readonly end?: number;
  /** The Markdown of the source of that segment; of more than 10,000 characters, these and an ellipsis; less where a pair has more than 20 findings. */
  readonly source?: string;
  /** The same of its target. */
  readonly target?: string;
}
