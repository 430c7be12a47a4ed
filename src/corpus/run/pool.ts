import { setImmediate } from 'node:timers/promises';
import { isMainThread } from 'node:worker_threads';
import { shareArticles } from '../articles/shared-articles.js';
import { TooLargeError } from '../files/read-file.js';
import type { FoundArticle } from '../find/find.js';
import { soonDone } from '../limits.js';
import { createTurns, type Turns } from '../turns.js';
import { createArena } from './arena.js';
import { batchesOf, type IndexRange } from './batches.js';
import { createBell } from './bell.js';
import { type Finished, type PoolWorker, startWorker } from './pool-worker.js';
import type { Task, Work } from './task.js';

/** Batches that are finished, or in somebody's hands, before the one that is taken next; for each thread. */
const batchesAhead = 4;
/** Starting a worker takes about as long as processing this many articles. */
const fewArticles = 48;

/** Work whose articles are all known. */
export interface KnownWork<Given> extends Work<Given> {
  readonly articles: readonly FoundArticle[];
  /** The indexes of those that are processed, in their order. Default: all. */
  readonly only?: readonly number[] | undefined;
}

/** Threads that process articles: the caller's own, and workers where there is enough to do and several jobs. */
export interface Pool {
  /** Says how many articles there are so far. Workers that will be of use are started while others are looked for. */
  expect(articles: number): void;
  /**
   * Does a task with all articles, or with some of them (`only`), and gives the results in their order, some at a time:
   * their bytes are valid until the next are asked for. Stops with the reason of the signal. One pass after the other.
   */
  process<Given, Result>(
    task: Task<Given, Result>,
    work: KnownWork<Given>,
    signal: AbortSignal | undefined,
  ): AsyncGenerator<readonly Result[], void, undefined>;
  /** Ends the workers. */
  stop(): Promise<void>;
}

/** `onlyHere`: what is given cannot go to another thread. `articlesPerWorker`: a worker is started for so many more. */
export function createPool(wanted: number, onlyHere: boolean, articlesPerWorker: number = fewArticles): Pool {
  const jobs = onlyHere ? 1 : wanted;
  const workers: PoolWorker[] = [];
  const start = (): PoolWorker => {
    const advice = jobs > 1 ? 'Try it with --jobs 1.' : 'Try it with NODE_OPTIONS=--max-old-space-size=8000.';
    const worker = startWorker(advice);
    workers.push(worker);
    return worker;
  };
  const expect = (articles: number): void => {
    const useful = Math.min(jobs, Math.ceil(articles / articlesPerWorker)) - 1;
    while (workers.length < useful) start();
  };
  return {
    expect,
    process(task, work, signal) {
      expect((work.only ?? work.articles).length);
      // One job is one thread; but while it is busy with a large article, the caller's would hear no signal.
      const handsOver = !onlyHere && (jobs > 1 || (signal !== undefined && isMainThread));
      return processAll(task, work, { workers, start, handsOver, sharesWork: jobs > 1 }, signal);
    },
    async stop() {
      await Promise.all(workers.map((worker) => worker.stop()));
    },
  };
}

/** Who there is to do the work. */
interface Crew {
  readonly workers: readonly PoolWorker[];
  /** Starts one more worker. */
  start(): PoolWorker;
  /** Large articles are for workers: the caller's thread could not be told of its own death, and hears signals. */
  readonly handsOver: boolean;
  /** Workers take whole batches, too, and the caller's thread goes on while they work. */
  readonly sharesWork: boolean;
}

/** What a worker is to do of a batch. */
interface Share {
  readonly batch: number;
  readonly range: IndexRange;
}

