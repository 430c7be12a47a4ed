import { createHash, hash } from 'node:crypto';

/** A hash that is looked for. */
export interface Wanted {
  readonly algorithm: 'sha1' | 'sha256';
  /** In lower case. */
  readonly digest: string;
}

/** Below, a hash from the start takes less time than to keep one and to go on from there. */
const sharedFrom = 2500;

/**
 * Where bytes are to end to have a hash: one of some places, in ascending order. What is before a place is hashed once.
 */
export function findEnd(bytes: Uint8Array, ends: readonly number[], { algorithm, digest }: Wanted): number | undefined {
  if (ends.length === 1 || bytes.length < sharedFrom) {
    return ends.find((end) => hash(algorithm, bytes.subarray(0, end)) === digest);
  }
  const state = createHash(algorithm);
  let done = 0;
  for (const [index, end] of ends.entries()) {
    state.update(bytes.subarray(done, end));
    done = end;
    const own = index === ends.length - 1 ? state : state.copy();
    if (own.digest('hex') === digest) return end;
  }
  return undefined;
}
