import { statSync } from 'node:fs';
import { CorpusError } from '../../error.js';
import { isDocumentPath } from '../../find/documents.js';
import { areKnown, type Exporters } from '../../places/exporters.js';
import { leverageFormats } from '../formats.js';
import type { LeverageCorpusOptions } from '../leverage-usage.js';
import { isRowsPath } from '../memories/rows-file.js';

/** Each thread reads documents of memories by itself, and keeps what is in them: no more bytes than this. */
const mostRead = 32 * 2 ** 20;
/** To start a thread, and to compile all that fills articles once more, takes as long as filling some hundred. */
const fewFilled = 100;
/** A thread that reads so many bytes of memories saves no more than that takes, unless it fills one more article. */
const bytesPerArticle = 2 ** 14;

/**
 * How many articles a thread of its own has to fill before it pays that it reads the memories, too; `undefined`: one thread
 * fills all. Threads find formats by their names, and read the memories again: trees, large documents, and what can be read
 * only once are read in one thread.
 */
export function articlesPerThread(
  exporters: Exporters,
  { memory = [], srx, onArticle, mostKept }: LeverageCorpusOptions,
): number | undefined {
  if (onArticle !== undefined) return undefined;
  const isListed = exporters.every((exporter) => leverageFormats.some((each) => each === exporter));
  if (!isListed && !areKnown(exporters)) return undefined;
  if (srx !== undefined && sizeOf(srx) === undefined) return undefined;
  let size = 0;
  for (const input of memory) {
    const own = isRowsPath(input) || isDocumentPath(input) ? sizeOf(input) : undefined;
    if (own === undefined) return undefined;
    size += own;
  }
  if (size > Math.min(mostRead, mostKept ?? mostRead)) return undefined;
  return Math.max(fewFilled, Math.ceil(size / bytesPerArticle));
}

/** Memories, as they were named, for threads of their own: small documents, which each of them reads. Plain data. */
export interface SharedMemories {
  readonly named: readonly string[];
  /** What each file was like before the first thread read it. */
  readonly stamps: readonly string[];
}

export function sharedMemories(named: readonly string[]): SharedMemories {
  return { named, stamps: named.map(stampOf) };
}

/** To be called when they were read. @throws {CorpusError} `input`: other threads may have read something else. */
export function requireUnchanged({ named, stamps }: SharedMemories): void {
  const changed = named.find((path, index) => stampOf(path) !== stamps[index]);
  if (changed !== undefined) throw new CorpusError('input', `${changed}: it changed while it was read; run it again.`);
}

function stampOf(path: string): string {
  try {
    const { ino, size, mtimeMs } = statSync(path);
    return `${ino} ${size} ${mtimeMs}`;
  } catch {
    return '';
  }
}

/** The size of a regular file. */
function sizeOf(path: string): number | undefined {
  try {
    const stats = statSync(path);
    return stats.isFile() ? stats.size : undefined;
  } catch {
    return undefined;
  }
}
