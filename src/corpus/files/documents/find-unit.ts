import { readSync } from 'node:fs';

/** Bytes that are read at once. */
const readAtOnce = 65_536;
const start = '<tu';
/** Characters of it, and the one that ends the name. */
const longestStart = start.length + 1;

/** The first byte of a stretch of a file where what may be the start of a unit of TMX starts, in UTF-8. */
export function findUnit(descriptor: number, from: number, to: number): number | undefined {
  const buffer = Buffer.allocUnsafe(readAtOnce + longestStart - 1);
  for (let at = from; at < to; at += readAtOnce) {
    const read = readSync(descriptor, buffer, 0, Math.min(buffer.length, to - at + longestStart - 1), at);
    const bytes = buffer.subarray(0, read);
    for (let found = bytes.indexOf(start); found >= 0; found = bytes.indexOf(start, found + start.length)) {
      if (endsName(bytes[found + start.length])) return at + found;
    }
  }
  return undefined;
}

/** White space of XML, `>` or `/`. */
function endsName(byte: number | undefined): boolean {
  return byte === 0x20 || byte === 0x3e || byte === 0x0a || byte === 0x0d || byte === 0x09 || byte === 0x2f;
}
