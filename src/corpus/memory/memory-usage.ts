import type { Readable, Writable } from 'node:stream';
import { wrongMemoryOption } from '../../memory/options.js';
import { anything, list, namesOf, type OptionKindsOf, shareIn, text } from '../../model/options.js';
import { type ExportOptions, exportOptions } from '../../write/export-options.js';
import type { Exporter } from '../../write/exporter.js';
import type { Format } from '../../write/formats.js';
import { CorpusError } from '../error.js';
import type { ExportRunOptions } from '../export/export-options.js';
import type { FileReport } from '../export/report.js';
import type { FilesBeside } from '../places/guard.js';
import { runOptionKinds } from '../run/common-options.js';
import { shardOf } from '../shard.js';
import { requireUsage } from '../usage.js';
import { type MemoryRunOptions, memoryRunOptions } from './memory-options.js';

/** What a memory is made of, and how. */
export interface MemoryCorpusOptions
  extends Pick<ExportOptions, 'srcLang' | 'trgLang' | 'inline' | 'context' | 'client' | 'metadata' | 'date'>,
    MemoryRunOptions,
    FilesBeside {
  /** Names of formats, or exporters of your own that take entries. Default: that of the file which `output` names; else `tmx`. */
  readonly formats?: readonly (Format | Exporter)[];
  /**
   * A folder: a file for each target language (`en-US_ja-JP.tmx`), or one for all with `join` (`en-US.tmx`). A file: all in
   * that. `-`: the same on `stdout`. Default: the current folder.
   */
  readonly output?: string;
  /** Where the input `-`, or the list `-` of `filesFrom`, is read from. Default: the standard input of the process. */
  readonly stdin?: Readable;
  /** Where the output `-` is written to. Default: the standard output of the process. */
  readonly stdout?: Writable;
  /** Called with what was found in each article, in the order of the bytes of their paths. The run waits for it. */
  readonly onArticle?: (article: FileReport) => void | Promise<void>;
  /** Stops the run: temporary files are removed, and the promise rejects with the reason of the signal. */
  readonly signal?: AbortSignal;
}

const { srcLang, trgLang, inline, context, client, metadata, date } = exportOptions;

const kinds: OptionKindsOf<MemoryCorpusOptions> = {
  ...runOptionKinds,
  ...memoryRunOptions,
  srcLang,
  trgLang,
  inline,
  context,
  client,
  metadata,
  date,
  formats: list,
  output: text,
  stdout: anything,
  onArticle: anything,
  // Looked at below.
  skip: anything,
  with: anything,
};

/** @throws {CorpusError} `usage`: a value of an option is none that it takes. */
export async function requireMemoryUsage(options: MemoryCorpusOptions): Promise<void> {
  requireUsage(options, kinds);
  const wrong = wrongMemoryOption(options);
  if (wrong !== undefined) throw new CorpusError('usage', wrong);
  if (shareOf(options) > 0) requirePlaceForTest(options);
  if (shardOf(options) !== undefined) requireWhole(options);
  if (options.update !== undefined && options.output !== undefined) {
    throw new CorpusError('usage', 'update names the file that is written; leave output (-o) out, or name an input.');
  }
  const { skip, with: wanted } = options;
  if (skip === undefined && wanted === undefined) return;
  const { acceptedSkips } = await import('../../check/skip.js');
  requireUsage({ skip, with: wanted }, { skip: namesOf(acceptedSkips), with: namesOf(acceptedSkips) });
}

/** @throws {CorpusError} `usage`: there is no place for a set for tests beside the memory. */
function requirePlaceForTest({ update, output }: MemoryCorpusOptions): void {
  if (update !== undefined) {
    throw new CorpusError(
      'usage',
      'holdout would take entries out of the memory that update names; leave one of them out.',
    );
  }
  if (output !== '-') return;
  throw new CorpusError('usage', 'holdout writes two files, and standard output is one; name a folder or a file (-o).');
}

/** @throws {CorpusError} `usage`: a shard is asked for something that only the whole can give. */
function requireWhole(options: MemoryCorpusOptions): void {
  const name = options.update !== undefined ? 'update' : shareOf(options) > 0 ? 'holdout' : undefined;
  if (name === undefined) return;
  throw new CorpusError(
    'usage',
    `${name} is for the memory of all shards: leave it out here, and name it where their outputs are put together.`,
  );
}

/** The share that is held out, as a number. */
export function shareOf({ holdout }: Pick<MemoryRunOptions, 'holdout'>): number {
  if (holdout === undefined) return 0;
  const share = shareIn(holdout);
  if (share < 1) return share;
  throw new CorpusError(
    'usage',
    `holdout: "${holdout}" is no share; give a number from 0 on and below 1, such as 0.05.`,
  );
}

/** Findings of pairs that no machine should learn from. */
const damaged = [
  'check/untranslated',
  'codes/unmatched',
  'codes/unmatched-math',
  'xml/illegal-character',
] as const satisfies ExportRunOptions['skip'];

/** What the options of a profile are, where they are not given. */
export function withProfile<T extends MemoryRunOptions & { readonly inline?: 'codes' | 'text' | 'strip' }>(
  options: T,
): T {
  if (options.profile === 'tms') return { keep: 'best', inline: 'codes', ...options };
  if (options.profile === 'mt') return { keep: 'best', inline: 'strip', skip: damaged, ...options };
  return options;
}
