import type { Readable, Writable } from 'node:stream';
import type { Levels } from '../../check/finding.js';
import type { Glossary } from '../../model/terms/glossary.js';
import type { Totals } from '../../view/totals.js';
import type { InputOptions, LeftOut } from '../find/input-options.js';
import type { FilesBeside } from '../places/guard.js';
import type { ReportedFinding } from './view-item.js';

/** How a review page of files is made. */
export interface ViewCorpusOptions extends FilesBeside, InputOptions {
  /** The file to write; `-`: `stdout`. Default: `review.html`, unless a symbolic link, a pipe or a folder is there. */
  readonly output?: string;
  /** What the page is called. Default: the input, where it is a single one. */
  readonly title?: string;
  /** Default: `en-US`. */
  readonly srcLang?: string;
  /** The target language of articles that name none. Default: that of their path, or of their tree. */
  readonly trgLang?: string;
  /** Severities of rules that differ from those of the table. Default: as there. */
  readonly rules?: Levels;
  /** What `check/ui-terms` holds terms against, in place of the tree. Default: none. */
  readonly glossary?: Glossary;
  /** An XLIFF or TMX document with other targets; they are shown where they differ. Default: none. */
  readonly changes?: string;
  /** Where the input `-`, or the list `-` of `filesFrom`, is read from. Default: the standard input of the process. */
  readonly stdin?: Readable;
  /** Where the output `-` is written to. Default: the standard output of the process. */
  readonly stdout?: Writable;
  /** Whether the page is one file however large it is. Default: `false`, a large one is an index, and a folder with parts beside it. */
  readonly single?: boolean;
  /** Threads that read articles, the caller's own among them; 1: no other. Default: the cores that the process may use. */
  readonly jobs?: number;
  /** Stops the run: no file is written, and the promise rejects with the reason of the signal. */
  readonly signal?: AbortSignal;
}

/** What a review page was made of. */
export interface ViewReport extends LeftOut {
  readonly output: string;
  /** The folder with the parts of the page; not there where it is one file. */
  readonly parts?: string;
  /** Size of the page in bytes, with all parts; 0: nothing was written, because no article holds a pair. */
  readonly bytes: number;
  /** Of what is in the page. */
  readonly totals: Totals;
  /** Articles that have neither a pair nor a finding; they are not in the page. */
  readonly leftOut: number;
  /** What was found, by file; those without findings are not listed. */
  readonly files: readonly ViewedFile[];
}

/** What was found in a file. */
export interface ViewedFile {
  /** What names it on the page: relative to the input that was named, or to the base. */
  readonly path: string;
  /** The path by which it can be opened: as it was named. */
  readonly namedPath: string;
  readonly diagnostics: readonly ReportedFinding[];
}
