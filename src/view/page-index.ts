import type { Severity } from '../model/diagnostics/diagnostic.js';
import type { PageArticle } from './page-data.js';

/** All that lists and filters need to know of the articles of a page. Plain data; what is usual, or nothing, is left out. */
export interface PageIndex {
  readonly articles: readonly PageSummary[];
  /** The kinds of findings that there are. */
  readonly kinds: readonly FindingKind[];
  /** What segments are marked with. */
  readonly marks: readonly Mark[];
}

/** An article, in short. */
export interface PageSummary extends Pick<PageArticle, 'path' | 'trgLang' | 'dir' | 'type' | 'title'> {
  readonly segments: number;
  /** Errors, warnings, infos, changed and refused targets. Default: none of any. */
  readonly counts?: readonly [error: number, warning: number, info: number, changed: number, refused: number];
  /** The kinds of its findings that are about no segment: their places in `kinds`. Default: none. */
  readonly own?: readonly number[];
  /** Its segments with marks, by turns: the place in the article, and that in `marks`. Default: none. */
  readonly marked?: readonly number[];
}

/** A code with a severity. */
export interface FindingKind {
  readonly code: string;
  readonly severity: Severity;
  /** Findings of this kind. */
  readonly count: number;
}

/** What filters look at in a segment. */
export interface Mark {
  /** The kinds of its findings: their places in `kinds`, each once. */
  readonly kinds: readonly number[];
  /** Whether the document with changes has another target, taken or not. */
  readonly changed?: true;
}

/** Where the parts of a page lie that is not in one file. */
export interface PageParts {
  /** The folder beside the page. */
  readonly folder: string;
  /** Articles. */
  readonly data: readonly PartRange[];
  /** What is searched. */
  readonly texts: readonly PartRange[];
}

/** A part: the name of its file without `.js`, and how many articles it is about, after those of the part before. */
export type PartRange = readonly [name: string, articles: number];
