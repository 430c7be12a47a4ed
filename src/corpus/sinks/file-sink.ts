import { closeSync, constants, lstatSync, openSync, renameSync, rmSync, type Stats, statSync } from 'node:fs';
import { CorpusError, reasonOf } from '../error.js';
import { keepAttributes } from './attributes.js';
import { type OldFile, placeOf, realPathOf, statsOf } from './file-place.js';
import { createOpenFiles, type RestingFile } from './open-files.js';
import { createPipeSink } from './pipe-sink.js';
import type { Sink } from './sink.js';
import { moveToPlace, openTemporary } from './temporary.js';
import { flushToDisk, writeAll } from './write-all.js';
import { WrittenInPart, writeThrough } from './write-through.js';

/** How a temporary file is opened again: by its name, which nobody is to have made a link. */
const appending: number = constants.O_RDWR | constants.O_APPEND | (constants.O_NOFOLLOW ?? 0);

/** Bytes that are kept until they are written together. */
const writtenAtOnce = 1 << 20;

/** Bytes after which the system is asked to write to the disk what it has, while more is on the way: there is less to wait for at the end. */
const flushedAtOnce = 1 << 23;

/** Files that wait for more bytes, and are open. */
const openFiles = createOpenFiles(32);

/** How a file is written. */
export interface FileSinkOptions {
  /**
   * The path is one that its user did not name, but the run made: no symbolic link is followed there, and what is no
   * regular file is refused. Default: `false`.
   */
  readonly isDerived?: boolean;
  /** What was found at a derived path right before, so that it is not looked at again. Default: `unknown`. */
  readonly old?: OldFile;
  /** Ends the wait for a reader of a pipe; the write rejects with its reason. */
  readonly signal?: AbortSignal | undefined;
  /**
   * The file is an input that is to stay the same file: its other names (hard links) and its owner are kept, if need be by
   * writing over its text; until that is done, the whole of the new text is in a file beside it. Default: `false`, an
   * older file is replaced, and its other names keep the older text.
   */
  readonly inPlace?: boolean;
  /** Called where a file in place could not be kept as it was, with what was lost, in words. */
  readonly onLost?: (what: readonly string[]) => void;
}

/**
 * A file that is written beside its place and moved there when it is whole.
 *
 * An older one keeps its owner, group and mode as far as the system lets it, and a symbolic link stays one: its target is
 * written. What is no file, such as `/dev/null` or a pipe, is written directly. Missing folders are made. Of files that wait
 * for more bytes, a few are open.
 *
 * @throws {CorpusError} `output`: it cannot be written.
 */
export function createFileSink(
  path: string,
  { inPlace = false, isDerived = false, old: found = 'unknown', signal, onLost }: FileSinkOptions = {},
): Sink {
  if (!isDerived && statsOf(path)?.isFIFO()) return createPipeSink(path, signal);
  let descriptor: number | undefined;
  let place = path;
  let old: Stats | undefined;
  let temporary: string | undefined;
  let waiting: Uint8Array[] = [];
  let length = 0;
  let unflushed = 0;
  let flushing: Promise<void> | undefined;
  let isOver = false;
  let lost: { readonly reason: unknown } | undefined;
  const resting: RestingFile = {
    rest() {
      if (descriptor === undefined || temporary === undefined || flushing !== undefined) return false;
      closeSync(descriptor);
      descriptor = undefined;
      return true;
    },
  };
  const discard = (): void => {
    openFiles.forget(resting);
    isOver = true;
    if (descriptor !== undefined) closeSync(descriptor);
    if (temporary !== undefined) rmSync(temporary, { force: true });
    descriptor = undefined;
    temporary = undefined;
  };
  const failed = (error: unknown): CorpusError => {
    discard();
    if (error instanceof CorpusError) return error;
    return new CorpusError('output', `${path}: cannot be written: ${reasonOf(error)}.`, { cause: error });
  };
  const open = (): number => {
    old = isDerived ? derivedFileAt(path, found) : statSync(path, { throwIfNoEntry: false });
    if (isDerived && old !== undefined && !old.isFile()) throw new Error('it is no regular file; remove it');
    if (old?.isDirectory()) throw Object.assign(new Error('is a folder'), { code: 'EISDIR' });
    if (old !== undefined && !old.isFile()) return openSync(path, 'w');
    place = isDerived ? path : realPlaceOf(path);
    const opened = openTemporary(place, old !== undefined);
    temporary = opened.name;
    return opened.descriptor;
  };
  const writeWaiting = (): number => {
    if (lost !== undefined) throw lost.reason;
    descriptor ??= temporary === undefined ? open() : openSync(temporary, appending);
    if (temporary !== undefined) openFiles.use(resting);
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
        // The system reports it once: a later flush succeeds.
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
  /** Writes over the text of the older file. `false` where it may not be written. */
  const overwrite = (file: number, name: string): boolean => {
    // Left-overs of killed runs are removed some day, and this may be all that is left of the text.
    const whole = name.replace(/\.tmp$/, '.whole');
    renameSync(name, whole);
    temporary = whole;
    try {
      return writeThrough(file, place);
    } catch (error) {
      if (!(error instanceof WrittenInPart)) throw error;
      temporary = undefined;
      const what = `${path}: is written in part only: ${reasonOf(error.cause)}. All of it is in ${whole}: copy it from there.`;
      throw new CorpusError('output', what, { cause: error.cause });
    }
  };
  const takePlace = async (file: number, name: string, unkept: readonly string[]): Promise<void> => {
    const links = old?.nlink ?? 1;
    const isShared = inPlace && (links > 1 || unkept.length > 0);
    if (isShared && overwrite(file, name)) {
      discard();
      return;
    }
    closeSync(file);
    descriptor = undefined;
    await moveToPlace(temporary ?? name, place);
    temporary = undefined;
    const what = links > 1 ? [...unkept, `its other names (${links} links)`] : unkept;
    if (inPlace && what.length > 0) onLost?.(what);
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
        openFiles.forget(resting);
        await flushing;
        // Discarded in the meantime.
        if (isOver) return;
        const unkept = temporary === undefined || old === undefined ? [] : keepAttributes(file, old);
        if (temporary !== undefined) await flushToDisk(file);
        if (isOver) return;
        if (lost !== undefined) throw lost.reason;
        if (temporary !== undefined) return await takePlace(file, temporary, unkept);
        closeSync(file);
        descriptor = undefined;
      } catch (error) {
        throw failed(error);
      }
    },
    discard,
  };
}

function derivedFileAt(path: string, found: OldFile): Stats | undefined {
  if (found === 'unknown') return lstatSync(path, { throwIfNoEntry: false });
  return found === 'none' ? undefined : found;
}

/** Where a symbolic link leads to, also where nothing is there yet. */
function realPlaceOf(path: string): string {
  if (!lstatSync(path, { throwIfNoEntry: false })?.isSymbolicLink()) return path;
  return realPathOf(path) ?? placeOf(path, new Map())?.path ?? path;
}
