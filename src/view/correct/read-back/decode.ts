/** Bytes in which a declaration stands. */
const declarationLength = 1024;

/**
 * The text of an XML document, by its byte order mark, its first bytes, or its declaration (XML 1.0, appendix F);
 * `undefined`: it has bytes that its encoding has not, or one that is not known. A text that was guessed at is no target.
 */
export function decodeDocument(bytes: Uint8Array): string | undefined {
  try {
    return new TextDecoder(encodingOf(bytes), { fatal: true }).decode(bytes);
  } catch {
    return undefined;
  }
}

function encodingOf(bytes: Uint8Array): string {
  const [one, two] = bytes;
  if ((one === 0xff && two === 0xfe) || (one === 0x3c && two === 0)) return 'utf-16le';
  if ((one === 0xfe && two === 0xff) || (one === 0 && two === 0x3c)) return 'utf-16be';
  if (one === 0xef && two === 0xbb) return 'utf-8';
  const start = new TextDecoder('latin1').decode(bytes.subarray(0, declarationLength));
  return /^<\?xml\s[^>]*?\sencoding\s*=\s*["']([^"']+)["']/.exec(start)?.[1] ?? 'utf-8';
}
