import { once } from 'node:events';
import { createInterface } from 'node:readline';
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
 * missing, and the others are read by another; then it is asked once which of them it has.
 */
export async function readBlobs(
  folder: string,
  objects: readonly string[],
  receiver: BlobReceiver,
  signal: AbortSignal | undefined,
): Promise<void> {
  let left = objects.map((_, index) => index);
  let areAsked = false;
  for (let start = 0; start < left.length; ) {
    const { next, said } = await readSome(folder, objects, left.slice(start), receiver, signal);
    start += next;
    const index = left[start];
    if (index === undefined) return;
    // What was on its way is asked for once more, alone: another one may be what Git ended at.
    const alone = await readSome(folder, objects, [index], receiver, signal);
    if (alone.next === 0) receiver.missing(index, alone.said || said || 'Git cannot read it');
    start++;
    if (areAsked) continue;
    // A partial clone lacks thousands, and older versions of Git end at each of them.
    areAsked = true;
    const present = await findPresent(folder, objects, signal);
    if (present === undefined) continue;
    const isPresent = (each: number): boolean => present.has(objects[each] ?? '');
    left = left.slice(start);
    for (const each of left) if (!isPresent(each)) receiver.missing(each, absent);
    left = left.filter(isPresent);
    start = 0;
  }
}

/** Those of the objects that the repository has, by its own list of all: nothing is fetched for that. */
async function findPresent(
  folder: string,
  objects: readonly string[],
  signal: AbortSignal | undefined,
): Promise<ReadonlySet<string> | undefined> {
  const wanted = new Set(objects);
  const present = new Set<string>();
  const list = ['cat-file', '--batch-all-objects', '--unordered', '--batch-check=%(objectname)', '--buffer'];
  const { child, stdin, stdout } = startGit(folder, list);
  const stop = (): void => void child.kill();
  signal?.addEventListener('abort', stop);
  const closed = once(child, 'close').catch(() => undefined);
  child.on('error', () => undefined);
  stdin.on('error', () => undefined);
  stdin.end();
  try {
    for await (const line of createInterface({ input: stdout })) if (wanted.has(line)) present.add(line);
  } finally {
    child.kill();
    await closed;
    signal?.removeEventListener('abort', stop);
  }
  signal?.throwIfAborted();
  return child.exitCode === 0 ? present : undefined;
}

/** Gives how many of the objects came, and what Git said. */
async function readSome(
  folder: string,
  objects: readonly string[],
  indexes: readonly number[],
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
  stdin.end(`${indexes.map((index) => objects[index]).join('\n')}\n`);
  let next = 0;
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
            receiver.missing(indexes[next++] ?? 0, absent);
          }
          continue;
        }
        // A line end follows the object.
        const taken = Math.min(left, bytes.length - at);
        const own = Math.min(taken, Math.max(0, left - 1));
        if (own > 0) receiver.piece(indexes[next] ?? 0, bytes.subarray(at, at + own), size);
        left -= taken;
        at += taken;
        if (left > 0) continue;
        receiver.end(indexes[next++] ?? 0, size);
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
