import {
  closeSync,
  existsSync,
  fchmodSync,
  fsync,
  mkdirSync,
  openSync,
  realpathSync,
  renameSync,
  rmSync,
  type Stats,
  statSync,
  writevSync,
} from 'node:fs';
import { dirname, join } from 'node:path';
import type { Writable } from 'node:stream';
import { promisify } from 'node:util';
import { CorpusError, reasonOf } from './error.js';

/** Where an output goes. It is there as a whole after `commit`, and not at all before. */
export interface Sink {
  /** What the output is called in messages. */
  readonly path: string;
  /** The bytes are read until the next flush. */
  write(bytes: Uint8Array): void | Promise<void>;
  /** Hands all bytes to the system. */
  flush(): void;
  commit(): void | Promise<void>;
  /** Leaves nothing behind; what was there before is still there. May be called at any time, also after `commit`. */
  discard(): void;
}

/** Bytes that are kept until they are written together. */
const writtenAtOnce = 1 << 20;

/** Tells the temporary files of this process from those of others; with a number, from each other. */
const own = Math.random().toString(36).slice(2, 12);
let temporaries = 0;

const flushToDisk = promisify(fsync);

/** Bytes after which the system is asked to write to the disk what it has, while more is on the way: there is less to wait for at the end. */
const flushedAtOnce = 1 << 23;

/**
 * A file that is written beside its place and moved there when it is whole.
 *
 * An older one keeps its permissions, and a symbolic link to it stays one. What is no file, such as `/dev/null`, is
 * written directly. Missing folders are made. The temporary file has a short name of its own, so that names of any length work.
 *
 * @throws {CorpusError} `output`: it cannot be written.
 */
export function createFileSink(path: string): Sink {
  let descriptor: number | undefined;
  let place = path;
  let temporary: string | undefined;
  let waiting: Uint8Array[] = [];
  let length = 0;
  let unflushed = 0;
  let flushing: Promise<void> | undefined;
  let lost: { readonly reason: unknown } | undefined;
  const discard = (): void => {
    if (descriptor !== undefined) closeSync(descriptor);
    if (temporary !== undefined) rmSync(temporary, { force: true });
    descriptor = undefined;
    temporary = undefined;
  };
  const failed = (error: unknown): CorpusError => {
    discard();
    return new CorpusError('output', `${path}: cannot be written: ${reasonOf(error)}.`, { cause: error });
  };
  const writeWaiting = (): number => {
    if (lost !== undefined) throw lost.reason;
    if (descriptor === undefined) {
      const old = statSync(path, { throwIfNoEntry: false });
      if (old !== undefined) place = realPlaceOf(path);
      if (old !== undefined && !old.isFile() && !old.isDirectory()) {
        descriptor = openSync(path, 'w');
      } else {
        const opened = openTemporary(place, old);
        descriptor = opened.descriptor;
        temporary = opened.name;
      }
    }
    writeAll(descriptor, waiting);
    waiting = [];
    unflushed += length;
    length = 0;
    return descriptor;
  };
  const flushEarly = (file: number): void => {
    if (unflushed < flushedAtOnce || temporary === undefined || flushing !== undefined) return;
    unflushed = 0;
    flushing = flushToDisk(file)
      .catch((reason: unknown) => {
        // The system tells of it once: a later flush succeeds.
        lost ??= { reason };
      })
      .finally(() => {
        flushing = undefined;
      });
  };
  const flush = (): void => {
    if (waiting.length === 0) return;
    try {
      flushEarly(writeWaiting());
    } catch (error) {
      throw failed(error);
    }
  };
  return {
    path,
    write(bytes) {
      waiting.push(bytes);
      length += bytes.length;
      if (length >= writtenAtOnce) flush();
    },
    flush,
    async commit() {
      try {
        const file = writeWaiting();
        await flushing;
        if (temporary !== undefined) await flushToDisk(file);
        // Discarded in the meantime.
        if (descriptor === undefined) return;
        if (lost !== undefined) throw lost.reason;
        closeSync(file);
        descriptor = undefined;
        if (temporary !== undefined) renameSync(temporary, place);
        temporary = undefined;
      } catch (error) {
        throw failed(error);
      }
    },
    discard,
  };
}

/** Where a symbolic link leads to. */
function realPlaceOf(path: string): string {
  try {
    return realpathSync(path);
  } catch {
    return path;
  }
}

function openTemporary(path: string, old: Stats | undefined): { descriptor: number; name: string } {
  const folder = dirname(path);
  const name = join(folder, `.sspr-tm-${own}-${++temporaries}.tmp`);
  if (old?.isDirectory()) throw Object.assign(new Error('is a folder'), { code: 'EISDIR' });
  try {
    const descriptor = openSync(name, 'wx');
    if (old !== undefined) fchmodSync(descriptor, old.mode & 0o777);
    return { descriptor, name };
  } catch (error) {
    if (!(error instanceof Error && 'code' in error && error.code === 'ENOENT')) throw error;
    makeFolder(folder);
    return { descriptor: openSync(name, 'wx'), name };
  }
}

/** Makes a folder and those around it. The recursive mode of `mkdirSync` never ends where a file system has no folders to make. */
function makeFolder(folder: string): void {
  const parent = dirname(folder);
  if (parent !== folder && !existsSync(parent)) makeFolder(parent);
  try {
    mkdirSync(folder);
  } catch (error) {
    if (!(error instanceof Error && 'code' in error && error.code === 'EEXIST')) throw error;
  }
}

/** Writes all buffers; the system may take less than it is given. */
function writeAll(descriptor: number, buffers: readonly Uint8Array[]): void {
  let rest = buffers;
  while (rest.length > 0) {
    let written = writevSync(descriptor, rest.slice(0, mostBuffers));
    let index = 0;
    for (let buffer = rest[index]; buffer !== undefined && written >= buffer.length; buffer = rest[index]) {
      written -= buffer.length;
      index++;
    }
    const partly = rest[index];
    rest =
      partly === undefined || written === 0 ? rest.slice(index) : [partly.subarray(written), ...rest.slice(index + 1)];
  }
}

/** What systems take in one call (`IOV_MAX`). */
const mostBuffers = 1024;

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
    flush: () => undefined,
    commit: () => undefined,
    discard: () => undefined,
  };
}
