import { closeSync, rmSync, writeSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { CorpusError, reasonOf } from '../../error.js';
import { TooLargeError } from '../../files/read-file.js';
import { readBlobs } from '../../git/blobs.js';
import { mostArticleBytes } from '../../limits.js';
import { openTemporary, type Temporary } from '../../sinks/temporary.js';
import type { FoundArticle, Slice } from '../found.js';
import { createPairScan } from '../holds-pairs.js';
import type { Repository } from './repositories.js';
import type { TreeArticle } from './tree-article.js';

/** Articles in a file; `spool`: its name, where there is one. */
interface Spooled {
  readonly spool?: string;
  readonly found: ReadonlyMap<string, FoundArticle>;
}

/**
 * Copies articles to a temporary file, whose name is that of all temporary files, so that a later run removes what a killed
 * one left. What holds no pairs and is no article without is left out.
 */
export async function spoolArticles(
  articles: ReadonlyMap<string, TreeArticle>,
  signal: AbortSignal | undefined,
): Promise<Spooled> {
  if (articles.size === 0) return { found: new Map() };
  const temporary = openSpool();
  try {
    const slices = new Map<Repository, Map<string, ObjectSlice>>();
    const writer = createWriter(temporary.descriptor);
    for (const [repository, objects] of objectsOf(articles)) {
      slices.set(repository, await copyObjects(repository, [...objects], writer, signal));
    }
    writer.flush();
    const found = new Map<string, FoundArticle>();
    for (const [key, { found: article, repository, object, called, pairsOnly }] of articles) {
      const slice = slices.get(repository)?.get(object);
      if (slice === undefined || (pairsOnly && !slice.mayHoldPairs)) continue;
      const { start, end, refused } = slice;
      const own: Slice = { spool: temporary.name, start, end, called, ...(refused === undefined ? {} : { refused }) };
      found.set(key, { ...article, slice: own });
    }
    closeSync(temporary.descriptor);
    if (found.size > 0) return { spool: temporary.name, found };
    rmSync(temporary.name, { force: true });
    return { found };
  } catch (error) {
    closeSync(temporary.descriptor);
    rmSync(temporary.name, { force: true });
    if (error instanceof CorpusError || signal?.aborted) throw error;
    throw new CorpusError('output', `${temporary.name}: no copy of the revision can be made (${reasonOf(error)}).`, {
      cause: error,
    });
  }
}

function openSpool(): Temporary {
  try {
    return openTemporary(join(tmpdir(), 'revision'), true);
  } catch (error) {
    const reason = reasonOf(error);
    throw new CorpusError(
      'output',
      `No copy of the revision can be made in ${tmpdir()} (${reason}); set TMPDIR to another folder.`,
    );
  }
}

/** What there is to read of each repository, each object once. */
function objectsOf(articles: ReadonlyMap<string, TreeArticle>): Map<Repository, Set<string>> {
  const objects = new Map<Repository, Set<string>>();
  for (const { repository, object } of articles.values()) {
    const own = objects.get(repository) ?? new Set();
    objects.set(repository, own.add(object));
  }
  return objects;
}

interface ObjectSlice extends Pick<Slice, 'start' | 'end' | 'refused'> {
  readonly mayHoldPairs: boolean;
}

async function copyObjects(
  repository: Repository,
  objects: readonly string[],
  writer: Writer,
  signal: AbortSignal | undefined,
): Promise<Map<string, ObjectSlice>> {
  const slices = new Map<string, ObjectSlice>();
  const set = (index: number, slice: ObjectSlice): void => void slices.set(objects[index] ?? '', slice);
  const tooLarge = { code: 'input/too-large', reason: new TooLargeError(mostArticleBytes).message } as const;
  let scan = createPairScan();
  let mayHoldPairs = false;
  let start = writer.length();
  const startAnew = (): void => {
    scan = createPairScan();
    mayHoldPairs = false;
    start = writer.length();
  };
  let last = -1;
  await readBlobs(
    repository.folder,
    objects,
    {
      piece(index, bytes, size) {
        // What came of an object before Git ended is not used.
        if (index !== last) startAnew();
        last = index;
        if (size > mostArticleBytes) return;
        mayHoldPairs = scan(bytes);
        writer.write(bytes);
      },
      end(index, size) {
        if (index !== last) startAnew();
        last = -1;
        const refused = size > mostArticleBytes ? { refused: tooLarge } : {};
        set(index, {
          start: writer.length() - (size > mostArticleBytes ? 0 : size),
          end: writer.length(),
          mayHoldPairs: mayHoldPairs || size > mostArticleBytes,
          ...refused,
        });
      },
      missing(index, reason) {
        last = -1;
        set(index, { start, end: start, mayHoldPairs: true, refused: { code: 'input/unreadable', reason } });
      },
    },
    signal,
  );
  return slices;
}

interface Writer {
  /** Bytes that were written so far. */
  length(): number;
  write(bytes: Buffer): void;
  flush(): void;
}

/** Objects are small: they are written many at a time. */
function createWriter(descriptor: number): Writer {
  const buffer = Buffer.allocUnsafeSlow(1 << 20);
  let used = 0;
  let done = 0;
  const writeAll = (bytes: Buffer): void => {
    for (let at = 0; at < bytes.length; ) at += writeSync(descriptor, bytes, at, bytes.length - at, null);
    done += bytes.length;
  };
  const flush = (): void => {
    writeAll(buffer.subarray(0, used));
    used = 0;
  };
  return {
    length: () => done + used,
    write(bytes) {
      if (used + bytes.length > buffer.length) flush();
      if (bytes.length > buffer.length) writeAll(bytes);
      else used += bytes.copy(buffer, used);
    },
    flush,
  };
}
