import { type Finding, finding } from '../../model/diagnostics/diagnostic.js';
import type { Range } from '../../model/position.js';

/** The text of an article's bytes; or, where they are no text in UTF-8, what is wrong. */
export interface Decoded {
  /** `undefined` where the bytes cannot be an article. */
  readonly text: string | undefined;
  readonly findings: readonly Finding[];
  /** Some bytes were not UTF-8; U+FFFD stands for them, or they stand for themselves. */
  readonly damaged?: true;
}

/** What stands for bytes that are not UTF-8: U+FFFD, or the very bytes. */
const lost = /[\ufffd\udc80-\udcff]/u;

/** How much of the start of a file shows whether it is text. */
const probeLength = 8192;

/** Why bytes are no text in UTF-8 at all. */
export function refusalOf(bytes: Uint8Array): Finding | undefined {
  const start = { start: 0, end: 0 };
  const isUtf16 = (bytes[0] === 0xff && bytes[1] === 0xfe) || (bytes[0] === 0xfe && bytes[1] === 0xff);
  if (isUtf16) return finding('input/utf-16', start);
  const archive = archives.find(({ magic }) => magic.every((byte, at) => bytes[at] === byte));
  if (archive !== undefined) return finding('input/binary', start, archive.what);
  const nul = bytes.indexOf(0);
  return nul >= 0 && nul < probeLength ? finding('input/binary', start, 'it holds NUL bytes') : undefined;
}

/** What texts come packed in, by its first bytes (RFC 1952, section 2.3.1; APPNOTE, section 4.3.7). */
const archives = [
  { magic: [0x1f, 0x8b, 0x08], what: 'it is compressed by gzip: unpack it first, gzip -d' },
  { magic: [0x50, 0x4b, 0x03, 0x04], what: 'it is a ZIP archive: unpack it first' },
];

/** A text some bytes of which were not UTF-8. */
export function damaged(text: string): Decoded {
  const at = text.search(lost);
  return { text, damaged: true, findings: [finding('input/invalid-utf-8', { start: at, end: at + 1 })] };
}

/** Where such bytes stand in a stretch of a damaged article. */
export function damageIn(text: string, { start, end }: Range): Range {
  const at = text.slice(start, end).search(lost);
  return at < 0 ? { start, end } : { start: start + at, end: start + at + 1 };
}

/** Whether a text of a damaged article may hold bytes that were lost. */
export function holdsDamage(text: string): boolean {
  return lost.test(text);
}
