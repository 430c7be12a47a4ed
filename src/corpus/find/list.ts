import { isUtf8 } from 'node:buffer';
import { createReadStream } from 'node:fs';
import type { Readable } from 'node:stream';
import { CorpusError, reasonOf } from '../error.js';
import { TooLargeError } from '../files/read-file.js';
import { openToRead, readUpTo } from '../files/read-once.js';
import { mostListBytes } from '../limits.js';

/** A list of inputs, and how it is read. */
export interface InputList {
  /** A file; `-`: standard input. */
  readonly filesFrom: string;
  /** Whether paths end with a NUL character, and not with a line end. */
  readonly null?: boolean | undefined;
  /** Where `-` is read from, or what there is to read. */
  readonly stdin?: Readable | Uint8Array | undefined;
  readonly signal?: AbortSignal | undefined;
}

/**
 * The paths that a list names, in their order. Lines end with LF or CRLF; empty ones are passed over, and so is a byte
 * order mark.
 *
 * @throws {CorpusError} `input`: the list cannot be read, is too large, or is not UTF-8.
 */
export async function readList({ filesFrom, null: isNull = false, stdin, signal }: InputList): Promise<string[]> {
  const name = filesFrom === '-' ? 'standard input' : filesFrom;
  let bytes: Uint8Array;
  try {
    bytes = filesFrom === '-' ? await readStdin(stdin, signal) : await readFile(filesFrom, signal);
  } catch (error) {
    signal?.throwIfAborted();
    const reason = reasonOf(error);
    throw new CorpusError('input', `${name}: the list of inputs cannot be read: ${reason}.`, { cause: error });
  }
  if (!isUtf8(bytes)) {
    throw new CorpusError('input', `${name}: the list of inputs is not UTF-8; where names are not, name their folder.`);
  }
  const text = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length)
    .toString('utf8')
    .replace(/^\ufeff/, '');
  if (!isNull && text.includes('\0')) {
    throw new CorpusError(
      'input',
      `${name}: the list of inputs has NUL characters; add -0 if its paths end with them.`,
    );
  }
  return text.split(isNull ? '\0' : /\r?\n/).filter((path) => path !== '');
}

async function readStdin(stdin: InputList['stdin'], signal: AbortSignal | undefined): Promise<Uint8Array> {
  if (!(stdin instanceof Uint8Array)) return readUpTo(stdin ?? process.stdin, mostListBytes, signal);
  if (stdin.length > mostListBytes) throw new TooLargeError(mostListBytes);
  return stdin;
}

async function readFile(path: string, signal: AbortSignal | undefined): Promise<Uint8Array> {
  const opened = await openToRead(path, signal);
  const stream = 'stream' in opened ? opened.stream : createReadStream('', { fd: opened.descriptor });
  return readUpTo(stream, mostListBytes, signal);
}
