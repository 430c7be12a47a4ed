import { parentPort, workerData } from 'node:worker_threads';
import type { FoundArticle } from './find.js';
import { createLanguageInference } from './language.js';
import { type ProcessedArticle, processArticle, type Settings } from './process.js';

/** What a worker knows from its start. */
export interface WorkerData {
  readonly articles: readonly FoundArticle[];
  readonly settings: Settings;
  readonly stdin?: Uint8Array;
}

/** Which articles to process: `start` to `end`, exclusive. */
export interface Batch {
  readonly start: number;
  readonly end: number;
}

/** Indexes are those of the batch. */
export type BatchResult = readonly ProcessedArticle[];

const { articles, settings, stdin } = workerData as WorkerData;
const inference = createLanguageInference(articles);
const extra = stdin === undefined ? {} : { stdin };

parentPort?.on('message', ({ start, end }: Batch) => {
  const results: ProcessedArticle[] = [];
  const transfer: ArrayBuffer[] = [];
  for (let index = start; index < end; index++) {
    const processed = processArticle(articles, index, settings, inference, extra);
    results.push(processed);
    for (const bytes of Object.values(processed.output?.bytes ?? {})) transfer.push(bytes.buffer as ArrayBuffer);
  }
  parentPort?.postMessage(results, transfer);
});
