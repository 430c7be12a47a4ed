import { isUtf8 } from 'node:buffer';
import { type Finding, finding } from '../model/diagnostic.js';
import type { Range } from '../model/position.js';

/** The text of an article's bytes; or, where they are no text in UTF-8, what is wrong. */
export interface Decoded {
  /** `undefined` where the bytes cannot be an article. */
  readonly text: string | undefined;
  readonly findings: readonly Finding[];
  /** Some bytes were not UTF-8; U+FFFD stands for them. */
  readonly damaged?: true;
}

const replacement = '\ufffd';

/** How much of the start of a file tells whether it is text. */
const probeLength = 8192;

/** Decodes UTF-8. A byte order mark stays in the text, so that no byte is lost. */
export function decodeArticle(bytes: Uint8Array): Decoded {
  const start = { start: 0, end: 0 };
  if ((bytes[0] === 0xff && bytes[1] === 0xfe) || (bytes[0] === 0xfe && bytes[1] === 0xff)) {
    return { text: undefined, findings: [finding('input/utf-16', start)] };
  }
  const nul = bytes.indexOf(0);
  if (nul >= 0 && nul < probeLength) {
    return { text: undefined, findings: [finding('input/binary', start)] };
  }
  const text = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length).toString('utf8');
  if (isUtf8(bytes)) return { text, findings: [] };
  const at = text.indexOf(replacement);
  return { text, damaged: true, findings: [finding('input/invalid-utf-8', { start: at, end: at + 1 })] };
}

/** Where such bytes stand in a stretch of a damaged article. */
export function damageIn(text: string, { start, end }: Range): Range {
  const at = text.slice(start, end).indexOf(replacement);
  return at < 0 ? { start, end } : { start: start + at, end: start + at + 1 };
}

/** Whether a text of a damaged article may hold bytes that were lost. */
export function holdsDamage(text: string): boolean {
  return text.includes(replacement);
}
