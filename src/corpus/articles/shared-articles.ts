import type { Content } from '../files/read-once.js';
import type { FoundArticle } from '../find/find.js';
import type { ArticleVersion, Slice } from '../find/found.js';
import { createVersionTable, readVersionTable, type SharedVersion } from './shared-versions.js';

/** The articles of a run, in bytes that all threads share: with a copy in each, memory would grow with the corpus. */
export interface SharedArticles {
  /** One article after the other, as JSON in UTF-8. */
  readonly bytes: Uint8Array<SharedArrayBuffer>;
  /** Where each of them ends. */
  readonly ends: Uint32Array<SharedArrayBuffer>;
  /** The file with the articles of a revision. */
  readonly spool?: string;
  /** The commits of versions, as JSON in UTF-8. */
  readonly commits?: Uint8Array<SharedArrayBuffer>;
  /** What was read of articles that can be read only once, by their places. */
  readonly contents: ReadonlyMap<number, Content>;
}

type SharedSlice = Omit<Slice, 'spool'>;

/**
 * File, path, and name. In nearly all articles the path is the end of the file, and told by where it starts, and the name
 * is the start of the path, and told by where it ends. The file is `null` for standard input; where its name is not
 * UTF-8 there is a character for each byte in an array.
 */
type SharedPlace = readonly [
  file: string | readonly [latin1: string] | null,
  path: string | number,
  name: string | number,
  slice?: SharedSlice,
  version?: SharedVersion,
];

/** A version of the article whose first one is at an index: all else is as it is there, but for the commit that it is called by. */
type SharedFurther = readonly [
  first: number,
  version: SharedVersion,
  start: number,
  end: number,
  refused?: Slice['refused'],
];

type Shared = SharedPlace | SharedFurther;

function toPlace({ path, name, file }: FoundArticle): readonly [SharedPlace[0], SharedPlace[1], SharedPlace[2]] {
  const end = path.startsWith(name) ? name.length : name;
  if (file === undefined) return [null, path, end];
  if (typeof file !== 'string') return [[file.toString('latin1')], path, end];
  return [file, file.endsWith(path) ? file.length - path.length : path, end];
}

/** Says of each article, in their order, what there is to share of it. */
function createSharing(numberOf: (version: ArticleVersion) => SharedVersion): (article: FoundArticle) => Shared {
  let first: FoundArticle | undefined;
  let firstAt = -1;
  let index = -1;
  return (article) => {
    index++;
    const place = toPlace(article);
    if (article.slice === undefined) return place;
    const { spool: _, ...slice } = article.slice;
    if (article.version === undefined) return [...place, slice];
    const version = numberOf(article.version);
    if (first !== undefined && isFurtherOf(first, article)) {
      const { start, end, refused } = slice;
      return refused === undefined ? [firstAt, version, start, end] : [firstAt, version, start, end, refused];
    }
    first = article;
    firstAt = index;
    return [...place, slice, version];
  };
}

function isFurtherOf(first: FoundArticle, { path, file, name, slice, version }: FoundArticle): boolean {
  const isSame = first.path === path && first.file === file && first.name === name;
  return isSame && version !== undefined && slice?.called === calledBy(version, first);
}

/** What a version is called when another one of the same article is called something. */
function calledBy({ commit }: ArticleVersion, { slice }: FoundArticle): string {
  const other = slice?.called ?? '';
  const colon = other.indexOf(':');
  return commit.slice(0, colon) + other.slice(colon);
}

export function shareArticles(articles: readonly FoundArticle[]): SharedArticles {
  const table = createVersionTable();
  const toShared = createSharing(table.numberOf);
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
  const commits = table.commits();
  return {
    bytes: new Uint8Array(bytes.buffer),
    ends,
    contents,
    ...(spool === undefined ? {} : { spool }),
    ...(commits === undefined ? {} : { commits }),
  };
}

/** A list whose articles are made anew each time that they are asked for. */
export function readShared({ bytes, ends, contents, spool = '', commits }: SharedArticles): ArticleList {
  const text = Buffer.from(bytes.buffer);
  const versionOf = readVersionTable(commits);
  const sharedAt = (index: number): Shared =>
    JSON.parse(text.toString('utf8', ends[index - 1] ?? 0, ends[index])) as Shared;
  const fromPlace = ([shared, start, end, slice, version]: SharedPlace): FoundArticle => {
    const path = typeof start === 'string' ? start : String(shared).slice(start);
    const name = typeof end === 'string' ? end : path.slice(0, end);
    const file = shared === null ? undefined : typeof shared === 'string' ? shared : Buffer.from(shared[0], 'latin1');
    if (slice === undefined) return { path, file, name };
    const found: FoundArticle = { path, file, name, slice: { ...slice, spool } };
    return version === undefined ? found : { ...found, version: versionOf(version) };
  };
  /** Versions of an article are mostly asked for one after the other. */
  let first: FoundArticle | undefined;
  let firstAt = -1;
  const firstOf = (index: number): FoundArticle => {
    if (firstAt !== index || first === undefined) first = fromPlace(sharedAt(index) as SharedPlace);
    firstAt = index;
    return first;
  };
  return {
    length: ends.length,
    at(index) {
      if (index >= ends.length) return undefined;
      const shared = sharedAt(index);
      if (isFurther(shared)) {
        const [at, numbers, start, end, refused] = shared;
        const version = versionOf(numbers);
        const { path, file, name, slice } = firstOf(at);
        const called = calledBy(version, { path, file, name, ...(slice === undefined ? {} : { slice }) });
        const own: Slice = { spool, start, end, called, ...(refused === undefined ? {} : { refused }) };
        return { path, file, name, slice: own, version };
      }
      const found = fromPlace(shared);
      const content = contents.get(index);
      return content === undefined ? found : { ...found, content };
    },
  };
}

function isFurther(shared: Shared): shared is SharedFurther {
  return typeof shared[0] === 'number';
}

/** As much of an array as is needed to find an article. Indexes are not negative. */
export interface ArticleList {
  readonly length: number;
  at(index: number): FoundArticle | undefined;
}
