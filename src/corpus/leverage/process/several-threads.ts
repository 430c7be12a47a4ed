import { statSync } from 'node:fs';
import { CorpusError } from '../../error.js';
import { isDocumentPath } from '../../find/documents.js';
import { areKnown, type Exporters } from '../../places/exporters.js';
import { leverageFormats } from '../formats.js';
import type { LeverageCorpusOptions } from '../leverage-usage.js';
import { isRowsPath } from '../memories/rows-file.js';

/** Each thread reads documents of memories by itself, and keeps what is in them: no more bytes than this. */
const mostRead = 32 * 2 ** 20;

/**
 * Whether threads of their own can fill articles: they find formats by their names, and read the memories again. Trees, large
 * documents, and what can be read only once are read in one thread.
 */
export function canShare(
  exporters: Exporters,
  { memory = [], srx, onArticle, mostKept }: LeverageCorpusOptions,
): boolean {
  if (onArticle !== undefined) return false;
  const isListed = exporters.every((exporter) => leverageFormats.some((each) => each === exporter));
  if (!isListed && !areKnown(exporters)) return false;
  if (srx !== undefined && sizeOf(srx) === undefined) return false;
  let size = 0;
  for (const input of memory) {
    const own = isRowsPath(input) || isDocumentPath(input) ? sizeOf(input) : undefined;
    if (own === undefined) return false;
    size += own;
  }
  return size <= Math.min(mostRead, mostKept ?? mostRead);
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
