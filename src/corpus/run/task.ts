import type { ArticleList, SharedArticles } from '../articles/shared-articles.js';
import type { Arena } from './arena.js';

/** What there is to process in a pass over articles, and how. */
export interface Work<Given> {
  readonly articles: ArticleList;
  /** The folders that trees start from, absolute: no language is taken from another tree. */
  readonly trees: readonly string[];
  /** What there is to read where an article has no file. */
  readonly stdin?: Uint8Array;
  /** What is the same for all articles. Plain data wherever it may go to other threads. */
  readonly given: Given;
}

/**
 * Processes the article with an index.
 *
 * @throws {TooLargeError} It has more than `most` bytes, where that is given: then nothing is done.
 */
export type Processor<Result> = (index: number, most?: number) => Result;

/** How a task is done. */
export interface TaskModule<Given, Result> {
  /** Makes ready for processing articles, in any order. Bytes in results may be pieces of the arena. */
  readonly start: (work: Work<Given>, arena: Arena) => Promise<Processor<Result>>;
}

/**
 * What is done with each article of a pass, in whichever thread. Results are plain data, and bytes.
 *
 * A task is known to the worker threads by its name: it is in the list of `corpus/worker.ts`.
 */
export interface Task<Given, Result> {
  readonly name: string;
  /** Articles that go to a thread at once. Default: a few dozen. */
  readonly atOnce?: number;
  /** Loads what does it: nothing else loads that. */
  load(): Promise<TaskModule<Given, Result>>;
}

/** What a worker is given at the start of a pass: plain data, but for the bytes of standard input. It answers with `ready`. */
export interface Pass extends Omit<Work<unknown>, 'articles'> {
  /** The name of the task. */
  readonly task: string;
  readonly articles: SharedArticles;
}

/** Which articles to process. */
export interface Batch {
  readonly indexes: readonly number[];
  /** Of an earlier result: nobody reads them any more. */
  readonly blocks: readonly ArrayBuffer[];
}

/** What became of a batch. They come in the order in which the batches were given. */
export interface BatchResult<Result> {
  /** In the order of the batch. */
  readonly results: readonly Result[];
  /** What their bytes are in. */
  readonly blocks: readonly ArrayBuffer[];
}
