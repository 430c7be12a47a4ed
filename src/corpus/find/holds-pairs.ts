import { openChunks } from '../files/read-file.js';
import { mostArticleBytes } from '../limits.js';

/** The attributes of pairs; what follows `data-` is one of two letters. */
const markers = ['data-ttu-id', 'data-stu-id'];
const utf8 = markers.map((marker) => Buffer.from(marker));
const utf16le = markers.map((marker) => Buffer.from(marker, 'utf16le'));
const utf16be = utf16le.map((marker) => Buffer.from(marker).swap16());
const longest = utf16le[0]?.length ?? 0;

/** Bytes that are looked at at once. */
const chunkLength = 1 << 18;
let chunk: Buffer | undefined;

/**
 * Whether the markup of pairs is in a file, or may be: a file that cannot be read, or is larger than an article may be, is
 * an article, so that this is reported.
 */
export function mayHoldPairs(file: string | Buffer): boolean {
  chunk ??= Buffer.allocUnsafeSlow(chunkLength);
  try {
    let wanted: readonly Buffer[] = utf8;
    let kept = 0;
    let read = 0;
    for (const length of openChunks(file, chunk, () => kept)) {
      if (read === 0) wanted = wantedIn(chunk, length);
      read += length;
      const bytes = chunk.subarray(0, kept + length);
      if (wanted.some((marker) => bytes.includes(marker)) || read > mostArticleBytes) return true;
      // What may be the start of a marker is looked at again.
      kept = Math.min(longest - 1, bytes.length);
      bytes.copyWithin(0, bytes.length - kept);
    }
    return false;
  } catch {
    return true;
  }
}

/** Tells of bytes that come in pieces whether the markup of pairs was in them so far. */
export function createPairScan(): (piece: Buffer) => boolean {
  let wanted: readonly Buffer[] | undefined;
  let found = false;
  let end: Buffer = Buffer.alloc(0);
  return (piece) => {
    if (found) return true;
    const bytes = end.length === 0 ? piece : Buffer.concat([end, piece]);
    if (bytes.length >= 2) wanted ??= wantedIn(bytes, bytes.length);
    found = wanted?.some((marker) => bytes.includes(marker)) === true;
    end = Buffer.from(bytes.subarray(Math.max(0, bytes.length - longest + 1)));
    return found;
  };
}

/** A byte order mark says how characters are written. */
function wantedIn(bytes: Buffer, length: number): readonly Buffer[] {
  if (length < 2) return utf8;
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return utf16le;
  return bytes[0] === 0xfe && bytes[1] === 0xff ? utf16be : utf8;
}
