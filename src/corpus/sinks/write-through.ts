import { closeSync, fchmodSync, fstatSync, fsyncSync, ftruncateSync, openSync, readSync, writeSync } from 'node:fs';

/** Bytes that are copied at once. */
const copiedAtOnce = 1 << 20;

/** The older file holds a part of each text now. */
export class WrittenInPart extends Error {}

/**
 * Writes the text of one file over that of another, which stays the same file: its other names, its owner and all that the
 * system knows of it are kept. `false` where it may not be written.
 *
 * What is longer is appended first, so that a disk that is full leaves the older text as it was.
 *
 * @throws {WrittenInPart} It failed half way.
 */
export function writeThrough(from: number, path: string): boolean {
  let to: number;
  try {
    to = openSync(path, 'r+');
  } catch {
    return false;
  }
  try {
    const { size, mode } = fstatSync(to);
    const length = fstatSync(from).size;
    try {
      copy(from, to, size, length);
      fsyncSync(to);
    } catch (error) {
      ftruncateSync(to, size);
      throw error;
    }
    try {
      copy(from, to, 0, Math.min(size, length));
      if (length < size) ftruncateSync(to, length);
      restoreMode(to, mode);
      fsyncSync(to);
    } catch (error) {
      throw new WrittenInPart('', { cause: error });
    }
    return true;
  } finally {
    closeSync(to);
  }
}

function copy(from: number, to: number, start: number, end: number): void {
  if (start >= end) return;
  const buffer = Buffer.allocUnsafe(Math.min(copiedAtOnce, end - start));
  for (let at = start; at < end; ) {
    const read = readSync(from, buffer, 0, Math.min(buffer.length, end - at), at);
    if (read === 0) return;
    for (let done = 0; done < read; ) done += writeSync(to, buffer, done, read - done, at + done);
    at += read;
  }
}

/** Systems take the bits away that let others act as the owner when somebody writes. */
function restoreMode(file: number, mode: number): void {
  if (fstatSync(file).mode === mode) return;
  try {
    fchmodSync(file, mode & 0o7777);
  } catch {
    // Another one's file: who may write it may not say who may.
  }
}
