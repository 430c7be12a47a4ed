import { isAscii, isUtf8 } from 'node:buffer';

/** How bytes become text. */
export interface Encoding {
  readonly name: string;
  /** Where the bytes may be cut, at most at their end, so that each part can be decoded by itself; 0: nowhere. */
  cut(bytes: Uint8Array): number;
  /** The text of the bytes, and whether it is all of it: if not, the bytes after it are not legal. */
  decode(bytes: Uint8Array): { readonly text: string; readonly isWhole: boolean };
}

/** The encoding with a label, if it is known: those of the Encoding Standard, and ISO-8859-1 and US-ASCII as they are. */
export function encodingNamed(label: string): Encoding | undefined {
  const name = label.toLowerCase();
  if (/^(?:us-ascii|ascii|iso646-us|ansi_x3\.4-1968)$/.test(name)) return ascii;
  if (/^(?:iso[-_]?8859-1|latin-?1|l1)$/.test(name)) return latin1;
  // Not by the decoder of Node.js, which reads them as ISO-8859-1 in many releases.
  if (/^(?:windows-|x-cp|cp)1252$/.test(name)) return windows1252;
  const known = codePage(name);
  let encoding: string;
  try {
    ({ encoding } = new TextDecoder(known, { fatal: true }));
  } catch {
    return undefined;
  }
  if (encoding === 'utf-8') return utf8;
  if (encoding.startsWith('utf-16')) return encoding === 'utf-16be' ? utf16be : utf16le;
  return byDecoder(encoding);
}

/** Names that XML documents have, and the Encoding Standard has otherwise. */
function codePage(name: string): string {
  const windows = /^cp(125[0-8])$/.exec(name);
  if (windows !== null) return `windows-${windows[1]}`;
  return ({ cp932: 'shift_jis', cp936: 'gbk', cp949: 'euc-kr', cp950: 'big5' } as Record<string, string>)[name] ?? name;
}

export const utf8: Encoding = {
  name: 'UTF-8',
  cut(bytes) {
    let at = bytes.length - 1;
    while (at > bytes.length - 4 && at > 0 && ((bytes[at] ?? 0) & 0xc0) === 0x80) at--;
    const lead = bytes[at] ?? 0;
    const length = lead < 0xc0 ? 1 : lead < 0xe0 ? 2 : lead < 0xf0 ? 3 : 4;
    return at + length > bytes.length ? at : bytes.length;
  },
  decode(bytes) {
    if (isUtf8(bytes)) return { text: bufferOf(bytes).toString('utf8'), isWhole: true };
    return decodePrefix('utf-8', bytes);
  },
};

export const utf16le: Encoding = {
  name: 'UTF-16',
  cut(bytes) {
    const even = bytes.length - (bytes.length % 2);
    const last = bytes[even - 1] ?? 0;
    return last >= 0xd8 && last <= 0xdb ? even - 2 : even;
  },
  decode: (bytes) => decodeWhole('utf-16le', bytes),
};

export const utf16be: Encoding = {
  name: 'UTF-16',
  cut(bytes) {
    const even = bytes.length - (bytes.length % 2);
    const last = bytes[even - 2] ?? 0;
    return last >= 0xd8 && last <= 0xdb ? even - 2 : even;
  },
  decode: (bytes) => decodeWhole('utf-16be', bytes),
};

const ascii: Encoding = {
  name: 'US-ASCII',
  cut: ({ length }) => length,
  decode(bytes) {
    const end = isAscii(bytes) ? bytes.length : bytes.findIndex((byte) => byte > 0x7f);
    return { text: bufferOf(bytes).toString('latin1', 0, end), isWhole: end === bytes.length };
  },
};

const latin1: Encoding = {
  name: 'ISO-8859-1',
  cut: ({ length }) => length,
  decode: (bytes) => ({ text: bufferOf(bytes).toString('latin1'), isWhole: true }),
};

/** The characters of the bytes 0x80 to 0x9f; a space for those that have none. */
const middle1252 = '€ ‚ƒ„…†‡ˆ‰Š‹Œ Ž  ‘’“”•–—˜™š›œ žŸ';

const windows1252: Encoding = {
  name: 'windows-1252',
  cut: ({ length }) => length,
  decode(bytes) {
    const bad = bytes.findIndex((byte) => byte >= 0x80 && byte < 0xa0 && middle1252[byte - 0x80] === ' ');
    const text = bufferOf(bytes).toString('latin1', 0, bad < 0 ? bytes.length : bad);
    return {
      text: text.replace(/[\u0080-\u009f]/g, (found) => middle1252[found.charCodeAt(0) - 0x80] ?? found),
      isWhole: bad < 0,
    };
  },
};

/** Bytes that are no part of a character of several bytes in any of these, and end no escape sequence. */
function isSafe(byte: number | undefined): boolean {
  return byte === 0x0a || byte === 0x20 || byte === 0x3e;
}

/** In these a byte alone says nothing: the state is that of the last escape sequence. */
const stateful: ReadonlySet<string> = new Set(['iso-2022-jp']);
const ofSeveralBytes: ReadonlySet<string> = new Set(['big5', 'euc-jp', 'euc-kr', 'gb18030', 'gbk', 'shift_jis']);

function byDecoder(name: string): Encoding {
  return {
    name,
    cut(bytes) {
      if (stateful.has(name)) return 0;
      if (!ofSeveralBytes.has(name)) return bytes.length;
      let at = bytes.length;
      while (at > 0 && !isSafe(bytes[at - 1])) at--;
      return at;
    },
    decode: (bytes) => decodeWhole(name, bytes),
  };
}

function decodeWhole(name: string, bytes: Uint8Array): ReturnType<Encoding['decode']> {
  try {
    return { text: new TextDecoder(name, { fatal: true, ignoreBOM: true }).decode(bytes), isWhole: true };
  } catch {
    return decodePrefix(name, bytes);
  }
}

/** As much as is legal, found by halves. */
function decodePrefix(name: string, bytes: Uint8Array): ReturnType<Encoding['decode']> {
  const decode = (length: number): string | undefined => {
    try {
      const decoder = new TextDecoder(name, { fatal: true, ignoreBOM: true });
      return decoder.decode(bytes.subarray(0, length), { stream: true });
    } catch {
      return undefined;
    }
  };
  let low = 0;
  let high = bytes.length;
  while (low < high) {
    const middle = (low + high + 1) >> 1;
    if (decode(middle) === undefined) high = middle - 1;
    else low = middle;
  }
  return { text: decode(low) ?? '', isWhole: false };
}

function bufferOf(bytes: Uint8Array): Buffer {
  return Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length);
}
