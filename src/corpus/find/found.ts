import type { Content } from '../files/read-once.js';
import { withSlashes } from '../with-slashes.js';

/** An article that was found, not yet read. */
export interface FoundArticle {
  /**
   * What names it in outputs: its path below the folder that was named, or its name where itself was named; with several
   * inputs, after the name of its own. Below the base, where there is one. With `/`; never absolute.
   */
  readonly path: string;
  /** As it was named, or the folder as it was named and the way from there. Bytes where the name is not UTF-8. `undefined`: standard input. */
  readonly file: string | Buffer | undefined;
  /**
   * Where its output belongs, below the output folder: `path` without extension; with it, where it is no Markdown and
   * another article has the same path without.
   */
  readonly name: string;
  /** Of a pipe or a device, which can be read only once. */
  readonly content?: Content;
  /** Of a revision of Git: `file` is where it would be. */
  readonly slice?: Slice;
  /** Which version of it this is, where a history is read; others have the same path. */
  readonly version?: ArticleVersion;
}

/** A version of an article in the history of a Git repository: a content at a path. */
export interface ArticleVersion {
  /** The first commit that has it: its hash, in full. */
  readonly commit: string;
  /** The day of that commit (committer date, in UTC): YYYY-MM-DD. */
  readonly date: string;
  /**
   * The last commit that put it there. Only where that is another one: it came back after another version or a removal (a
   * revert), or was made on two branches.
   */
  readonly last?: Pick<ArticleVersion, 'commit' | 'date'>;
}

/** A file or folder, and what is wrong with it. */
export interface FoundFault {
  readonly path: string;
  /** As it can be opened. */
  readonly file: string;
  readonly reason: string;
}

/** Where an article of a Git revision is: in a file that holds all of them. */
export interface Slice {
  /** The file. */
  readonly spool: string;
  /** In bytes. */
  readonly start: number;
  readonly end: number;
  /** What it is called: `REV:path`; for a version, REV is the start of the hash of its commit. */
  readonly called: string;
  /** Why it was not read. */
  readonly refused?: Exclude<Content, Uint8Array>;
}

/** The path of an article as it can be opened from where the command runs, for messages; with `/`. */
export function namedPathOf({ file, slice }: Pick<FoundArticle, 'file' | 'slice'>): string {
  if (slice !== undefined) return slice.called;
  return file === undefined ? 'stdin' : withSlashes(String(file));
}
