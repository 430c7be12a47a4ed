import { closeSync, readSync, writevSync } from 'node:fs';
import { tmpdir } from 'node:os';
import type { PageArticle } from '../../../view/page-data.js';
import { CorpusError, reasonOf } from '../../error.js';
import { openNameless } from '../../files/nameless.js';
import { mostKeptPageBytes } from '../../limits.js';
import type { Piece } from '../../run/arena.js';
import type { ViewedPage } from '../viewed-page.js';

/** A page that waits. */
export interface KeptPage extends Pick<ViewedPage, 'note'> {
  readonly place: KeptPlace;
}

/** Where it waits. Other threads of the process may read it, too. */
export interface KeptPlace {
  /** The descriptor of the file. */
  readonly file: number;
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
  /** The same of its texts only. */
  readTexts(kept: KeptPage): ViewedPage['texts'];
  /** Leaves nothing. */
  close(): void;
}

/** `most`: bytes that are kept. Default: 2 GiB. The file is made with the first article. */
export function createKeptPages(most: number = mostKeptPageBytes): KeptPages {
  let file: number | undefined;
  let isFull = false;
  let length = 0;
  /** Gives the descriptor. */
  const write = (pieces: readonly Piece[], bytes: number): number | undefined => {
    try {
      file ??= openNameless();
      return writevSync(file, pieces, length) === bytes ? file : undefined;
    } catch {
      return undefined;
    }
  };
  return {
    keep({ data, texts, note }) {
      const kept = { start: length, data: lengthOf(data), texts: lengthOf(texts) };
      const bytes = kept.data + kept.texts;
      const written = isFull || length + bytes > most ? undefined : write([...data, ...texts], bytes);
      isFull = written === undefined;
      if (written === undefined) return undefined;
      length += bytes;
      return { note, place: { file: written, ...kept } };
    },
    read({ note, place: { start, data, texts } }) {
      const bytes = readBytes(file, start, data + texts);
      return { data: [bytes.subarray(0, data)], texts: texts === 0 ? [] : [bytes.subarray(data)], note };
    },
    readTexts: ({ place: { start, data, texts } }) => (texts === 0 ? [] : [readBytes(file, start + data, texts)]),
    close() {
      if (file !== undefined) closeSync(file);
      file = undefined;
    },
  };
}

/**
 * Gives the article of a page that waits, in any thread.
 *
 * @throws {CorpusError} As `read`.
 */
export function readKeptArticle({ file, start, data }: KeptPlace): PageArticle {
  return JSON.parse(readBytes(file, start, data).toString('utf8')) as PageArticle;
}

function lengthOf(pieces: readonly Piece[]): number {
  return pieces.reduce((sum, { length }) => sum + length, 0);
}

function readBytes(file: number | undefined, start: number, length: number): Buffer<ArrayBuffer> {
  const bytes = Buffer.allocUnsafeSlow(length);
  let reason = 'it ends too soon';
  try {
    for (let at = 0, read = 1; file !== undefined && read > 0; at += read) {
      if (at === length) return bytes;
      read = readSync(file, bytes, at, length - at, start + at);
    }
  } catch (error) {
    reason = reasonOf(error);
  }
  const what = `The copy of the page in ${tmpdir()} cannot be read (${reason}); set TMPDIR to another folder.`;
  throw new CorpusError('output', what);
}