async function* processAll<Given, Result>(
  task: Task<Given, Result>,
  work: KnownWork<Given>,
  { workers, start, handsOver, sharesWork }: Crew,
  signal: AbortSignal | undefined,
): AsyncGenerator<readonly Result[], void, undefined> {
  const { only, ...shared } = work;
  const { articles } = shared;
  const own = only === undefined ? articles : only.flatMap((index) => articles[index] ?? []);
  const batches = batchesOf(own, task.atOnce);
  const count = batches.length;
  const rangeOf = (index: number): IndexRange => batches[index] ?? { start: own.length, end: own.length };
  const indexesIn = ({ start, end }: IndexRange): readonly number[] =>
    only?.slice(start, end) ?? Array.from({ length: end - start }, (_, at) => start + at);
  const ahead = (workers.length + 1) * batchesAhead;
  const finished = new Map<number, Finished>();
  /** What the caller's thread did of batches up to an article that is too large for it. */
  const begun = new Map<number, Finished>();
  /** The rest of those, as far as no worker has it. */
  const handedOver: Share[] = [];
  const bell = createBell();
  const finish = (batch: number, result: Finished): void => {
    finished.set(batch, joined(begun.get(batch), result));
    begun.delete(batch);
  };
  const begin = (some: readonly PoolWorker[]): void => {
    if (some.length === 0) return;
    const pass = { ...shared, task: task.name, articles: shareArticles(articles) };
    for (const worker of some) worker.begin(pass, finish, bell.ring);
  };
  begin(workers);
  const turn = createTurns(signal);
  const processHere = await createOwnHand(task, shared, turn, handsOver ? soonDone : undefined);
  signal?.addEventListener('abort', bell.ring);
  try {
    let next = 0;
    let batch = 0;
    const isNext = (): boolean => next < count && next < batch + ahead;
    const shareFor = (worker: PoolWorker): Share | undefined => {
      if (!worker.isFree()) return undefined;
      if (handedOver.length > 0 || !sharesWork || !isNext()) return handedOver.shift();
      return { batch: next, range: rangeOf(next++) };
    };
    while (batch < count) {
      await turn();
      if (handedOver.length > 0 && workers.length === 0) begin([start()]);
      for (const worker of workers) {
        worker.check();
        for (let share = shareFor(worker); share !== undefined; share = shareFor(worker)) {
          worker.process(share.batch, indexesIn(share.range));
        }
      }
      const ready = finished.get(batch);
      if (ready !== undefined) {
        finished.delete(batch++);
        yield ready.results as readonly Result[];
        ready.release();
      } else if (isNext() && (sharesWork || begun.size === 0)) {
        const taken = next++;
        const range = rangeOf(taken);
        const done = await processHere(indexesIn(range));
        const end = range.start + done.results.length;
        if (end === range.end) finished.set(taken, done);
        else {
          begun.set(taken, done);
          handedOver.push({ batch: taken, range: { start: end, end: range.end } });
        }
        // Results of workers come in between.
        if (workers.length > 0) await setImmediate();
      } else {
        await bell.next();
      }
    }
  } finally {
    signal?.removeEventListener('abort', bell.ring);
  }
}

function joined(begin: Finished | undefined, rest: Finished): Finished {
  if (begin === undefined) return rest;
  return {
    results: [...begin.results, ...rest.results],
    release: () => {
      begin.release();
      rest.release();
    },
  };
}

/** What processes a batch in the caller's thread, up to an article of more than `most` bytes. */
async function createOwnHand<Given, Result>(
  task: Task<Given, Result>,
  work: Work<Given>,
  turn: Turns,
  most: number | undefined,
): Promise<(indexes: readonly number[]) => Promise<Finished>> {
  // Workers are started before this is loaded, and load the same meanwhile.
  const { start } = await task.load();
  const arena = createArena();
  const process = await start(work, arena);
  return async (indexes) => {
    const results: Result[] = [];
    try {
      for (const index of indexes) {
        await turn();
        results.push(process(index, most));
      }
    } catch (error) {
      if (!(error instanceof TooLargeError)) throw error;
    }
    const blocks = arena.take();
    return { results, release: () => arena.give(blocks) };
  };
}
