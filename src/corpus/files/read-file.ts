import { closeSync, constants, fstatSync, openSync, readSync, type Stats } from 'node:fs';

/** There is more to read than a limit lets in. */
export class TooLargeError extends Error {
  /** In bytes. */
  readonly limit: number;

  constructor(limit: number) {
    super(`it is larger than ${limit.toLocaleString('en-US')} bytes`);
    this.limit = limit;
  }
}

/** Nearly all articles fit in. */
const usualLength = 1 << 20;

let usual: Buffer | undefined;

/**
 * All bytes of a regular file, valid until the next is read: a buffer of its own for each is work for the garbage
 * collector. Of a file that grows meanwhile, and of one that says it is empty (`/proc`), all is read that there is.
 *
 * @throws {TooLargeError} There are more than `most`; where the file says so, none is read.
 */
export function readFile(path: string | Buffer, most: number): Buffer {
  const { file, size } = openRegular(path);
  return readAndClose(file, size, most);
}

/**
 * The same of anything that can be read. A pipe is waited for.
 *
 * @throws {TooLargeError} There are more than `most`.
 */
export function readUpTo(path: string, most: number): Buffer {
  const file = openSync(path, 'r');
  return readAndClose(file, statsOf(file).size, most);
}

/** Reads all of a file that says it has `size` bytes. */
function readAndClose(file: number, size: number, most: number): Buffer {
  try {
    if (size > most) throw new TooLargeError(most);
    usual ??= Buffer.allocUnsafeSlow(usualLength);
    let buffer = usual;
    for (let length = 0; ; ) {
      if (length === buffer.length) buffer = enlarge(buffer, Math.max(size + 1, 2 * length));
      const read = readSync(file, buffer, length, buffer.length - length, null);
      length += read;
      if (length > most) throw new TooLargeError(most);
      if (read === 0) return buffer.subarray(0, length);
    }
  } finally {
    closeSync(file);
  }
}

/** The first bytes of a regular file, as many as are there and fit in; valid as long as the buffer is left alone. */
export function readStart(path: string | Buffer, buffer: Buffer): Buffer {
  const { file } = openRegular(path);
  try {
    let length = 0;
    for (let read = -1; read !== 0 && length < buffer.length; length += read) {
      read = readSync(file, buffer, length, buffer.length - length, null);
    }
    return buffer.subarray(0, length);
  } finally {
    closeSync(file);
  }
}

/**
 * Reads a regular file a piece at a time: gives how many bytes were read into the buffer, after the first `keep()` ones,
 * which are left as they are.
 */
export function* openChunks(
  path: string | Buffer,
  buffer: Buffer,
  keep: () => number,
): Generator<number, void, undefined> {
  const { file } = openRegular(path);
  try {
    for (;;) {
      const from = keep();
      const read = readSync(file, buffer, from, buffer.length - from, null);
      if (read === 0) return;
      yield read;
    }
  } finally {
    closeSync(file);
  }
}

/** Not there on Windows. */
const { O_RDONLY, O_NONBLOCK = 0 } = constants;

/** Opens a file to read it, and says how many bytes it has. Nothing is waited for, as opening a pipe would. */
function openRegular(path: string | Buffer): { readonly file: number; readonly size: number } {
  const file = openSync(path, O_RDONLY | O_NONBLOCK);
  const stats = statsOf(file);
  if (stats.isFile()) return { file, size: stats.size };
  closeSync(file);
  if (stats.isDirectory()) throw Object.assign(new Error('is a folder'), { code: 'EISDIR' });
  throw new Error('it is a device or a pipe, and no file; save what it gives as a file');
}

/** What the system says of an open file, which is closed where it says nothing. */
function statsOf(file: number): Stats {
  try {
    return fstatSync(file);
  } catch (error) {
    closeSync(file);
    throw error;
  }
}

function enlarge(buffer: Buffer, length: number): Buffer {
  const larger = Buffer.allocUnsafeSlow(length);
  buffer.copy(larger);
  return larger;
}
