import type { Writable } from 'node:stream';
import { articleSeparator, beginDocument, endDocument, type PageHead } from '../../view/document.js';
import { createFileSink } from '../sinks/file-sink.js';
import { createStreamSink } from '../sinks/stream-sink.js';
import { loadPageFiles } from './page-files.js';
import type { ViewedPage } from './process.js';

/** A review page that is written article by article, in their order. */
export interface PageOutput {
  /** Pieces of the article are not looked at later. */
  add(article: ViewedPage): Promise<void>;
  /** Puts the page in its place. */
  end(): Promise<void>;
  /** Leaves what was there before. */
  discard(): void;
  /** What was written so far. */
  bytes(): number;
}

/** Where a page goes. */
export interface PageOptions {
  /** Where the output `-` is written to. */
  readonly stdout?: Writable;
  /** The name that the caller gave it. Default: none, it is that of the option. */
  readonly output?: string;
  readonly signal?: AbortSignal;
}

/** A page in one file. */
export function createPage(output: string, head: PageHead, options: PageOptions): PageOutput {
  const { signal } = options;
  const files = loadPageFiles();
  const sink =
    output === '-'
      ? createStreamSink(options.stdout ?? process.stdout, signal)
      : createFileSink(output, { isDerived: options.output === undefined, signal });
  let bytes = 0;
  const write = async (chunk: Uint8Array): Promise<void> => {
    bytes += chunk.length;
    await sink.write(chunk);
  };
  let before = beginDocument(head, files);
  return {
    async add({ data }) {
      await write(Buffer.from(before));
      for (const piece of data) await write(Buffer.from(piece));
      before = articleSeparator;
    },
    async end() {
      await write(Buffer.from(before === articleSeparator ? endDocument(files) : before + endDocument(files)));
      await sink.commit();
    },
    discard: () => sink.discard(),
    bytes: () => bytes,
  };
}
