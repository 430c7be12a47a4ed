import { statSync } from 'node:fs';
import { setImmediate } from 'node:timers/promises';
import { Worker } from 'node:worker_threads';
import { shareArticles } from '../articles/shared-articles.js';
import { CorpusError, reasonOf } from '../error.js';
import type { FoundArticle } from '../find/find.js';
import { soonDone } from '../limits.js';
import { createTurns, type Turns } from '../turns.js';
import { createArena } from './arena.js';
import type { Batch, BatchResult, Pass, Task, Work } from './task.js';

/** Articles that go to a thread at once: enough that messages cost nothing, few enough that memory stays small. */
const batchLength = 24;
/** Batches in the hands of a worker: it has another one while its result is on the way. */
const batchesAtOnce = 2;
/** Batches that are finished, or in somebody's hands, before the one that is taken next; for each thread. */
const batchesAhead = 4;
/** Bytes of a batch that the caller's thread processes itself. Larger ones are for workers, whose death can be told of. */
const smallBatch = 1 << 22;
/** Megabytes for what lives no longer than an article. V8 takes several times that in long runs, and is no faster. */
const youngGeneration = 8;
/** Starting a worker takes about as long as processing this many articles. */
const articlesPerWorker = 48;

/** Work whose articles are all known. */
export interface KnownWork<Given> extends Work<Given> {
  readonly articles: readonly FoundArticle[];
}

/** Threads that process articles: the caller's own, and workers where there is enough to do and several jobs. */
export interface Pool {
  /** Says how many articles there are so far. Workers that will be of use are started while others are looked for. */
  expect(articles: number): void;
  /**
   * Does a task with all articles, and gives the results in their order, some at a time: their bytes are valid until the
   * next are asked for. Stops with the reason of the signal. One pass after the other.
   */
  process<Given, Result>(
    task: Task<Given, Result>,
    work: KnownWork<Given>,
    signal: AbortSignal | undefined,
  ): AsyncGenerator<readonly Result[], void, undefined>;
  /** Ends the workers. */
  stop(): Promise<void>;
}

export function createPool(jobs: number): Pool {
  const workers: PoolWorker[] = [];
  const expect = (articles: number): void => {
    const useful = Math.min(jobs, Math.ceil(articles / articlesPerWorker)) - 1;
    while (workers.length < useful) workers.push(startWorker());
  };
  return {
    expect,
    process(task, work, signal) {
      const { articles, stdin } = work;
      expect(articles.length);
      const isSlow = (): boolean => articles.some((found) => sizeOf(found, stdin) > soonDone);
      if (jobs > 1 && workers.length === 0 && isSlow()) workers.push(startWorker());
      return processAll(task, work, workers, signal);
    },
    async stop() {
      await Promise.all(workers.map((worker) => worker.stop()));
    },
  };
}

/** A batch whose turn to be taken may not have come. */
interface Finished {
  readonly results: readonly unknown[];
  /** Nobody reads its bytes any more. */
  release(): void;
}

