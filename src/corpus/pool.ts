import { setImmediate } from 'node:timers/promises';
import { Worker } from 'node:worker_threads';
import { CorpusError, reasonOf } from './error.js';
import type { FoundArticle } from './find.js';
import { createProcessor, type ProcessedArticle, type Work } from './process.js';
import { shareArticles } from './shared-articles.js';
import type { Batch, BatchResult, SharedWork } from './worker.js';

/** Milliseconds of work in the main thread after which signals and timers get their turn. */
const longestTurn = 50;
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

/** Processes all articles, and gives them in their order. Stops with the reason of the signal. */
export function processAll(
  work: KnownWork,
  jobs: number,
  signal: AbortSignal | undefined,
): AsyncGenerator<ProcessedArticle, void, undefined> {
  const useful = Math.min(jobs, Math.ceil(work.articles.length / articlesPerWorker));
  return useful <= 1 ? processHere(work, signal) : processInWorkers(work, useful, signal);
}

async function* processHere(
  work: Work,
  signal: AbortSignal | undefined,
): AsyncGenerator<ProcessedArticle, void, undefined> {
  const process = await createProcessor(work);
  let turn = performance.now();
  for (let index = 0; index < work.articles.length; index++) {
    if (performance.now() - turn > longestTurn) {
      await setImmediate();
      turn = performance.now();
    }
    signal?.throwIfAborted();
    yield process(index);
  }
}

async function* processInWorkers(
  work: KnownWork,
  jobs: number,
  signal: AbortSignal | undefined,
): AsyncGenerator<ProcessedArticle, void, undefined> {
  const count = Math.ceil(work.articles.length / batchLength);
  const shared = { ...work, articles: shareArticles(work.articles) };
  const workers = Array.from({ length: Math.min(jobs, count) }, () => startWorker(shared));
  const pending = new Map<number, Promise<BatchResult>>();
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
      const idle = workers.reduce((a, b) => (b.queued() < a.queued() ? b : a));
      const result = idle.process({ start, end: Math.min(start + batchLength, work.articles.length) });
      result.catch(() => undefined); // Told when its turn comes.
      pending.set(next, result);
    }
  };
  try {
    for (let batch = 0; batch < count; batch++) {
      signal?.throwIfAborted();
      refill(batch);
      const result = await pending.get(batch);
      pending.delete(batch);
      signal?.throwIfAborted();
      yield* result ?? [];
    }
  } finally {
    signal?.removeEventListener('abort', abandon);
    await Promise.all(workers.map((worker) => worker.stop()));
  }
}

interface PoolWorker {
  queued(): number;
  process(batch: Batch): Promise<BatchResult>;
  /** Rejects what is waited for. */
  abandon(reason: unknown): void;
  stop(): Promise<unknown>;
}

function startWorker(workerData: SharedWork): PoolWorker {
  const resourceLimits = { maxYoungGenerationSizeMb: youngGeneration };
  const worker = new Worker(new URL('./worker.js', import.meta.url), { workerData, resourceLimits });
  const waiting: { resolve(result: BatchResult): void; reject(error: unknown): void }[] = [];
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
    queued: () => waiting.length,
    process: (batch) =>
      new Promise((resolve, reject) => {
        if (failure !== undefined) return reject(failure);
        waiting.push({ resolve, reject });
        worker.postMessage(batch);
      }),
    abandon: (reason) => {
      for (const { reject } of waiting.splice(0)) reject(reason);
    },
    stop: () => worker.terminate(),
  };
}
