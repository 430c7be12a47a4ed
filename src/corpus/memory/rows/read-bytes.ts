import { isUtf8 } from 'node:buffer';
import type { PairsOfVersion } from '../../../read/versions/pairs-of-version.js';
import type { VersionReader } from '../../../read/versions/versions.js';
import { longestInOne } from '../../export/process.js';
import { readSlice } from '../../files/read-slice.js';
import type { FoundArticle } from '../../find/found.js';

/** A version that was read from its bytes. */
export interface ReadBytes {
  /** The size of the file. */
  readonly bytes: number;
  readonly version: PairsOfVersion;
}

/**
 * Reads a version from its bytes, of which only what is new is decoded. `undefined`: it has to be opened as any article, as one
 * of more than `most` bytes.
 */
export function readVersionBytes(
  { path, slice }: FoundArticle,
  versions: VersionReader,
  most: number = longestInOne,
): ReadBytes | undefined {
  if (slice === undefined || slice.refused !== undefined) return undefined;
  const { spool, start, end } = slice;
  if (end - start > Math.min(most, longestInOne)) return undefined;
  const bytes = readSlice(spool, start, end, longestInOne);
  if (bytes.length !== end - start || !isUtf8(bytes)) return undefined;
  const decode = (from: number, to: number): string => bytes.toString('utf8', from, to);
  const version = versions.readBytes({ bytes: bytes.toString('latin1'), decode }, path);
  return version === undefined ? undefined : { bytes: bytes.length, version };
}
