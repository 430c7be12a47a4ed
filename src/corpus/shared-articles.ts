import type { FoundArticle } from './find.js';

/** The articles of a run, in bytes that all threads share: with a copy in each, memory would grow with the corpus. */
export interface SharedArticles {
  /** One article after the other, as JSON in UTF-8. */
  readonly bytes: Uint8Array<SharedArrayBuffer>;
  /** Where each of them ends. */
  readonly ends: Uint32Array<SharedArrayBuffer>;
}

/**
 * Path, name, and file. In nearly all articles the name is a part of the path, and told by where it starts and ends, and
 * the file is the same as the path, and left out; else it is `null` for standard input, and where its name is not UTF-8
 * there is a character for each byte in an array.
 */
type Shared = readonly [
  path: string,
  name: string | readonly [start: number, end: number],
  file?: string | readonly [latin1: string] | null,
];

function toShared({ path, name, file }: FoundArticle): Shared {
  const start = path.lastIndexOf(name);
  const shared = start < 0 ? name : ([start, start + name.length] as const);
  if (file === path) return [path, shared];
  return [path, shared, file === undefined ? null : typeof file === 'string' ? file : [file.toString('latin1')]];
}

function fromShared([path, name, file = path]: Shared): FoundArticle {
  return {
    path,
    file: file === null ? undefined : typeof file === 'string' ? file : Buffer.from(file[0], 'latin1'),
    name: typeof name === 'string' ? name : path.slice(...name),
  };
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
  return { bytes: new Uint8Array(bytes.buffer), ends };
}

/** A list whose articles are made anew each time that they are asked for. */
export function readShared({ bytes, ends }: SharedArticles): ArticleList {
  const text = Buffer.from(bytes.buffer);
  return {
    length: ends.length,
    at(index) {
      const end = ends[index];
      if (end === undefined) return undefined;
      return fromShared(JSON.parse(text.toString('utf8', ends[index - 1] ?? 0, end)) as Shared);
    },
  };
}

/** As much of an array as is needed to find an article. Indexes are not negative. */
export interface ArticleList {
  readonly length: number;
  at(index: number): FoundArticle | undefined;
}
