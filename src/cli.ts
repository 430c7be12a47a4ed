#!/usr/bin/env node
import type { Writable } from 'node:stream';
import { isMainThread, parentPort, workerData } from 'node:worker_threads';
import { tuneEngine } from './cli/engine.js';
import { run } from './cli/main.js';
import { needsThread, runInThread } from './cli/thread.js';
import { createThreadStreams, type FromRun, type RunData } from './cli/thread-streams.js';
import { reportUnexpected } from './cli/unexpected.js';

if (isMainThread || parentPort === null) {
  const args = process.argv.slice(2);
  // What fails where nobody waits for it.
  process.on('uncaughtException', (error) => process.exit(reportUnexpected(error, args, process)));
  tuneEngine('soon');
  const status = await (needsThread(args) ? runInThread(new URL(import.meta.url), args, process) : run(args, process));
  await Promise.all([written(process.stdout), written(process.stderr)]);
  // Nothing is under way any more, and the system takes back memory faster than V8 does.
  process.exit(status);
} else {
  const data = workerData as RunData;
  const streams = createThreadStreams(parentPort, data, process.stdin);
  const status = await run(data.args, streams);
  await Promise.all([written(streams.stdout), written(streams.stderr)]);
  parentPort.postMessage({ kind: 'done', status } satisfies FromRun);
  process.exit();
}

/** Resolves when the system has all that was written to a stream, or will not take it. */
function written(stream: Writable): Promise<void> {
  return new Promise((resolve) => {
    if (stream.writableLength === 0) resolve();
    else stream.write('', () => resolve());
  });
}
