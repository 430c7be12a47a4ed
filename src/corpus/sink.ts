import { randomBytes } from 'node:crypto';
import { closeSync, fsyncSync, mkdirSync, openSync, renameSync, rmSync, statSync, writeSync } from 'node:fs';
import { dirname, join } from 'node:path';
import type { Writable } from 'node:stream';
import { CorpusError, reasonOf } from './error.js';

/** Where an output goes. It is there as a whole after `commit`, and not at all before. */
export interface Sink {
  /** What the output is called in messages. */
  readonly path: string;
  write(bytes: Uint8Array): void | Promise<void>;
  commit(): void | Promise<void>;
  /** Leaves nothing behind; what was there before is still there. May be called at any time, also after `commit`. */
  discard(): void;
}

/**
 * A file that is written beside its place and moved there when it is whole.
 *
 * Missing folders are made. The temporary file has a short name of its own, so that names of any length work.
 *
 * @throws {CorpusError} `output`: it cannot be written.
 */
export function createFileSink(path: string): Sink {
  const guard = <T>(step: () => T): T => {
    try {
      return step();
    } catch (error) {
      discard();
      throw new CorpusError('output', `${path}: cannot be written: ${reasonOf(error)}.`, { cause: error });
    }
  };
  let descriptor: number | undefined;
  let temporary: string | undefined;
  const discard = (): void => {
    if (descriptor !== undefined) closeSync(descriptor);
    if (temporary !== undefined) rmSync(temporary, { force: true });
    descriptor = undefined;
    temporary = undefined;
  };
  const open = (): number => {
    const folder = dirname(path);
    mkdirSync(folder, { recursive: true });
    if (statSync(path, { throwIfNoEntry: false })?.isDirectory()) {
      throw Object.assign(new Error('is a folder'), { code: 'EISDIR' });
    }
    const name = join(folder, `.sspr-tm-${randomBytes(8).toString('hex')}.tmp`);
    const opened = openSync(name, 'wx');
    temporary = name;
    return opened;
  };
  return {
    path,
    write(bytes) {
      guard(() => {
        descriptor ??= open();
        for (let done = 0; done < bytes.length; ) done += writeSync(descriptor, bytes, done);
      });
    },
    commit() {
      guard(() => {
        if (descriptor === undefined || temporary === undefined) return;
        fsyncSync(descriptor);
        closeSync(descriptor);
        descriptor = undefined;
        renameSync(temporary, path);
        temporary = undefined;
      });
    },
    discard,
  };
}

/**
 * A stream, such as standard output. What was written there cannot be taken back.
 *
 * @throws {CorpusError} `output`: the reader has closed it, or it fails.
 */
export function createStreamSink(stream: Writable): Sink {
  const path = '-';
  // A failed write also emits an event, which would end the process if nobody listened.
  stream.on('error', () => undefined);
  return {
    path,
    write: (bytes) =>
      new Promise((resolve, reject) => {
        stream.write(bytes, (error) => {
          if (error === null || error === undefined) resolve();
          else
            reject(
              new CorpusError('output', `standard output: cannot be written: ${reasonOf(error)}.`, { cause: error }),
            );
        });
      }),
    commit: () => undefined,
    discard: () => undefined,
  };
}
