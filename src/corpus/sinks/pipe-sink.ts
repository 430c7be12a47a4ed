import { constants, openSync } from 'node:fs';
import type { Socket } from 'node:net';
import { setTimeout } from 'node:timers/promises';
import { CorpusError, reasonOf } from '../error.js';
import type { Sink } from './sink.js';
import { writeTo } from './stream-sink.js';

/** Milliseconds between two looks whether a pipe has a reader: the system does not tell of it. */
const pause = 50;

/**
 * A named pipe. It waits for a reader, and for one that is slow, without keeping the thread from anything else: a signal
 * ends the wait. What was written there cannot be taken back.
 *
 * @throws {CorpusError} `output`: the reader has closed it, or it cannot be opened.
 */
export function createPipeSink(path: string, signal: AbortSignal | undefined): Sink {
  let stream: Socket | undefined;
  const discard = (): void => {
    signal?.removeEventListener('abort', discard);
    stream?.destroy();
  };
  const open = async (): Promise<Socket> => {
    const { Socket } = await import('node:net');
    const fd = await openForReader(path, signal);
    stream = new Socket({ fd, readable: false, writable: true });
    // Whoever writes learns of it.
    stream.on('error', () => undefined);
    signal?.addEventListener('abort', discard);
    return stream;
  };
  return {
    path,
    async write(bytes) {
      await writeTo(stream ?? (await open()), bytes, path, signal);
    },
    flush: () => undefined,
    async commit() {
      if (stream === undefined) await open();
      // The system has all bytes, and keeps them for the reader.
      discard();
    },
    discard,
  };
}

/** Opens a pipe for writing, as soon as somebody reads it. */
async function openForReader(path: string, signal: AbortSignal | undefined): Promise<number> {
  for (;;) {
    signal?.throwIfAborted();
    try {
      return openSync(path, constants.O_WRONLY | constants.O_NONBLOCK);
    } catch (error) {
      if (!(error instanceof Error && 'code' in error && error.code === 'ENXIO')) {
        throw new CorpusError('output', `${path}: cannot be written: ${reasonOf(error)}.`, { cause: error });
      }
    }
    await setTimeout(pause);
  }
}
