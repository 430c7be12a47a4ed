import { closeSync, writeSync } from 'node:fs';
import { createXmlScanner } from '../../../xml/scan/well-formed.js';
import { tooLarge } from '../../../xml/syntax.js';
import { mostSpooledBytes } from '../../limits.js';
import { openNameless } from '../nameless.js';
import { type FileText, longestPiece, openFileText } from './file-text.js';
import { isRoot } from './starts-document.js';
import { declarationLength, type FoundEncoding, findEncoding } from './xml-encoding.js';

/**
 * Copies a document to a temporary file that has no name: it is gone when it is closed, or when the process dies. It ends
 * where what comes is no XML any more, so that a device without end is refused at once; but not after the root of a TMX or
 * XLIFF, of which what is after damage is read, too.
 */
export async function spool(source: AsyncIterable<Uint8Array>): Promise<FileText> {
  const descriptor = await spoolToFile(source);
  if (descriptor !== undefined) return openFileText(descriptor);
  return refused(`more than ${mostSpooledBytes} bytes, and cannot be read twice: save it as a file first`);
}

/** The same, and gives the descriptor of the copy, which all threads can read; `undefined` where it would be too large. */
export async function spoolToFile(source: AsyncIterable<Uint8Array>): Promise<number | undefined> {
  const descriptor = openNameless();
  try {
    const isXml = createProbe();
    let length = 0;
    for await (const bytes of source) {
      length += bytes.length;
      if (length > mostSpooledBytes) {
        closeSync(descriptor);
        return undefined;
      }
      for (let at = 0; at < bytes.length; ) at += writeSync(descriptor, bytes, at);
      if (!isXml(bytes)) break;
    }
    return descriptor;
  } catch (error) {
    closeSync(descriptor);
    throw error;
  }
}

/**
 * Says whether what came so far may be the start of an XML document that can be read, or read in part. Bytes that their
 * encoding lets be cut nowhere are looked at again when they are twice as many.
 */
function createProbe(): (bytes: Uint8Array) => boolean {
  let root: string | undefined;
  const scanner = createXmlScanner({
    open({ name }) {
      root ??= name;
      return undefined;
    },
  });
  let found: FoundEncoding | undefined;
  let rest: Uint8Array[] = [];
  let length = 0;
  let enough = declarationLength;
  /** It is damaged, and all of it is copied. */
  let isKnown = false;
  const keep = (bytes: Uint8Array): void => {
    rest = bytes.length === 0 ? [] : [bytes];
    length = bytes.length;
    enough = 2 * length;
  };
  return (bytes) => {
    if (isKnown) return true;
    rest.push(bytes);
    length += bytes.length;
    if (length < enough) return length <= longestPiece;
    let all = Buffer.concat(rest, length);
    if (found === undefined) {
      found = findEncoding(all);
      if ('wrong' in found) return false;
      all = all.subarray(found.mark);
    }
    if ('wrong' in found) return false;
    const end = found.encoding.cut(all);
    const { text, isWhole } = found.encoding.decode(all.subarray(0, end));
    keep(Buffer.from(all.subarray(end)));
    const isRight = scanner.write(text) === undefined && isWhole;
    isKnown = !isRight && root !== undefined && isRoot(root);
    return isKnown || (isRight && length <= longestPiece);
  };
}

function refused(what: string): FileText {
  return {
    encoding: undefined,
    // biome-ignore lint/correctness/useYield: there is nothing of it to read.
    *pieces() {
      return tooLarge(0, what);
    },
    slice: () => '',
    places: () => ({ bytes: Float64Array.of(0), units: Float64Array.of(0), stamp: '' }),
    close: () => undefined,
    rest: () => undefined,
    unread: () => [],
  };
}
