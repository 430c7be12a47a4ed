import { isUtf8 } from 'node:buffer';
import { type Decoded, damaged, refusalOf } from './damage.js';
import { decodeKeepingBytes } from './kept-bytes.js';

/** Decodes UTF-8. A byte order mark stays in the text, so that no byte is lost. */
export function decodeArticle(bytes: Uint8Array): Decoded {
  return decode(bytes, toText);
}

/** The same, but that bytes that are not UTF-8 are in the text, too ({@link decodeKeepingBytes}). */
export function decodeKeeping(bytes: Uint8Array): Decoded {
  return decode(bytes, decodeKeepingBytes);
}

function toText(bytes: Uint8Array): string {
  return Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length).toString('utf8');
}

function decode(bytes: Uint8Array, decodeDamaged: (bytes: Uint8Array) => string): Decoded {
  const refused = refusalOf(bytes);
  if (refused !== undefined) return { text: undefined, findings: [refused] };
  if (isUtf8(bytes)) return { text: toText(bytes), findings: [] };
  return damaged(decodeDamaged(bytes));
}
