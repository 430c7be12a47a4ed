import { closeSync, constants, createReadStream, fstatSync, open } from 'node:fs';
import { Socket } from 'node:net';
import { addAbortSignal, type Readable } from 'node:stream';
import { isatty, ReadStream } from 'node:tty';
import { promisify } from 'node:util';
import { reasonOf } from '../error.js';
import { mostPipedBytes } from '../limits.js';
import { TooLargeError } from './read-file.js';

/** What an article holds that can be read only once; or why it was not read. Plain data. */
export type Content = Uint8Array | { readonly code: 'input/unreadable' | 'input/too-large'; readonly reason: string };

/** Something that was opened to be read: a regular file by its descriptor, anything else as a stream that closes it. */
export type Opened = { readonly descriptor: number } | { readonly stream: Readable };

/**
 * Opens a file, a pipe or a device, and waits for nothing: neither does it hold up the process where nobody writes to a
 * pipe. Reading the stream rejects with the reason of the signal.
 */
export async function openToRead(path: string | Buffer, signal?: AbortSignal): Promise<Opened> {
  const { O_RDONLY, O_NONBLOCK = 0 } = constants;
  let descriptor: number | undefined;
  try {
    descriptor = await promisify(open)(path, O_RDONLY | O_NONBLOCK);
    // A stream that is made later would fail where nobody listens yet.
    signal?.throwIfAborted();
    const stats = fstatSync(descriptor);
    if (stats.isDirectory()) throw Object.assign(new Error('is a folder'), { code: 'EISDIR' });
    const opened = stats.isFile() ? { descriptor } : { stream: streamOf(descriptor, stats.isFIFO(), signal) };
    descriptor = undefined;
    return opened;
  } catch (error) {
    if (isSocket(error) && isStdin(path)) return { stream: process.stdin };
    throw error;
  } finally {
    if (descriptor !== undefined) closeSync(descriptor);
  }
}

/** A thread that waits for a pipe or a terminal cannot be ended: the loop of events waits for these. */
function streamOf(fd: number, isPipe: boolean, signal: AbortSignal | undefined): Readable {
  const stream = isPipe
    ? new Socket({ fd, readable: true, writable: false })
    : isatty(fd)
      ? new ReadStream(fd)
      : createReadStream('', { fd, highWaterMark: 1 << 18 });
  return signal === undefined ? stream : addAbortSignal(signal, stream);
}

function isSocket(error: unknown): boolean {
  return error instanceof Error && 'code' in error && error.code === 'ENXIO';
}

/** Standard input that is a socket cannot be opened by its name. */
function isStdin(path: string | Buffer): boolean {
  return /^\/(?:dev\/stdin|(?:dev|proc\/self)\/fd\/0)$/.test(String(path));
}

/** Reads what can be read only once. Rejects with the reason of the signal; what else fails is in what it gives. */
export async function readOnce(path: string, signal?: AbortSignal): Promise<Content> {
  try {
    const opened = await openToRead(path, signal);
    const stream = 'stream' in opened ? opened.stream : createReadStream('', { fd: opened.descriptor });
    return await readUpTo(stream, mostPipedBytes, signal);
  } catch (error) {
    signal?.throwIfAborted();
    const code = error instanceof TooLargeError ? 'input/too-large' : 'input/unreadable';
    return { code, reason: reasonOf(error) };
  }
}

/**
 * All bytes of a stream.
 *
 * @throws {TooLargeError} There are more than `most`; the stream is closed then.
 */
export async function readUpTo(stream: Readable, most: number, signal?: AbortSignal): Promise<Uint8Array> {
  const chunks: Buffer[] = [];
  let length = 0;
  signal?.throwIfAborted();
  const source = signal === undefined ? stream : addAbortSignal(signal, stream);
  try {
    for await (const chunk of source) {
      const bytes = Buffer.from(chunk);
      length += bytes.length;
      if (length > most) throw new TooLargeError(most);
      chunks.push(bytes);
    }
  } catch (error) {
    signal?.throwIfAborted();
    throw error;
  }
  return Buffer.concat(chunks);
}
