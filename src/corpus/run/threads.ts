import { Worker, type WorkerOptions } from 'node:worker_threads';

/** What runs in threads of their own: a run of the command, and workers of a run. */
export type ThreadName = 'cli' | 'worker';

/** Starts a thread of the package, whose file stands beside this one when both are built. */
export function startThread(name: ThreadName, options: WorkerOptions): Worker {
  return new Worker(new URL(`./${name}.js`, import.meta.url), options);
}
