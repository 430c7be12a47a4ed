#!/usr/bin/env node
import type { Writable } from 'node:stream';
import { isMainThread, type MessagePort, parentPort, workerData } from 'node:worker_threads';
import { say } from './cli/terminal/say.js';
import { interruptStatus, type Streams } from './cli/terminal/streams.js';
import { tuneEngine } from './cli/thread/engine.js';
import { needsThread, runInThread } from './cli/thread/thread.js';
import { createThreadStreams, type FromRun, type RunData } from './cli/thread/thread-streams.js';
import { reportUnexpected } from './cli/thread/unexpected.js';

/** The thread of the terminal. */
async function main(): Promise<void> {
  const args = process.argv.slice(2);
  // What fails where nobody waits for it.
  process.on('uncaughtException', (error) => process.exit(reportUnexpected(error, args, process)));
  // Messages that nobody reads are lost, and no more than that; whoever writes to standard output learns of it.
  for (const stream of [process.stdout, process.stderr]) stream.on('error', () => undefined);
  tuneEngine('soon');
  let status = await (needsThread(args) ? runInThread(args, process) : run(args, process));
  await allWritten(process, status);
  // What no run wrote, such as help; a reader who has enough is no failure.
  const lost = process.stdout.errored;
  if (status === 0 && lost !== null && !('code' in lost && lost.code === 'EPIPE')) {
    const { reasonOf } = await import('./corpus/error.js');
    say(process, `standard output: cannot be written: ${reasonOf(lost)}.`);
    status = 3;
  }
  // Nothing is under way any more, and the system takes back memory faster than V8 does.
  process.exit(status);
}

/** The thread of a run. */
async function work(port: MessagePort): Promise<void> {
  const data = workerData as RunData;
  const streams = createThreadStreams(port, data, process.stdin);
  const status = await run(data.args, streams);
  await allWritten(streams, status);
  port.postMessage({ kind: 'done', status } satisfies FromRun);
  process.exit();
}

/** Runs the command line. What that takes is loaded in the thread that does it, and in no other. */
async function run(args: readonly string[], streams: Streams): Promise<number> {
  const main = await import('./cli/main.js');
  return main.run(args, streams);
}

/** Waits until the system has all that was written. An interrupted run does not wait for who reads its output. */
async function allWritten({ stdout, stderr }: Pick<Streams, 'stdout' | 'stderr'>, status: number): Promise<void> {
  const isInterrupted = Object.values<number>(interruptStatus).includes(status);
  await Promise.all(isInterrupted ? [written(stderr)] : [written(stdout), written(stderr)]);
}

/** Resolves when the system has all that was written to a stream, or will not take it. */
function written(stream: Writable): Promise<void> {
  return new Promise((resolve) => {
    if (stream.writableLength === 0) resolve();
    else stream.write('', () => resolve());
  });
}

// No `await` here: one executable has the command as a script, where none may stand.
void (isMainThread || parentPort === null ? main() : work(parentPort));
