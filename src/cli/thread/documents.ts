import { statSync } from 'node:fs';
import { tuneForLongWork } from './engine.js';

/** Bytes of a memory that takes seconds to read. */
const longDocument = 32_000_000;

/**
 * Has memory kept small where a document is large: it is read in one thread, which takes seconds. `mostKept`: bytes of
 * documents, together, that are kept as a whole. Default: none are.
 */
export function tuneForDocuments(paths: readonly string[], mostKept = 0): void {
  const sizes = paths.map(sizeOf);
  if (!sizes.some((size) => size > longDocument)) return;
  tuneForLongWork(sizes.reduce((sum, size) => sum + size, 0) <= mostKept);
}

/** Bytes of a file; 0 where there is none. */
function sizeOf(path: string): number {
  try {
    const stats = statSync(path, { throwIfNoEntry: false });
    return stats?.isFile() ? stats.size : 0;
  } catch {
    return 0;
  }
}
