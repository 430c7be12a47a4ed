import { Readable } from 'node:stream';
import { CorpusError } from '../../error.js';
import { spoolToFile } from '../../files/documents/spool.js';
import { startsDocument } from '../../files/documents/starts-document.js';
import type { FoundDocument } from '../../find/documents.js';

/** What standard input is: a document, in a copy; or what there is to read of an article. */
export type StandardInput = { readonly document: OpenedDocument } | { readonly stdin: Readable | Uint8Array };

/** A document whose file is open. */
export interface OpenedDocument extends FoundDocument {
  readonly descriptor: number;
}

/** As much is looked at for a root element. */
const mostLookedAt = 1 << 20;

/**
 * Looks at what standard input starts with. Rejects with the reason of the signal.
 *
 * @throws {CorpusError} `input`: it is a document that is too large for what can be read only once.
 */
export async function lookAtInput(
  stdin: Readable | Uint8Array,
  signal: AbortSignal | undefined,
): Promise<StandardInput> {
  if (stdin instanceof Uint8Array) {
    return startsDocument(stdin) === true ? { document: await copyOf(Readable.from([stdin])) } : { stdin };
  }
  const stop = (): void => void stdin.destroy();
  signal?.addEventListener('abort', stop);
  try {
    const pieces = stdin[Symbol.asyncIterator]() as AsyncIterator<Uint8Array | string>;
    let head = Buffer.alloc(0);
    let isDocument: boolean | undefined;
    let isOver = false;
    while (isDocument === undefined && !isOver && head.length < mostLookedAt) {
      const next = await pieces.next();
      signal?.throwIfAborted();
      isOver = next.done === true;
      if (next.done !== true) head = Buffer.concat([head, Buffer.from(next.value as Uint8Array)]);
      if (head.length > 0) isDocument = startsDocument(head);
    }
    const all = joined(head, pieces);
    return isDocument === true ? { document: await copyOf(all) } : { stdin: Readable.from(all, { objectMode: false }) };
  } catch (error) {
    signal?.throwIfAborted();
    throw error;
  } finally {
    signal?.removeEventListener('abort', stop);
  }
}

async function* joined(head: Uint8Array, rest: AsyncIterator<Uint8Array | string>): AsyncGenerator<Uint8Array> {
  if (head.length > 0) yield head;
  for (let next = await rest.next(); next.done !== true; next = await rest.next()) {
    yield Buffer.from(next.value as Uint8Array);
  }
}

async function copyOf(source: AsyncIterable<Uint8Array>): Promise<OpenedDocument> {
  const descriptor = await spoolToFile(source);
  if (descriptor !== undefined) return { path: 'stdin', file: 'stdin', descriptor };
  throw new CorpusError(
    'input',
    'Standard input is too large for what can be read only once; save it as a file first.',
  );
}
