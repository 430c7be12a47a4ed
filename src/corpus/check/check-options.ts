import type { Rule } from '../../check/rule.js';
import type { Glossary } from '../../model/terms/glossary.js';
import type { InputOptions } from '../find/input-options.js';
import type { FilesBeside } from '../places/guard.js';
import type { RunOptions } from '../run/run.js';
import type { ShardOptions } from '../shard.js';
import type { CodeRules } from './check-codes.js';

/** What is checked, and how. */
export interface CheckFilesOptions extends FilesBeside, InputOptions, ShardOptions, Pick<RunOptions, 'onLeftOut'> {
  /** Severities that differ from the usual ones, for all codes, those of the XLIFF and TMX problems included. */
  readonly rules?: CodeRules;
  /** Rules of your own, run beside the others. Default: none. */
  readonly custom?: readonly Rule[];
  /** What `check/ui-terms` holds terms against, in place of the tree. Default: none. */
  readonly glossary?: Glossary;
  /**
   * Codes of what is reported, and nothing else but that an input could not be checked (`input/unreadable`,
   * `input/too-large`, `input/binary`, `input/utf-16`, `input/no-pairs`). Default: all.
   */
  readonly codes?: readonly string[];
  /** The language of the sources, a BCP 47 tag. Default: `en-US`. */
  readonly srcLang?: string;
  /** The target language of articles that name none. Default: that of their path, or of their tree. */
  readonly trgLang?: string;
  /** What there is to read for `-`, the input or the list. */
  readonly stdin?: Uint8Array;
  /** Threads that read articles, the caller's own among them; 1: no other. Default: the cores that the process may use. */
  readonly jobs?: number;
  /** Stops the run: the iteration rejects with the reason of the signal. */
  readonly signal?: AbortSignal;
}
