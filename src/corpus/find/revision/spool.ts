import { closeSync, rmSync, writeSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { CorpusError, reasonOf } from '../../error.js';
import { TooLargeError } from '../../files/read-file.js';
import { readBlobs } from '../../git/blobs.js';
import type { RepositoryFile } from '../../git/revision.js';
import { mostArticleBytes } from '../../limits.js';
import { openTemporary, type Temporary } from '../../sinks/temporary.js';
import type { Slice } from '../found.js';
import { createPairScan } from '../holds-pairs.js';
import type { Repository } from './repositories.js';

/** An object of a repository. */
interface WantedObject {
  readonly repository: AnyRepository;
  readonly object: string;
}

/** All that is asked of a repository here; which one it is tells objects apart. */
type AnyRepository = Pick<Repository<RepositoryFile>, 'folder'>;

/** Objects in a file. */
export interface Spooled {
  /**
   * Where an object is, which is called so in messages; `undefined`: there are no pairs in it, and it is only an article with
   * pairs.
   */
  sliceOf(repository: AnyRepository, object: string, called: string, pairsOnly: boolean): Slice | undefined;
  /** The name of the file, where there is one; it is removed where it `isUsed` by nobody. To be called once. */
  keep(isUsed: boolean): string | undefined;
}

/**
 * Copies objects to a temporary file, each once. Its name is that of all temporary files, so that a later run removes what a
 * killed one left.
 */
export async function spoolObjects(wanted: Iterable<WantedObject>, signal: AbortSignal | undefined): Promise<Spooled> {
  const objects = objectsOf(wanted);
  if (objects.size === 0) return { sliceOf: () => undefined, keep: () => undefined };
  const temporary = openSpool();
  const { name: spool } = temporary;
  try {
    const slices = new Map<AnyRepository, Map<string, ObjectSlice>>();
    const writer = createWriter(temporary.descriptor);
    for (const [repository, own] of objects) {
      slices.set(repository, await copyObjects(repository, [...own], writer, signal));
    }
    writer.flush();
    closeSync(temporary.descriptor);
    return {
      sliceOf(repository, object, called, pairsOnly) {
        const slice = slices.get(repository)?.get(object);
        if (slice === undefined || (pairsOnly && !slice.mayHoldPairs)) return undefined;
        const { start, end, refused } = slice;
        return refused === undefined ? { spool, start, end, called } : { spool, start, end, called, refused };
      },
      keep(isUsed) {
        if (isUsed) return spool;
        rmSync(spool, { force: true });
        return undefined;
      },
    };
  } catch (error) {
    closeSync(temporary.descriptor);
    rmSync(spool, { force: true });
    if (error instanceof CorpusError || signal?.aborted) throw error;
    throw new CorpusError('output', `${spool}: no copy of the revision can be made (${reasonOf(error)}).`, {
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
function objectsOf(wanted: Iterable<WantedObject>): Map<AnyRepository, Set<string>> {
  const objects = new Map<AnyRepository, Set<string>>();
  for (const { repository, object } of wanted) {
    const own = objects.get(repository) ?? new Set();
    objects.set(repository, own.add(object));
  }
  return objects;
}

interface ObjectSlice extends Pick<Slice, 'start' | 'end' | 'refused'> {
  readonly mayHoldPairs: boolean;
}

async function copyObjects(
  repository: AnyRepository,
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
