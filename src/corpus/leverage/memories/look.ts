import { closeSync, statSync } from 'node:fs';
import { Readable } from 'node:stream';
import { startOf, startsDocument } from '../../files/documents/starts-document.js';
import { openToRead } from '../../files/read-once.js';
import { lookAtInput, type OpenedDocument } from '../../memory/documents/standard-input.js';

/** What an input is by its first bytes; with what can be read only once. */
export type LookedAt =
  | { readonly kind: 'document'; readonly document?: OpenedDocument }
  | { readonly kind: 'rows'; readonly bytes?: AsyncIterable<Uint8Array> }
  | { readonly kind: 'articles'; readonly stdin?: Readable };

/**
 * Looks at an input whose name does not say what it is: a file, a pipe or a device, or `-`. Folders, globs, and what cannot
 * be opened are for those who look for articles.
 *
 * @throws {CorpusError} `input`: it is a document that is too large for what can be read only once.
 */
export async function lookAtMemory(
  input: string,
  stdin: Readable | undefined,
  signal: AbortSignal | undefined,
): Promise<LookedAt> {
  if (input === '-') return await lookAtStream(stdin ?? process.stdin, signal);
  const stats = statSync(input, { throwIfNoEntry: false });
  if (stats === undefined || stats.isDirectory()) return { kind: 'articles' };
  if (stats.isFile()) return lookAtFile(input);
  const opened = await openToRead(input, signal);
  if ('stream' in opened) return await lookAtStream(opened.stream, signal);
  closeSync(opened.descriptor);
  return lookAtFile(input);
}

function lookAtFile(input: string): LookedAt {
  const start = startOf(input);
  if (start === undefined) return { kind: 'articles' };
  if (startsDocument(start) === true) return { kind: 'document' };
  return { kind: startsRows(start) ? 'rows' : 'articles' };
}

async function lookAtStream(stream: Readable, signal: AbortSignal | undefined): Promise<LookedAt> {
  const found = await lookAtInput(stream, signal);
  if ('document' in found) return { kind: 'document', document: found.document };
  const pieces = Readable.from(found.stdin)[Symbol.asyncIterator]() as AsyncIterator<Uint8Array>;
  const first = await pieces.next();
  const head = first.done === true ? Buffer.alloc(0) : Buffer.from(first.value);
  const bytes = joined(head, pieces);
  if (startsRows(head)) return { kind: 'rows', bytes };
  return { kind: 'articles', stdin: Readable.from(bytes, { objectMode: false }) };
}

/** Whether a text that starts so has an object of JSON in its first line. */
function startsRows(start: Uint8Array): boolean {
  return /^\ufeff?\s*\{\s*"/.test(Buffer.from(start.subarray(0, 1000)).toString('utf8'));
}

async function* joined(head: Uint8Array, rest: AsyncIterator<Uint8Array>): AsyncGenerator<Uint8Array> {
  yield head;
  for (let next = await rest.next(); next.done !== true; next = await rest.next()) yield next.value;
}
