import { EventEmitter } from 'node:events';
import { Readable, Writable } from 'node:stream';
import type { MessagePort } from 'node:worker_threads';
import type { InterruptSignal, Streams } from '../terminal/streams.js';

/** What the thread of a run is started with. */
export interface RunData {
  readonly args: readonly string[];
  readonly outIsTTY: boolean;
  /** What standard error is. */
  readonly terminal: { readonly isTTY: boolean; readonly rows?: number; readonly columns?: number };
}

/** What the thread of a run sends. */
export type FromRun =
  | { readonly kind: 'write'; readonly stream: 'stdout' | 'stderr'; readonly id: number; readonly bytes: Uint8Array }
  | { readonly kind: 'read' }
  | { readonly kind: 'done'; readonly status: number };

/** What it is sent. */
export type ToRun =
  | {
      readonly kind: 'written';
      readonly id: number;
      readonly error?: { readonly code?: string; readonly reason: string };
    }
  | { readonly kind: 'signal'; readonly signal: InterruptSignal };

/** The streams of a process for a run in a thread: what is written goes to the thread that has them. */
export function createThreadStreams(port: MessagePort, { outIsTTY, terminal }: RunData, input: Readable): Streams {
  const signals = new EventEmitter();
  const waiting = new Map<number, (error?: Error | null) => void>();
  let ids = 0;
  const send = (message: FromRun): void => port.postMessage(message);
  port.on('message', (message: ToRun) => {
    if (message.kind === 'signal') return void signals.emit(message.signal);
    const { id, error } = message;
    waiting.get(id)?.(error === undefined ? null : Object.assign(new Error(error.reason), { code: error.code }));
    waiting.delete(id);
  });
  const writable = (stream: 'stdout' | 'stderr'): Writable =>
    // A failed write is reported to its writer; without a listener, it would end the thread.
    new Writable({
      write(bytes: Buffer, _, done) {
        waiting.set(++ids, done);
        send({ kind: 'write', stream, id: ids, bytes });
      },
    }).on('error', () => undefined);
  let isRead = false;
  const stdin = new Readable({
    read() {
      // Only then: what is there for another program is left alone.
      if (isRead) return;
      isRead = true;
      input.on('data', (chunk: Buffer) => void stdin.push(chunk));
      input.on('end', () => void stdin.push(null));
      input.on('error', (error) => void stdin.destroy(error));
      send({ kind: 'read' });
    },
  });
  return {
    stdin,
    stdout: Object.assign(writable('stdout'), { isTTY: outIsTTY }),
    stderr: Object.assign(writable('stderr'), terminal),
    env: process.env,
    on: (signal, listener) => signals.on(signal, listener),
    off: (signal, listener) => signals.off(signal, listener),
    pid: process.pid,
    // The thread that has the streams hears the second signal itself.
    kill: () => undefined,
  };
}
