import { resolve, sep } from 'node:path';
import type { Writable } from 'node:stream';
import { articleSeparator, beginDocument, endDocument, type PageHead, toIndexDocument } from '../../view/document.js';
import { createIndexBuilder } from '../../view/summary.js';
import { CorpusError } from '../error.js';
import type { FoundArticle } from '../find/find.js';
import type { Piece } from '../run/arena.js';
import { realPathOf, statsOf } from '../sinks/file-place.js';
import { createFileSink } from '../sinks/file-sink.js';
import { createStreamSink } from '../sinks/stream-sink.js';
import { loadPageFiles } from './page-files.js';
import { createPartsFolder, type PartsFolder, removeParts } from './parts/parts-folder.js';
import type { ViewedPage } from './viewed-page.js';

/**
 * Bytes of articles that a page in one file has at most. With more, Chromium takes more than a second to open it: see
 * `docs/view.md`.
 */
const mostInOne = 16 << 20;

/** A review page that is written article by article, in their order. */
export interface PageOutput {
  /**
   * Takes what is searched of an article that is added later, without that: of all such articles, in their order, before the
   * first of them. There may be more to say of it then, never less. Pieces are not looked at later.
   */
  announce(article: ViewedPage): Promise<void>;
  /** Pieces of the article are not looked at later. */
  add(article: ViewedPage): Promise<void>;
  /** Puts the page in its place. */
  end(): Promise<void>;
  /** Leaves what was there before, and nothing else. */
  discard(): Promise<void>;
  /** What was written so far. */
  bytes(): number;
  /** The folder with its parts, where it has some. */
  parts(): string | undefined;
}

/** Where a page goes, and how. */
export interface PageOptions {
  /** Where the output `-` is written to. */
  readonly stdout?: Writable;
  /** The name that the caller gave it. Default: none, it is that of the option. */
  readonly output?: string;
  readonly single?: boolean;
  readonly signal?: AbortSignal;
}

/** What a page is made of, as it was found. */
interface PageInputs {
  readonly named: readonly string[];
  readonly articles: readonly FoundArticle[];
}

/** Whether a page may be divided into parts, or would have to be refused where it is too large. */
export function mayHaveParts(output: string, { single = false }: PageOptions): boolean {
  return !single && !isStream(output);
}

/** Whether nothing can lie beside an output. */
function isStream(output: string): boolean {
  const stats = output === '-' ? undefined : statsOf(output);
  return output === '-' || (stats !== undefined && !stats.isFile() && !stats.isDirectory());
}

/** A page in one file; or, where that would be too large, an index and parts in a folder beside it. */
export function createPage(output: string, head: PageHead, options: PageOptions & PageInputs): PageOutput {
  const { signal, single = false } = options;
  const files = loadPageFiles();
  const sink =
    output === '-'
      ? createStreamSink(options.stdout ?? process.stdout, signal)
      : createFileSink(output, { isDerived: options.output === undefined, signal });
  const index = createIndexBuilder();
  let bytes = 0;
  /** Articles that wait until it is known whether the page is one file, and what is searched of those that were announced. */
  let waiting: ViewedPage[] = [];
  let announced: (readonly Piece[])[] = [];
  let length = 0;
  let announcedLength = 0;
  let folder: PartsFolder | undefined;
  let before = beginDocument(head, files);
  const write = async (chunk: Uint8Array): Promise<void> => {
    bytes += chunk.length;
    await sink.write(chunk);
  };
  const writeArticle = async ({ data }: Pick<ViewedPage, 'data'>): Promise<void> => {
    await write(Buffer.from(before));
    for (const piece of data) await write(Buffer.from(piece));
    before = articleSeparator;
  };
  const addTo = async (parts: PartsFolder, { data, texts }: Pick<ViewedPage, 'data' | 'texts'>): Promise<void> => {
    await parts.add(data);
    if (texts !== undefined) await parts.addTexts(texts);
  };
  /** From now on, articles go to parts, and so do those that wait. */
  const divide = async (): Promise<void> => {
    if (isStream(output)) throw tooLarge();
    const made = createPartsFolder(output);
    requireNoInput(made.path, options);
    folder = made;
    for (const texts of announced) await made.addTexts(texts);
    announced = [];
    for (const each of waiting) await addTo(made, each);
    waiting = [];
  };
  return {
    async announce({ data, texts = [] }) {
      if (single) return;
      if (folder !== undefined) return folder.addTexts(texts);
      announced.push(copyOf(texts));
      announcedLength += lengthOf(data);
      if (announcedLength > mostInOne) await divide();
    },
    async add(article) {
      if (single) return writeArticle(article);
      index.add(article.note);
      if (folder !== undefined) return addTo(folder, article);
      const { data, texts, note } = article;
      waiting.push({ data: copyOf(data), note, ...(texts === undefined ? {} : { texts: copyOf(texts) }) });
      length += lengthOf(data);
      if (length > mostInOne) await divide();
    },
    async end() {
      if (folder === undefined) {
        for (const each of waiting) await writeArticle(each);
        await write(Buffer.from(before === articleSeparator ? endDocument(files) : before + endDocument(files)));
      } else {
        const parts = await folder.end();
        for (const chunk of toIndexDocument(head, index.build(), parts, files)) await write(Buffer.from(chunk));
      }
      await sink.commit();
      if (folder !== undefined) folder.tidy();
      else if (!isStream(output)) removeParts(output, new Set());
    },
    async discard() {
      sink.discard();
      await folder?.discard();
    },
    bytes: () => bytes + (folder?.bytes() ?? 0),
    parts: () => folder?.path,
  };
}

/** Bytes of an article belong to the thread that made them, and are used again. */
function copyOf(pieces: readonly Piece[]): Piece[] {
  // `slice` of a `Buffer` copies nothing.
  return pieces.map((piece) => new Uint8Array(piece));
}

function lengthOf(pieces: readonly Piece[]): number {
  return pieces.reduce((sum, piece) => sum + piece.length, 0);
}

function tooLarge(): CorpusError {
  const size = `${mostInOne >> 20} MB`;
  const what = `The page has more than ${size} of articles and would need a folder beside it: name a file by --output, or insist on one page by --single.`;
  return new CorpusError('usage', what);
}

/** @throws {CorpusError} `usage`: the folder is an input, or an article lies in it. */
function requireNoInput(folder: string, { named, articles }: PageInputs): void {
  const real = realPathOf(folder);
  if (real === undefined) return;
  const isInput = named.some((input) => realPathOf(input) === real);
  const within = resolve(folder) + sep;
  if (!isInput && !articles.some(({ file }) => typeof file === 'string' && resolve(file).startsWith(within))) return;
  const what = `${folder} would get the parts of the page, and is an input; name another output, or insist on one page by --single.`;
  throw new CorpusError('usage', what);
}
