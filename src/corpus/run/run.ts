import { rmSync } from 'node:fs';
import { availableParallelism } from 'node:os';
import type { Readable } from 'node:stream';
import { pickOptions } from '../../model/options.js';
import { CorpusError } from '../error.js';
import type { FoundArticle } from '../find/find.js';
import {
  type HistoryOptions,
  historyOptions,
  type InputOptions,
  inputOptions,
  type LeftOut,
} from '../find/input-options.js';
import { findInputs, type Inputs, readAll } from '../find/inputs.js';
import { indexesOfShard, type Shard, type ShardOptions, shardOf, speaksOfInputs } from '../shard.js';
import { requireList } from '../usage.js';
import { createPool } from './pool.js';
import type { Task } from './task.js';

/** How far a run is. */
export interface Progress {
  /** Those that are done. */
  readonly articles: number;
  /** Those that are found so far. */
  readonly total: number;
  readonly bytes: number;
  readonly pairs: number;
}

/** The options of all runs over many articles. */
export interface RunOptions extends InputOptions, HistoryOptions, ShardOptions {
  /** Threads that read and write articles, the caller's own among them; 1: no other. Default: the cores that the process may use. */
  readonly jobs?: number | undefined;
  /** What passes are given cannot go to other threads. Default: `false`. */
  readonly onlyHere?: boolean;
  /** As many articles as a thread has to have before it pays to start it. Default: as starting it alone takes. */
  readonly articlesPerWorker?: number | undefined;
  /** Called once, before the first article is read, with the number of files and folders that were left out. */
  readonly onLeftOut?: (leftOut: LeftOut) => void;
  /** Where the input `-`, or the list `-`, is read from; or what there is to read. Default: the standard input of the process. */
  readonly stdin?: Readable | Uint8Array | undefined;
  /** Stops the run: temporary files are removed, and the promise rejects with the reason of the signal. */
  readonly signal?: AbortSignal | undefined;
  /** What is said besides where there are no articles. */
  readonly advice?: string;
  /** Whether the renames of a history are listed. Default: `false`. */
  readonly renames?: boolean;
  /** Called with each file of a folder that is no article, and with the folder as it was named. */
  readonly onPassedOver?: (folder: string, file: string) => void;
  /** Says, of inputs as they were named, which articles are none of the run. Default: all are. */
  readonly leaveOut?: (named: readonly string[]) => ((article: FoundArticle) => boolean) | undefined;
}

/** A run over many articles: what it is over, the threads that do the work, and how far it is. */
export interface Run extends Inputs {
  /** All articles that were found: those of other shards, too. */
  readonly whole: readonly FoundArticle[];
  /** The part that `articles` are; `undefined`: all. */
  readonly shard: Shard | undefined;
  /** As they were named. */
  readonly named: readonly string[];
  /** Reads what there is to read where an article has no file, and gives it. To be called before the first pass. */
  readStdin(): Promise<Uint8Array | undefined>;
  /**
   * Does a task with all articles, and gives the results in their order, some at a time: bytes in them are valid until
   * the next are asked for. Passes come one after the other. `some`: only these articles; what is known of articles around
   * them is taken from these. `only`: the indexes of those that are processed.
   */
  pass<Given, Result>(
    task: Task<Given, Result>,
    given: Given,
    some?: readonly FoundArticle[],
    only?: readonly number[],
  ): AsyncGenerator<readonly Result[], void, undefined>;
  /** One more article is done. Throws the reason of the signal. */
  advance(bytes: number, pairs: number): void;
  /** Ends the threads. */
  close(): Promise<void>;
}

/**
 * Finds what inputs name, and starts threads meanwhile. All inputs are waited for before the first is looked at.
 * `onProgress` is called while articles are looked for, and after each of them.
 *
 * @throws {CorpusError} `input`: an input does not exist, or there are no articles; `usage`: an input is not below the base.
 */
export async function openRun(
  inputs: readonly string[] | AsyncIterable<string>,
  options: RunOptions,
  onProgress?: (progress: Progress) => void,
): Promise<Run> {
  requireList('inputs', inputs);
  const { jobs = availableParallelism(), onlyHere, articlesPerWorker, stdin, signal, advice } = options;
  const { renames, onPassedOver, leaveOut } = options;
  const shard = shardOf(options);
  const given: string[] = [];
  for await (const input of inputs) {
    signal?.throwIfAborted();
    given.push(input);
  }
  const paths = await listedPaths(given, options);
  const pool = createPool(jobs, onlyHere === true, articlesPerWorker);
  let spool: string | undefined;
  const removeSpool = (): void => {
    if (spool !== undefined) rmSync(spool, { force: true });
  };
  try {
    const found = await findInputs(given, {
      ...pickOptions(options, inputOptions),
      ...pickOptions(options, historyOptions),
      paths,
      ...(advice === undefined ? {} : { advice }),
      ...(renames === undefined ? {} : { renames }),
      ...(onPassedOver === undefined ? {} : { onPassedOver }),
      signal,
      onFound: (total) => {
        pool.expect(total);
        onProgress?.({ articles: 0, total, bytes: 0, pairs: 0 });
      },
    });
    spool = found.spool;
    const { trees } = found;
    // Each run finds the same; one of them says what there is to say of it.
    const { others, excluded, ignored } = speaksOfInputs(shard) ? found : { others: [], excluded: 0, ignored: 0 };
    const named = [...given, ...paths];
    const isLeftOut = leaveOut?.(named);
    const whole = isLeftOut === undefined ? found.articles : found.articles.filter((each) => !isLeftOut(each));
    const own = shard === undefined ? undefined : indexesOfShard(whole, shard);
    const articles = own?.flatMap((index) => whole[index] ?? []) ?? whole;
    options.onLeftOut?.({ excluded, ignored });
    const total = articles.length;
    const done = { articles: 0, bytes: 0, pairs: 0 };
    let read: { readonly stdin?: Uint8Array } = {};
    return {
      ...found,
      articles,
      others,
      excluded,
      ignored,
      whole,
      shard,
      named,
      async readStdin() {
        if (whole.some(({ file, content }) => file === undefined && content === undefined)) {
          read = { stdin: stdin instanceof Uint8Array ? stdin : await readAll(stdin ?? process.stdin, signal) };
        }
        return read.stdin;
      },
      pass: (task, given, some = whole, only = some === whole ? own : undefined) =>
        pool.process(task, { articles: some, only, trees, given, ...read }, signal),
      advance(bytes, pairs) {
        done.articles++;
        done.bytes += bytes;
        done.pairs += pairs;
        onProgress?.({ articles: done.articles, total, bytes: done.bytes, pairs: done.pairs });
        signal?.throwIfAborted();
      },
      async close() {
        await pool.stop();
        removeSpool();
      },
    };
  } catch (error) {
    await pool.stop();
    removeSpool();
    throw error;
  }
}

/** The inputs that a list names. Its module is loaded only where there is one. */
async function listedPaths(given: readonly string[], options: RunOptions): Promise<readonly string[]> {
  const { filesFrom, null: isNull, stdin, signal } = options;
  if (filesFrom === undefined) {
    if (isNull)
      throw new CorpusError('usage', 'null (-0) says how the paths of a list end; name it with --files-from.');
    return [];
  }
  if (filesFrom === '-' && given.includes('-')) {
    throw new CorpusError(
      'usage',
      'Standard input is either an article or the list of inputs: save one of them as a file.',
    );
  }
  const { readList } = await import('../find/list.js');
  return readList({ filesFrom, null: isNull, stdin, signal });
}
