import { closeSync, readSync, writevSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { CorpusError, reasonOf } from '../error.js';
import { openNameless } from '../files/nameless.js';
import { mostKeptPageBytes } from '../limits.js';
import type { Piece } from '../run/arena.js';
import type { ViewedPage } from './viewed-page.js';

/** Where a page waits. */
export interface KeptPage extends Pick<ViewedPage, 'note'> {
  readonly start: number;
  /** Bytes of the article, and of its texts after it. */
  readonly data: number;
  readonly texts: number;
}

/** What a page shows of articles, from one look at them to the next: bytes, in a temporary file without a name. */
export interface KeptPages {
  /** Keeps what is shown of an article. `undefined`: there is no room for it, so that it has to be made again. */
  keep(page: ViewedPage): KeptPage | undefined;
  /**
   * Gives it back.
   *
   * @throws {CorpusError} `output`: the file cannot be read any more.
   */
  read(kept: KeptPage): ViewedPage;
  /** Leaves nothing. */
  close(): void;
}

/** `most`: bytes that are kept. Default: 2 GiB. The file is made with the first article. */
export function createKeptPages(most: number = mostKeptPageBytes): KeptPages {
  let file: number | undefined;
  let isFull = false;
  let length = 0;
  const write = (pieces: readonly Piece[], bytes: number): boolean => {
    try {
      file ??= openNameless();
      return writevSync(file, pieces, length) === bytes;
    } catch {
      return false;
    }
  };
  return {
    keep({ data, texts, note }) {
      const kept = { start: length, data: lengthOf(data), texts: lengthOf(texts), note };
      const bytes = kept.data + kept.texts;
      isFull ||= length + bytes > most || !write([...data, ...texts], bytes);
      if (isFull) return undefined;
      length += bytes;
      return kept;
    },
    read({ start, data, texts, note }) {
      const bytes = Buffer.allocUnsafeSlow(data + texts);
      readWhole(file, bytes, start);
      return { data: [bytes.subarray(0, data)], texts: texts === 0 ? [] : [bytes.subarray(data)], note };
    },
    close() {
      if (file !== undefined) closeSync(file);
      file = undefined;
    },
  };
}

function lengthOf(pieces: readonly Piece[]): number {
  return pieces.reduce((sum, { length }) => sum + length, 0);
}

function readWhole(file: number | undefined, bytes: Uint8Array, start: number): void {
  let reason = 'it ends too soon';
  try {
    for (let at = 0, read = 1; file !== undefined && read > 0; at += read) {
      if (at === bytes.length) return;
      read = readSync(file, bytes, at, bytes.length - at, start + at);
    }
  } catch (error) {
    reason = reasonOf(error);
  }
  const what = `The copy of the page in ${tmpdir()} cannot be read (${reason}); set TMPDIR to another folder.`;
  throw new CorpusError('output', what);
}
