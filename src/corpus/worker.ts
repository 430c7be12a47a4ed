import { parentPort } from 'node:worker_threads';
import { readShared } from './articles/shared-articles.js';
import { checkTask, surveyTask } from './check/run/task.js';
import { exportTask } from './export/task.js';
import { leverageTask } from './leverage/process/task.js';
import { memoryTask } from './memory/task.js';
import { passPartTask, passTask } from './merge/tree/documents/task.js';
import { mergeTask } from './merge/tree/task.js';
import { createArena } from './run/arena.js';
import type { Batch, BatchResult, Pass, Processor, Task } from './run/task.js';
import { splitTask } from './split/task.js';
import { candidatesTask, evidenceTask } from './terms/task.js';
import { treeTask } from './tree/task.js';
import { viewTask } from './view/task.js';

/** All that workers do. */
const tasks = [
  candidatesTask,
  checkTask,
  evidenceTask,
  exportTask,
  leverageTask,
  memoryTask,
  mergeTask,
  passPartTask,
  passTask,
  splitTask,
  surveyTask,
  treeTask,
  viewTask,
] as readonly Task<unknown, unknown>[];

const arena = createArena();
let process: Processor<unknown> | undefined;
/** Passes are made ready one after the other: one may begin while that before it is not ready yet. */
let ready: Promise<void> = Promise.resolve();

async function begin({ task: name, articles, ...work }: Pass): Promise<void> {
  const task = tasks.find((each) => each.name === name);
  if (task === undefined) throw new RangeError(`No worker knows the task ${name}.`);
  const { start } = await task.load();
  process = await start({ ...work, articles: readShared(articles) }, arena);
  parentPort?.postMessage('ready');
}

parentPort?.on('message', async (message: Pass | Batch) => {
  if ('task' in message) {
    ready = ready.then(() => begin(message));
    await ready;
    return;
  }
  const { indexes, blocks } = message;
  arena.give(blocks);
  const results = indexes.map((index) => process?.(index));
  const taken = arena.take();
  parentPort?.postMessage({ results, blocks: taken } satisfies BatchResult<unknown>, taken);
});
