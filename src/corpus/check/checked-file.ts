import type { Article } from '../../model/article.js';
import type { FileFinding } from './file-finding.js';

/** What was found in a file: findings and diagnostics of an article, or problems of an XLIFF or TMX document. */
export interface CheckedFile {
  /** What names it in outputs: relative to the input that was named, or to the base. */
  readonly path: string;
  /** The path by which it can be opened: as it was named. */
  readonly namedPath: string;
  /** In the order of their places. */
  readonly findings: readonly FileFinding[];
  /**
   * The text that the places are in; not there where it could not be read. Articles are checked in other threads: that of
   * an article is read when it is first asked for, from the file as it is then.
   */
  readonly text?: string | undefined;
  /** The article, where the file is one; read when it is first asked for, like its text. */
  readonly article?: Article | undefined;
}
