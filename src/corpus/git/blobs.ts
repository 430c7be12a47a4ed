import { once } from 'node:events';
import { startGit, unavailable, wordsOf } from './git.js';

/** What is done with objects as they come. */
export interface BlobReceiver {
  /** Bytes of the object with that index, in their order; the size of the whole is known. */
  piece(index: number, bytes: Buffer, size: number): void;
  /** The object is whole. */
  end(index: number, size: number): void;
  /** The repository does not have it, or cannot read it. */
  missing(index: number, reason: string): void;
}

const absent = 'the repository does not have it (its clone is partial); fetch it first';

/**
 * Reads objects of a repository by one `git cat-file --batch`. Where Git ends at one that it cannot read, that one is
 * missing, and the others are read by another.
 */
export async function readBlobs(
  folder: string,
  objects: readonly string[],
  receiver: BlobReceiver,
  signal: AbortSignal | undefined,
): Promise<void> {
  let start = 0;
  while (start < objects.length) {
    const { next, said } = await readSome(folder, objects, start, objects.length, receiver, signal);
    if (next >= objects.length) return;
    // What was on its way is asked for once more, alone: another one may be what Git ended at.
    const alone = await readSome(folder, objects, next, next + 1, receiver, signal);
    if (alone.next === next) receiver.missing(next, alone.said || said || 'Git cannot read it');
    start = next + 1;
  }
}

/** Gives the index of the first object that did not come, and what Git said. */
async function readSome(
  folder: string,
  objects: readonly string[],
  start: number,
  end: number,
  receiver: BlobReceiver,
  signal: AbortSignal | undefined,
): Promise<{ readonly next: number; readonly said: string }> {
  signal?.throwIfAborted();
  const { child, stdin, stdout, stderr } = startGit(folder, ['cat-file', '--batch', '--buffer']);
  const stop = (): void => void child.kill();
  signal?.addEventListener('abort', stop);
  let said = '';
  let failure: unknown;
  child.on('error', (error) => {
    failure = error;
  });
  const closed = once(child, 'close').catch(() => undefined);
  stderr.on('data', (bytes) => {
    if (said.length < 10_000) said += bytes;
  });
  // It may have ended before it has read all that it was asked.
  stdin.on('error', () => undefined);
  stdin.end(`${objects.slice(start, end).join('\n')}\n`);
  let next = start;
  let head = '';
  let size = -1;
  let left = 0;
  try {
    for await (const chunk of stdout) {
      const bytes = chunk as Buffer;
      for (let at = 0; at < bytes.length; ) {
        if (size < 0) {
          const line = bytes.indexOf(10, at);
          head += bytes.toString('latin1', at, line < 0 ? bytes.length : line);
          if (line < 0) break;
          at = line + 1;
          const [, type, length] = head.split(' ');
          head = '';
          if (type === 'blob' && length !== undefined) {
            size = Number(length);
            left = size + 1;
          } else {
            receiver.missing(next, absent);
            next++;
          }
          continue;
        }
        // A line end follows the object.
        const taken = Math.min(left, bytes.length - at);
        const own = Math.min(taken, Math.max(0, left - 1));
        if (own > 0) receiver.piece(next, bytes.subarray(at, at + own), size);
        left -= taken;
        at += taken;
        if (left > 0) continue;
        receiver.end(next, size);
        next++;
        size = -1;
      }
    }
  } finally {
    child.kill();
    await closed;
    signal?.removeEventListener('abort', stop);
  }
  signal?.throwIfAborted();
  return { next, said: failure === undefined ? wordsOf(said) : unavailable(failure) };
}
