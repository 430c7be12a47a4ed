import { parentPort, workerData } from 'node:worker_threads';
import { createProcessor, type ProcessedArticle, type Work } from './process.js';
import { readShared, type SharedArticles } from './shared-articles.js';

/** What a worker is started with: plain data, but for the bytes of standard input. */
export interface SharedWork extends Omit<Work, 'articles'> {
  readonly articles: SharedArticles;
}

/** Which articles to process: `start` to `end`, exclusive. */
export interface Batch {
  readonly start: number;
  readonly end: number;
}

/** In the order of the batch. */
export type BatchResult = readonly ProcessedArticle[];

const { articles, ...work } = workerData as SharedWork;
const ready = createProcessor({ ...work, articles: readShared(articles) });

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
