import { parentPort } from 'node:worker_threads';
import { readShared, type SharedArticles } from '../articles/shared-articles.js';
import { createArena } from './arena.js';
import { createProcessor, type ProcessedArticle, type Work } from './process.js';

/** What a worker is given first: plain data, but for the bytes of standard input. It answers with `ready`. */
export interface SharedWork extends Omit<Work, 'articles'> {
  readonly articles: SharedArticles;
}

/** Which articles to process: `start` to `end`, exclusive. */
export interface Batch {
  readonly start: number;
  readonly end: number;
  /** Of an earlier result: nobody reads them any more. */
  readonly blocks: readonly ArrayBuffer[];
}

/** What became of a batch. They come in the order in which the batches were given. */
export interface BatchResult {
  /** In the order of the batch. */
  readonly articles: readonly ProcessedArticle[];
  /** What their bytes are in. */
  readonly blocks: readonly ArrayBuffer[];
}

parentPort?.once('message', async ({ articles, ...work }: SharedWork) => {
  const arena = createArena();
  const process = await createProcessor({ ...work, articles: readShared(articles) }, arena);
  parentPort?.on('message', ({ start, end, blocks }: Batch) => {
    arena.give(blocks);
    const processed: ProcessedArticle[] = [];
    for (let index = start; index < end; index++) processed.push(process(index));
    const taken = arena.take();
    parentPort?.postMessage({ articles: processed, blocks: taken } satisfies BatchResult, taken);
  });
  parentPort?.postMessage('ready');
});
