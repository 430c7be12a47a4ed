import { closeSync, openSync, readSync } from 'node:fs';
import { TooLargeError } from './read-file.js';

/** Bytes that are read at once: what is asked for next mostly follows. */
const windowLength = 1 << 18;

/** What was read last of a file that does not change. */
interface Window {
  readonly path: string;
  readonly start: number;
  readonly bytes: Buffer;
}

let buffer: Buffer | undefined;
let last: Window | undefined;

/**
 * Bytes of a file from one place to another one, valid until the next are read. The file must not change: more of it is read
 * at once, and kept.
 *
 * @throws {TooLargeError} They are more than `most`.
 */
export function readSlice(path: string, start: number, end: number, most: number): Buffer {
  const size = end - start;
  if (size > most) throw new TooLargeError(most);
  if (size > windowLength) return readAt(path, start, Buffer.allocUnsafeSlow(size));
  if (last === undefined || last.path !== path || start < last.start || end > last.start + last.bytes.length) {
    buffer ??= Buffer.allocUnsafeSlow(windowLength);
    // The buffer is another's from here on, even where it cannot be read.
    last = undefined;
    last = { path, start, bytes: readAt(path, start, buffer) };
  }
  return last.bytes.subarray(start - last.start, end - last.start);
}

/** As many bytes as there are, and fit in. */
function readAt(path: string, start: number, into: Buffer): Buffer {
  const file = openSync(path, 'r');
  try {
    let length = 0;
    for (let read = -1; read !== 0 && length < into.length; length += read) {
      read = readSync(file, into, length, into.length - length, start + length);
    }
    return into.subarray(0, length);
  } finally {
    closeSync(file);
  }
}
