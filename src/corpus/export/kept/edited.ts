import { closeSync, openSync, readSync, statSync } from 'node:fs';
import type { Turns } from '../../turns.js';

/** Bytes that are read at once. */
const readAtOnce = 1 << 16;

/**
 * Whether a file stands at the place of an XLIFF, and is not one that was exported and left as it was: a translator
 * edited it, or it is something else. Read as a stream; what cannot be read, or is damaged, counts as edited. A file
 * without content has nothing to lose.
 *
 * `bytes`: what is to be written there. A file that is the same loses nothing, and is not looked at closer.
 */
export async function isEdited(path: string, turn: Turns, bytes?: readonly Uint8Array[]): Promise<boolean> {
  const stats = statOf(path);
  if (stats === undefined || !stats.isFile() || stats.size === 0) return false;
  let descriptor: number;
  try {
    descriptor = openSync(path, 'r');
  } catch {
    return true;
  }
  try {
    if (bytes !== undefined && stats.size === lengthOf(bytes) && holds(descriptor, bytes)) return false;
    return !(await isAsWritten(descriptor, turn));
  } finally {
    closeSync(descriptor);
  }
}

function statOf(path: string): ReturnType<typeof statSync> {
  try {
    return statSync(path, { throwIfNoEntry: false });
  } catch {
    // Whoever writes there learns why it cannot be done.
    return undefined;
  }
}

function lengthOf(bytes: readonly Uint8Array[]): number {
  let length = 0;
  for (const piece of bytes) length += piece.length;
  return length;
}

const buffer: Buffer = Buffer.allocUnsafeSlow(readAtOnce);

/** Whether a file has these bytes. */
function holds(descriptor: number, bytes: readonly Uint8Array[]): boolean {
  let position = 0;
  for (const piece of bytes) {
    for (let start = 0; start < piece.length; ) {
      const length = readSync(descriptor, buffer, 0, Math.min(readAtOnce, piece.length - start), position);
      if (length === 0 || buffer.compare(piece, start, start + length, 0, length) !== 0) return false;
      start += length;
      position += length;
    }
  }
  return true;
}

async function isAsWritten(descriptor: number, turn: Turns): Promise<boolean> {
  const chunk = Buffer.allocUnsafe(readAtOnce);
  // Most files are new, or as they will be: then it is not even loaded.
  const { createWrittenXliff } = await import('./written-xliff.js');
  const document = createWrittenXliff();
  let decoder: InstanceType<typeof TextDecoder> | undefined;
  for (let position = 0; ; await turn()) {
    try {
      const length = readSync(descriptor, chunk, 0, readAtOnce, position);
      const bytes = chunk.subarray(0, length);
      decoder ??= new TextDecoder(encodingOf(bytes), { fatal: true });
      if (length > 0) {
        document.write(decoder.decode(bytes, { stream: true }));
        position += length;
        continue;
      }
      document.write(decoder.decode());
      document.end();
      return true;
    } catch {
      // Edited, damaged, or in no encoding that is known.
      return false;
    }
  }
}

/** The encoding of a document: by its byte order mark, else as it declares (XML 1.0, appendix F). */
function encodingOf(bytes: Buffer): string {
  const start = bytes.toString('latin1', 0, 200);
  if (start.startsWith('\u00ff\u00fe') || start.startsWith('<\u0000')) return 'utf-16le';
  if (start.startsWith('\u00fe\u00ff') || start.startsWith('\u0000<')) return 'utf-16be';
  return /^<\?xml[^>]*?\sencoding\s*=\s*["']([A-Za-z0-9._-]+)["']/.exec(start)?.[1] ?? 'utf-8';
}
