import { closeSync, readSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { CorpusError, reasonOf } from '../../error.js';
import { openNameless } from '../../files/nameless.js';
import { mostKeptPageBytes } from '../../limits.js';
import type { Piece } from '../../run/arena.js';
import { writeAllAt } from '../../sinks/write-all.js';
import type { ViewedPage } from '../viewed-page.js';

/** A page that waits. */
export interface KeptPage extends Pick<ViewedPage, 'note'> {
  /** Where it waits. */
  readonly start: number;
  readonly bytes: number;
}

/** What a page shows of articles, from one look at them to the next: bytes, in a temporary file without a name. */
export interface KeptPages {
  /** Keeps what is shown of an article. `undefined`: there is no room for it, nor for any after it, so that it has to be made again. */
  keep(page: Pick<ViewedPage, 'data' | 'note'>): KeptPage | undefined;
  /**
   * Gives it back: bytes that are valid until the next are asked for. In the order in which they were kept, the file is read
   * once. Nothing can be kept after that.
   *
   * @throws {CorpusError} `output`: the file cannot be read any more.
   */
  read(kept: KeptPage): Piece;
  /** Leaves nothing. */
  close(): void;
}

/** Bytes that are written, and read, at once: a call of the system for each article takes longer than to copy it. */
const blockLength = 1 << 20;

/** `most`: bytes that are kept. Default: 2 GiB. The file is made where there are more than a megabyte. */
export function createKeptPages(most: number = mostKeptPageBytes): KeptPages {
  let file: number | undefined;
  let isFull = false;
  /** Bytes in the file, and of those after them, which are not in it yet. */
  let written = 0;
  let waiting = 0;
  let block = Buffer.alloc(0);
  /** Bytes that were read, and where they stand in the file. */
  let window: Piece = block;
  let windowStart = 0;
  const writeBlock = (): boolean => {
    try {
      file ??= openNameless();
      writeAllAt(file, block.subarray(0, waiting), written);
    } catch {
      return false;
    }
    written += waiting;
    waiting = 0;
    return true;
  };
  const makeRoom = (bytes: number): boolean => {
    if (waiting + bytes <= block.length) return true;
    if (waiting > 0 && !writeBlock()) return false;
    const needed = Math.max(bytes, blockLength);
    if (block.length !== needed) block = Buffer.allocUnsafeSlow(needed);
    return true;
  };
  return {
    keep({ data, note }) {
      const bytes = data.reduce((sum, { length }) => sum + length, 0);
      const start = written + waiting;
      isFull ||= start + bytes > most || !makeRoom(bytes);
      if (isFull) return undefined;
      for (const piece of data) {
        block.set(piece, waiting);
        waiting += piece.length;
      }
      return { note, start, bytes };
    },
    read({ start, bytes }) {
      isFull = true;
      if (start >= written && start + bytes <= written + waiting) {
        return block.subarray(start - written, start - written + bytes);
      }
      if (start < windowStart || start + bytes > windowStart + window.length) {
        const length = Math.max(bytes, Math.min(blockLength, written - start));
        window = readBytes(file, start, window.length === length ? window : Buffer.allocUnsafeSlow(length));
        windowStart = start;
      }
      return window.subarray(start - windowStart, start - windowStart + bytes);
    },
    close() {
      if (file !== undefined) closeSync(file);
      file = undefined;
      block = Buffer.alloc(0);
      window = block;
      waiting = 0;
    },
  };
}

/** Fills a buffer from a place in the file, and gives it. */
function readBytes(file: number | undefined, start: number, buffer: Piece): Piece {
  let reason = 'it ends too soon';
  try {
    for (let at = 0, read = 1; file !== undefined && read > 0; at += read) {
      if (at === buffer.length) return buffer;
      read = readSync(file, buffer, at, buffer.length - at, start + at);
    }
  } catch (error) {
    reason = reasonOf(error);
  }
  const what = `The copy of the page in ${tmpdir()} cannot be read (${reason}); set TMPDIR to another folder.`;
  throw new CorpusError('output', what);
}
