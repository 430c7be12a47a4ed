import { closeSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { CorpusError, reasonOf } from '../../error.js';
import { TooLargeError } from '../../files/read-file.js';
import { readSlice } from '../../files/read-slice.js';
import { type CopiedBlob, copyBlobs } from '../../git/blobs.js';
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
    for (const [repository, own] of objects) {
      slices.set(repository, await copyObjects(repository, [...own], temporary.descriptor, signal));
    }
    closeSync(temporary.descriptor);
    return {
      sliceOf(repository, object, called, pairsOnly) {
        const slice = slices.get(repository)?.get(object);
        if (slice === undefined || (pairsOnly && !mayHoldPairs(spool, slice))) return undefined;
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

type ObjectSlice = Pick<Slice, 'start' | 'end' | 'refused'>;

async function copyObjects(
  repository: AnyRepository,
  objects: readonly string[],
  descriptor: number,
  signal: AbortSignal | undefined,
): Promise<Map<string, ObjectSlice>> {
  const slices = new Map<string, ObjectSlice>();
  const set = (index: number, blob: CopiedBlob): void => void slices.set(objects[index] ?? '', toSlice(blob));
  await copyBlobs(repository.folder, objects, descriptor, set, signal);
  return slices;
}

function toSlice(blob: CopiedBlob): ObjectSlice {
  if ('missing' in blob) {
    return { start: 0, end: 0, refused: { code: 'input/unreadable', reason: blob.missing } };
  }
  const { start, end } = blob;
  if (end - start <= mostArticleBytes) return blob;
  return { start, end, refused: { code: 'input/too-large', reason: new TooLargeError(mostArticleBytes).message } };
}

/** Bytes that are looked at at once. */
const scanned = 1 << 18;

/** Whether the markup of pairs is in an object, or may be. */
function mayHoldPairs(spool: string, { start, end, refused }: ObjectSlice): boolean {
  if (refused !== undefined) return true;
  const scan = createPairScan();
  for (let at = start; at < end; at += scanned) {
    if (scan(readSlice(spool, at, Math.min(end, at + scanned), scanned))) return true;
  }
  return false;
}
