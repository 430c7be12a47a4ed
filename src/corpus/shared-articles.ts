import type { FoundArticle } from './find.js';

/** The articles of a run, in bytes that all threads share: with a copy in each, memory would grow with the corpus. */
export interface SharedArticles {
  /** One article after the other, as JSON in UTF-8. */
  readonly bytes: Uint8Array<SharedArrayBuffer>;
  /** Where each of them ends. */
  readonly ends: Uint32Array<SharedArrayBuffer>;
}

interface Shared extends Omit<FoundArticle, 'file'> {
  readonly file?: string;
  /** Each character of `file` is a byte: its name is not UTF-8. */
  readonly encoding?: 'latin1';
}

export function shareArticles(articles: readonly FoundArticle[]): SharedArticles {
  const ends = new Uint32Array(new SharedArrayBuffer(articles.length * Uint32Array.BYTES_PER_ELEMENT));
  const texts = articles.map(({ path, name, file }): Buffer => {
    const shared: Shared =
      typeof file === 'object'
        ? { path, name, file: file.toString('latin1'), encoding: 'latin1' }
        : { path, name, ...(file === undefined ? {} : { file }) };
    return Buffer.from(JSON.stringify(shared));
  });
  const length = texts.reduce((sum, text) => sum + text.length, 0);
  const bytes = new Uint8Array(new SharedArrayBuffer(length));
  let end = 0;
  for (const [index, text] of texts.entries()) {
    bytes.set(text, end);
    end += text.length;
    ends[index] = end;
  }
  return { bytes, ends };
}

/** A list whose articles are made anew each time that they are asked for. */
export function readShared({ bytes, ends }: SharedArticles): ArticleList {
  const text = Buffer.from(bytes.buffer);
  return {
    length: ends.length,
    at(index) {
      const end = ends[index];
      if (end === undefined) return undefined;
      const { path, name, file, encoding } = JSON.parse(text.toString('utf8', ends[index - 1] ?? 0, end)) as Shared;
      return { path, name, file: encoding === undefined || file === undefined ? file : Buffer.from(file, encoding) };
    },
  };
}

/** As much of an array as is needed to find an article. Indexes are not negative. */
export interface ArticleList {
  readonly length: number;
  at(index: number): FoundArticle | undefined;
}
