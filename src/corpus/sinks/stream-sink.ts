import type { Writable } from 'node:stream';
import { CorpusError, reasonOf } from '../error.js';
import type { Sink } from './sink.js';

/**
 * A stream, such as standard output. What was written there cannot be taken back. `signal` ends the wait for a reader who
 * is slow: the write rejects with its reason.
 *
 * @throws {CorpusError} `output`: the reader has closed it, or it fails.
 */
export function createStreamSink(stream: Writable, signal?: AbortSignal | undefined): Sink {
  // A failed write also emits an event, which would end the process if nobody listened.
  stream.on('error', () => undefined);
  return {
    path: '-',
    write: (bytes) => writeTo(stream, bytes, 'standard output', signal),
    flush: () => undefined,
    commit: () => undefined,
    discard: () => undefined,
  };
}

/** Resolves when a stream has handed on all bytes; `name`: what messages call it. */
export function writeTo(
  stream: Writable,
  bytes: Uint8Array,
  name: string,
  signal: AbortSignal | undefined,
): Promise<void> {
  return new Promise((resolve, reject) => {
    const abort = (): void => reject(signal?.reason);
    if (signal?.aborted) return abort();
    signal?.addEventListener('abort', abort);
    stream.write(bytes, (error) => {
      signal?.removeEventListener('abort', abort);
      if (error === null || error === undefined) resolve();
      else reject(new CorpusError('output', `${name}: cannot be written: ${reasonOf(error)}.`, { cause: error }));
    });
  });
}
