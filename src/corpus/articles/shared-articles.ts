import type { Content } from '../files/read-once.js';
import type { FoundArticle } from '../find/find.js';
import type { Slice } from '../find/found.js';

/** The articles of a run, in bytes that all threads share: with a copy in each, memory would grow with the corpus. */
export interface SharedArticles {
  /** One article after the other, as JSON in UTF-8. */
  readonly bytes: Uint8Array<SharedArrayBuffer>;
  /** Where each of them ends. */
  readonly ends: Uint32Array<SharedArrayBuffer>;
  /** The file with the articles of a revision. */
  readonly spool?: string;
  /** What was read of articles that can be read only once, by their places. */
  readonly contents: ReadonlyMap<number, Content>;
}

/**
 * File, path, and name. In nearly all articles the path is the end of the file, and told by where it starts, and the name
 * is the start of the path, and told by where it ends. The file is `null` for standard input; where its name is not
 * UTF-8 there is a character for each byte in an array.
 */
type Shared = readonly [
  file: string | readonly [latin1: string] | null,
  path: string | number,
  name: string | number,
  slice?: Omit<Slice, 'spool'>,
];

function toShared(article: FoundArticle): Shared {
  if (article.slice === undefined) return toPlace(article);
  const { spool: _, ...slice } = article.slice;
  const [file, path, name] = toPlace(article);
  return [file, path, name, slice];
}

function toPlace({ path, name, file }: FoundArticle): Shared {
  const end = path.startsWith(name) ? name.length : name;
  if (file === undefined) return [null, path, end];
  if (typeof file !== 'string') return [[file.toString('latin1')], path, end];
  return [file, file.endsWith(path) ? file.length - path.length : path, end];
}

function fromShared([shared, start, end, slice]: Shared, spool: string): FoundArticle {
  const path = typeof start === 'string' ? start : String(shared).slice(start);
  const name = typeof end === 'string' ? end : path.slice(0, end);
  const file = shared === null ? undefined : typeof shared === 'string' ? shared : Buffer.from(shared[0], 'latin1');
  return slice === undefined ? { path, file, name } : { path, file, name, slice: { ...slice, spool } };
}

export function shareArticles(articles: readonly FoundArticle[]): SharedArticles {
  const texts = articles.map((article) => JSON.stringify(toShared(article)));
  const length = texts.reduce((sum, text) => sum + Buffer.byteLength(text), 0);
  const bytes = Buffer.from(new SharedArrayBuffer(length));
  const ends = new Uint32Array(new SharedArrayBuffer(articles.length * Uint32Array.BYTES_PER_ELEMENT));
  let end = 0;
  for (const [index, text] of texts.entries()) {
    end += bytes.write(text, end);
    ends[index] = end;
  }
  const contents = new Map<number, Content>();
  for (const [index, { content }] of articles.entries()) if (content !== undefined) contents.set(index, content);
  const spool = articles.find(({ slice }) => slice !== undefined)?.slice?.spool;
  return { bytes: new Uint8Array(bytes.buffer), ends, contents, ...(spool === undefined ? {} : { spool }) };
}

/** A list whose articles are made anew each time that they are asked for. */
export function readShared({ bytes, ends, contents, spool = '' }: SharedArticles): ArticleList {
  const text = Buffer.from(bytes.buffer);
  return {
    length: ends.length,
    at(index) {
      const end = ends[index];
      if (end === undefined) return undefined;
      const found = fromShared(JSON.parse(text.toString('utf8', ends[index - 1] ?? 0, end)) as Shared, spool);
      const content = contents.get(index);
      return content === undefined ? found : { ...found, content };
    },
  };
}

/** As much of an array as is needed to find an article. Indexes are not negative. */
export interface ArticleList {
  readonly length: number;
  at(index: number): FoundArticle | undefined;
}
