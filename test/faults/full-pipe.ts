import { execFile, execFileSync } from 'node:child_process';
import { closeSync, constants, openSync, writeSync } from 'node:fs';
import { promisify } from 'node:util';
import { preload } from './start.js';

/** A pipe whose reader is there, and does not read: nothing more fits in. */
export interface FullPipe {
  /** Starts to read; gives what was written to it, without that which filled it. */
  readonly read: () => Promise<Buffer>;
  /** Closes it for reading. */
  readonly close: () => void;
}

/** Fills a pipe, which is made where it is not there. */
export function fullPipe(path: string): FullPipe {
  execFileSync('sh', ['-c', '[ -p "$1" ] || mkfifo "$1"', 'sh', path]);
  const reader = openSync(path, constants.O_RDONLY | constants.O_NONBLOCK);
  const filled = fill(path);
  return {
    async read() {
      const { stdout } = await promisify(execFile)('cat', [path], { encoding: 'buffer', maxBuffer: 1 << 30 });
      return stdout.subarray(filled);
    },
    close: () => closeSync(reader),
  };
}

function fill(path: string): number {
  const file = openSync(path, constants.O_WRONLY | constants.O_NONBLOCK);
  let length = 0;
  try {
    for (;;) length += writeSync(file, Buffer.alloc(4096));
  } catch (error) {
    if (!(error instanceof Error && 'code' in error && error.code === 'EAGAIN')) throw error;
    return length;
  } finally {
    closeSync(file);
  }
}

/** A run says so on standard error when it writes to a pipe: to standard output, or to one with a name. */
export const tellsOfWrites: string[] = preload(`import { Socket } from 'node:net';
  import { writeSync } from 'node:fs';
  const { write } = Socket.prototype;
  Socket.prototype.write = function (...args) {
    if (this.fd !== 2) writeSync(2, 'writes');
    return write.apply(this, args);
  };`);
