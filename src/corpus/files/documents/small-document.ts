import { isUtf8 } from 'node:buffer';
import { fstatSync, readSync } from 'node:fs';
import { findEncoding } from './xml-encoding.js';

/** Larger documents are read in pieces. */
const mostBytes = 4_000_000;

/** The bytes of the text of a document that is small, and in UTF-8; `undefined` says nothing. @throws What the system says. */
export function readSmallDocument(descriptor: number): Buffer | undefined {
  const { size } = fstatSync(descriptor);
  if (size === 0 || size > mostBytes) return undefined;
  const bytes = Buffer.allocUnsafe(size);
  let length = 0;
  while (length < size) {
    const count = readSync(descriptor, bytes, length, size - length, length);
    if (count === 0) break;
    length += count;
  }
  const read = bytes.subarray(0, length);
  const found = findEncoding(read);
  if ('wrong' in found || found.encoding.name !== 'UTF-8' || !isUtf8(read)) return undefined;
  return read.subarray(found.mark);
}
