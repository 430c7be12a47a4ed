import { Worker } from 'node:worker_threads';
import { CorpusError, reasonOf } from './error.js';
import type { FoundArticle } from './find.js';
import type { ProcessedArticle, Work } from './process.js';
import { shareArticles } from './shared-articles.js';
import { createTurns } from './turns.js';
import type { Batch, BatchResult, SharedWork } from './worker.js';

/** Articles that go to a worker at once: enough that messages cost nothing, few enough that memory stays small. */
const batchLength = 24;
/** Batches in the hands of a worker, or finished and not yet taken, for each worker. */
const batchesAhead = 3;
/** Megabytes for what lives no longer than an article. V8 takes several times that in long runs, and is no faster. */
const youngGeneration = 8;
/** Starting a worker takes about as long as processing this many articles. */
const articlesPerWorker = 48;

/** Work whose articles are all known. */
export interface KnownWork extends Work {
  readonly articles: readonly FoundArticle[];
}

/** Some articles that follow each other, in their order. Their bytes are valid until the next are asked for. */
export type ProcessedBatch = readonly ProcessedArticle[];

/** Threads that process articles; none where there is little to do, or one job is asked for. */
export interface Pool {
  /** Says how many articles there are so far. Threads that will be of use are started while others are looked for. */
  expect(articles: number): void;
  /** Processes all articles, and gives them in their order. Stops with the reason of the signal. To be called once. */
  process(work: KnownWork, signal: AbortSignal | undefined): AsyncGenerator<ProcessedBatch, void, undefined>;
  /** Ends the threads. */
  stop(): Promise<void>;
}

export function createPool(jobs: number): Pool {
  const workers: PoolWorker[] = [];
  const expect = (articles: number): void => {
    const useful = Math.min(jobs, Math.ceil(articles / articlesPerWorker));
    if (useful > 1) while (workers.length < useful) workers.push(startWorker());
  };
  return {
    expect,
    process(work, signal) {
      expect(work.articles.length);
      return workers.length === 0 ? processHere(work, signal) : processInWorkers(work, workers, signal);
    },
    async stop() {
      await Promise.all(workers.map((worker) => worker.stop()));
    },
  };
}

async function* processHere(
  work: KnownWork,
  signal: AbortSignal | undefined,
): AsyncGenerator<ProcessedBatch, void, undefined> {
  // Where threads do all the work, none of this is loaded.
  const { createProcessor } = await import('./process.js');
  const { createArena } = await import('./arena.js');
  const arena = createArena();
  const process = await createProcessor(work, arena);
  const turn = createTurns(signal);
  const count = work.articles.length;
  for (let index = 0; index < count; ) {
    await turn();
    const batch: ProcessedArticle[] = [];
    for (const end = Math.min(index + batchLength, count); index < end; index++) batch.push(process(index));
    yield batch;
    arena.give(arena.take());
  }
}

async function* processInWorkers(
  work: KnownWork,
  workers: readonly PoolWorker[],
  signal: AbortSignal | undefined,
): AsyncGenerator<ProcessedBatch, void, undefined> {
  const count = Math.ceil(work.articles.length / batchLength);
  const shared = { ...work, articles: shareArticles(work.articles) };
  for (const worker of workers) worker.begin(shared);
  const pending = new Map<number, { readonly worker: PoolWorker; readonly result: Promise<BatchResult> }>();
  // Workers are busy for as long as a batch takes; the signal does not wait for that. (Racing each batch against one
  // promise would keep all of them: a promise holds on to whatever waits for it.)
  const abandon = (): void => {
    for (const worker of workers) worker.abandon(signal?.reason);
  };
  signal?.addEventListener('abort', abandon, { once: true });
  let next = 0;
  const refill = (taken: number): void => {
    for (; next < Math.min(count, taken + workers.length * batchesAhead); next++) {
      const start = next * batchLength;
      // A worker has its own queue; as long as all have work in it, it does not matter which one a batch goes to.
      const worker = workers.reduce((a, b) => (b.queued() < a.queued() ? b : a));
      const result = worker.process(start, Math.min(start + batchLength, work.articles.length));
      result.catch(() => undefined); // Told when its turn comes.
      pending.set(next, { worker, result });
    }
  };
  try {
    for (let batch = 0; batch < count; batch++) {
      signal?.throwIfAborted();
      refill(batch);
      const waiting = pending.get(batch);
      if (waiting === undefined) throw new RangeError(`Nobody has batch ${batch}.`);
      pending.delete(batch);
      const { articles, blocks } = await waiting.result;
      signal?.throwIfAborted();
      yield articles;
      waiting.worker.give(blocks);
    }
  } finally {
    signal?.removeEventListener('abort', abandon);
  }
}

interface PoolWorker {
  /** Says what the work is. */
  begin(work: SharedWork): void;
  queued(): number;
  process(start: number, end: number): Promise<BatchResult>;
  /** Gives back blocks of its results. */
  give(blocks: readonly ArrayBuffer[]): void;
  /** Rejects what is waited for. */
  abandon(reason: unknown): void;
  stop(): Promise<unknown>;
}

function startWorker(): PoolWorker {
  const resourceLimits = { maxYoungGenerationSizeMb: youngGeneration };
  const worker = new Worker(new URL('./worker.js', import.meta.url), { resourceLimits });
  const waiting: { resolve(result: BatchResult): void; reject(error: unknown): void }[] = [];
  let given: ArrayBuffer[] = [];
  let failure: CorpusError | undefined;
  const fail = (error: unknown): void => {
    failure ??= new CorpusError('worker', `A worker thread failed: ${reasonOf(error)}. Try it with --jobs 1.`, {
      cause: error,
    });
    for (const { reject } of waiting.splice(0)) reject(failure);
  };
  worker.on('message', (result: BatchResult) => waiting.shift()?.resolve(result));
  worker.on('error', fail);
  worker.on('exit', (code) => fail(new Error(`it ended with status ${code}`)));
  return {
    begin: (work) => worker.postMessage(work),
    queued: () => waiting.length,
    process: (start, end) =>
      new Promise((resolve, reject) => {
        if (failure !== undefined) return reject(failure);
        waiting.push({ resolve, reject });
        const blocks = given;
        given = [];
        worker.postMessage({ start, end, blocks } satisfies Batch, blocks);
      }),
    give: (blocks) => {
      given.push(...blocks);
    },
    abandon: (reason) => {
      for (const { reject } of waiting.splice(0)) reject(reason);
    },
    stop: () => worker.terminate(),
  };
}
