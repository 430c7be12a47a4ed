import { parentPort, workerData } from 'node:worker_threads';
import { createProcessor, type ProcessedArticle, type Work } from './process.js';

/** Which articles to process: `start` to `end`, exclusive. */
export interface Batch {
  readonly start: number;
  readonly end: number;
}

/** In the order of the batch. */
export type BatchResult = readonly ProcessedArticle[];

const ready = createProcessor(workerData as Work);

parentPort?.on('message', async ({ start, end }: Batch) => {
  const process = await ready;
  const results: ProcessedArticle[] = [];
  const transfer: ArrayBuffer[] = [];
  for (let index = start; index < end; index++) {
    const processed = process(index);
    results.push(processed);
    for (const pieces of Object.values(processed.output?.bytes ?? {})) {
      for (const { buffer } of pieces) transfer.push(buffer);
    }
  }
  parentPort?.postMessage(results, transfer);
});