async function* processAll<Given, Result>(
  task: Task<Given, Result>,
  work: KnownWork<Given>,
  workers: readonly PoolWorker[],
  signal: AbortSignal | undefined,
): AsyncGenerator<readonly Result[], void, undefined> {
  const { articles } = work;
  const count = Math.ceil(articles.length / batchLength);
  const ahead = (workers.length + 1) * batchesAhead;
  const finished = new Map<number, Finished>();
  const bell = createBell();
  if (workers.length > 0) {
    const pass = { ...work, task: task.name, articles: shareArticles(articles) };
    const finish = (batch: number, result: Finished): void => void finished.set(batch, result);
    for (const worker of workers) worker.begin(pass, finish, bell.ring);
  }
  const turn = createTurns(signal);
  const processHere = await createOwnHand(task, work, turn);
  signal?.addEventListener('abort', bell.ring);
  try {
    let next = 0;
    for (let batch = 0; batch < count; ) {
      await turn();
      for (const worker of workers) {
        for (worker.check(); worker.isFree() && next < count && next < batch + ahead; next++) {
          worker.process(next, rangeOf(next, articles));
        }
      }
      const taken = finished.get(batch);
      if (taken !== undefined) {
        finished.delete(batch++);
        yield taken.results as readonly Result[];
        taken.release();
      } else if (next < count && next < batch + ahead && (workers.length === 0 || isSmall(next, work))) {
        const own = next++;
        finished.set(own, await processHere(rangeOf(own, articles)));
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

interface IndexRange {
  readonly start: number;
  readonly end: number;
}

function rangeOf(batch: number, { length }: readonly FoundArticle[]): IndexRange {
  const start = batch * batchLength;
  return { start, end: Math.min(start + batchLength, length) };
}

function isSmall(batch: number, { articles, stdin }: KnownWork<unknown>): boolean {
  const { start, end } = rangeOf(batch, articles);
  let bytes = 0;
  for (const found of articles.slice(start, end)) {
    const size = sizeOf(found, stdin);
    if (size > soonDone) return false;
    bytes += size;
  }
  return bytes < smallBatch;
}

function sizeOf({ file, content }: FoundArticle, stdin: Uint8Array | undefined): number {
  if (content !== undefined) return 'reason' in content ? 0 : content.length;
  if (file === undefined) return stdin?.length ?? 0;
  try {
    return statSync(file).size;
  } catch {
    // Told of when it is read.
    return 0;
  }
}

/** What processes a batch in the caller's thread. */
async function createOwnHand<Given, Result>(
  task: Task<Given, Result>,
  work: Work<Given>,
  turn: Turns,
): Promise<(range: IndexRange) => Promise<Finished>> {
  // Workers are started before this is loaded, and load the same meanwhile.
  const { start } = await task.load();
  const arena = createArena();
  const process = await start(work, arena);
  return async (range) => {
    const results: Result[] = [];
    for (let index = range.start; index < range.end; index++) {
      await turn();
      results.push(process(index));
    }
    const blocks = arena.take();
    return { results, release: () => arena.give(blocks) };
  };
}

/** Wakes who waits for something to happen, and who comes to wait after it has happened. */
interface Bell {
  next(): Promise<void>;
  readonly ring: () => void;
}

function createBell(): Bell {
  let rung = false;
  let wake: (() => void) | undefined;
  return {
    async next() {
      if (!rung)
        await new Promise<void>((resolve) => {
          wake = resolve;
        });
      rung = false;
      wake = undefined;
    },
    ring() {
      rung = true;
      wake?.();
    },
  };
}

interface PoolWorker {
  /** Begins a pass: says what to do with the result of a batch, and whom to wake whenever something happens. */
  begin(pass: Pass, finish: (batch: number, result: Finished) => void, ring: () => void): void;
  /** @throws {CorpusError} `worker`: it is dead. */
  check(): void;
  isFree(): boolean;
  process(batch: number, range: IndexRange): void;
  stop(): Promise<unknown>;
}

function startWorker(): PoolWorker {
  const resourceLimits = { maxYoungGenerationSizeMb: youngGeneration };
  const worker = new Worker(new URL('./worker.js', import.meta.url), { resourceLimits });
  const batches: number[] = [];
  let isReady = false;
  let finish: ((batch: number, result: Finished) => void) | undefined;
  let ring = (): void => undefined;
  let unread: ArrayBuffer[] = [];
  let failure: CorpusError | undefined;
  const fail = (error: unknown): void => {
    failure ??= new CorpusError('worker', `A worker thread failed: ${reasonOf(error)}. Try it with --jobs 1.`, {
      cause: error,
    });
    ring();
  };
  worker.on('message', (message: 'ready' | BatchResult<unknown>) => {
    const batch = message === 'ready' ? undefined : batches.shift();
    if (message === 'ready') {
      isReady = true;
    } else if (batch !== undefined) {
      const { results, blocks } = message;
      finish?.(batch, {
        results,
        release: () => {
          for (const block of blocks) unread.push(block);
        },
      });
    }
    ring();
  });
  worker.on('error', fail);
  worker.on('exit', (code) => fail(new Error(`it ended with status ${code}`)));
  return {
    begin(pass, onResult, onEvent) {
      isReady = false;
      finish = onResult;
      ring = onEvent;
      worker.postMessage(pass);
    },
    check() {
      if (failure !== undefined) throw failure;
    },
    isFree: () => isReady && batches.length < batchesAtOnce,
    process(batch, { start, end }) {
      batches.push(batch);
      const blocks = unread;
      unread = [];
      worker.postMessage({ start, end, blocks } satisfies Batch, blocks);
    },
    stop: () => worker.terminate(),
  };
}
