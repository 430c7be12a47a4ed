/**
 * Text of bytes that are not all UTF-8, and the bytes again: each byte that is no part of a character becomes half of a
 * surrogate pair, U+DC80 to U+DCFF, which no text in UTF-8 has (after PEP 383, "surrogateescape").
 */

/** How the characters of a text became of bytes: `kept`, where some bytes are not UTF-8. */
export type Encoding = 'utf8' | 'kept';

export function encodeText(text: string, encoding: Encoding): Buffer {
  if (encoding === 'utf8') return Buffer.from(text);
  // A half alone counts as three bytes.
  const bytes = Buffer.allocUnsafe(Buffer.byteLength(text));
  let length = 0;
  let done = 0;
  for (const { index } of text.matchAll(kept)) {
    length += bytes.write(text.slice(done, index), length);
    bytes[length++] = text.charCodeAt(index) - 0xdc00;
    done = index + 1;
  }
  length += bytes.write(text.slice(done), length);
  return bytes.subarray(0, length);
}

/** With the flag `u`, halves of whole pairs are none of these. */
const kept = /[\udc80-\udcff]/gu;

/** @throws {Error} The text would be longer than a string can be. */
export function decodeKeepingBytes(bytes: Uint8Array): string {
  const units = new Uint16Array(bytes.length);
  let count = 0;
  for (let at = 0; at < bytes.length; ) {
    const length = lengthAt(bytes, at);
    if (length === 0) {
      units[count++] = 0xdc00 + (bytes[at++] as number);
      continue;
    }
    let point = bytes[at] as number;
    if (length > 1) point &= 0x7f >> length;
    for (let index = 1; index < length; index++) point = (point << 6) | ((bytes[at + index] as number) & 0x3f);
    if (point > 0xffff) {
      units[count++] = 0xd7c0 + (point >> 10);
      units[count++] = 0xdc00 + (point & 0x3ff);
    } else units[count++] = point;
    at += length;
  }
  return Buffer.from(units.buffer, 0, 2 * count).toString('utf16le');
}

/** How many bytes the character there has; 0 where the byte is not the start of one (Unicode, table 3-7). */
function lengthAt(bytes: Uint8Array, at: number): number {
  const first = bytes[at] as number;
  if (first < 0x80) return 1;
  const length = first < 0xc2 || first > 0xf4 ? 0 : first < 0xe0 ? 2 : first < 0xf0 ? 3 : 4;
  const second = bytes[at + 1] ?? 0;
  if (first === 0xe0 && second < 0xa0) return 0;
  if (first === 0xed && second > 0x9f) return 0;
  if (first === 0xf0 && second < 0x90) return 0;
  if (first === 0xf4 && second > 0x8f) return 0;
  for (let index = 1; index < length; index++) if (((bytes[at + index] ?? 0) & 0xc0) !== 0x80) return 0;
  return length;
}
