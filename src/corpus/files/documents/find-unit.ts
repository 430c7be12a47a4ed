import { readSync } from 'node:fs';

/** Bytes that are read at once. */
const readAtOnce = 65_536;
/** Characters of `<tu>`. */
const longestStart = 4;

/** The first byte of a stretch of a file where what may be the start of a unit of TMX starts, in UTF-8. */
export function findUnit(descriptor: number, from: number, to: number): number | undefined {
  const buffer = Buffer.allocUnsafe(readAtOnce + longestStart - 1);
  for (let at = from; at < to; at += readAtOnce) {
    const read = readSync(descriptor, buffer, 0, Math.min(buffer.length, to - at + longestStart - 1), at);
    const bytes = buffer.subarray(0, read);
    const [first, other] = [bytes.indexOf('<tu '), bytes.indexOf('<tu>')];
    if (first >= 0 || other >= 0) return at + (other < 0 || (first >= 0 && first < other) ? first : other);
  }
  return undefined;
}
