import { getAsset } from 'node:sea';
import { Worker, type WorkerOptions } from 'node:worker_threads';
import type { ThreadName } from '../run/threads.js';

/** Starts a thread from the script that the executable holds. */
export function startThread(name: ThreadName, options: WorkerOptions): Worker {
  return new Worker(getAsset(`${name}.cjs`, 'utf8'), { ...options, eval: true });
}
