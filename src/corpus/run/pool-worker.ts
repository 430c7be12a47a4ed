import type { CorpusError } from '../error.js';
import type { Batch, BatchResult, Pass } from './task.js';
import { startThread } from './threads.js';
import { workerFailure } from './worker-failure.js';

/** Batches in the hands of a worker: it has another one while its result is on the way. */
const batchesAtOnce = 2;
/** Megabytes for what lives no longer than an article. V8 takes several times that in long runs, and is no faster. */
const youngGeneration = 8;

/** A batch whose turn to be taken may not have come. */
export interface Finished {
  readonly results: readonly unknown[];
  /** Nobody reads its bytes any more. */
  release(): void;
}

/** A thread of its own, to which batches go. */
export interface PoolWorker {
  /** Begins a pass: says what to do with the result of a batch, and whom to wake whenever something happens. */
  begin(pass: Pass, finish: (batch: number, result: Finished) => void, ring: () => void): void;
  /** @throws {CorpusError} `worker`: it is dead; else what it cannot go on with. */
  check(): void;
  isFree(): boolean;
  process(batch: number, indexes: readonly number[]): void;
  stop(): Promise<unknown>;
}

/** Starts a worker. `advice`: what to try where it fails. */
export function startWorker(advice: string): PoolWorker {
  const resourceLimits = { maxYoungGenerationSizeMb: youngGeneration };
  const worker = startThread('worker', { resourceLimits });
  const batches: { readonly batch: number; readonly pass: number }[] = [];
  /** Passes that were begun, and those that it was made ready for: one may be over before it is ready. */
  let begun = 0;
  let ready = 0;
  let finish: ((batch: number, result: Finished) => void) | undefined;
  let ring = (): void => undefined;
  let unread: ArrayBuffer[] = [];
  let failure: CorpusError | undefined;
  const fail = (error: unknown): void => {
    failure ??= workerFailure(error, advice);
    ring();
  };
  worker.on('message', (message: 'ready' | BatchResult<unknown>) => {
    const done = message === 'ready' ? undefined : batches.shift();
    if (message === 'ready') ready++;
    else {
      const { results, blocks } = message;
      const release = (): void => {
        for (const block of blocks) unread.push(block);
      };
      // Nobody waits for the results of a pass that was given up.
      if (done?.pass === begun) finish?.(done.batch, { results, release });
      else release();
    }
    ring();
  });
  worker.on('error', fail);
  worker.on('exit', (code) => fail(new Error(`it ended with status ${code}`)));
  return {
    begin(pass, onResult, onEvent) {
      begun++;
      finish = onResult;
      ring = onEvent;
      worker.postMessage(pass);
    },
    check() {
      if (failure !== undefined) throw failure;
    },
    isFree: () => ready === begun && batches.length < batchesAtOnce,
    process(batch, indexes) {
      batches.push({ batch, pass: begun });
      const blocks = unread;
      unread = [];
      worker.postMessage({ indexes, blocks } satisfies Batch, blocks);
    },
    stop: () => worker.terminate(),
  };
}
