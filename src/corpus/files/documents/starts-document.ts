import { closeSync, openSync, readSync, statSync } from 'node:fs';
import { createXmlScanner } from '../../../xml/scan/well-formed.js';
import type { XmlFault } from '../../../xml/syntax.js';
import { findEncoding } from './xml-encoding.js';

/** The root elements of documents. */
const roots: ReadonlySet<string> = new Set(['tmx', 'xliff']);

/** Whether that is the name of the root element of one. */
export function isRoot(name: string): boolean {
  return roots.has(name.slice(name.indexOf(':') + 1));
}

/**
 * Whether a text that starts with these bytes is an XLIFF or TMX document: its root element is one. `undefined`: that has not come.
 */
export function startsDocument(bytes: Uint8Array): boolean | undefined {
  const found = findEncoding(bytes);
  if ('wrong' in found) return false;
  const { encoding, mark } = found;
  const start = bytes.subarray(mark);
  const { text } = encoding.decode(start.subarray(0, encoding.cut(start)));
  let root: boolean | undefined;
  const stop = (offset: number): XmlFault => ({ code: 'xml/unreadable', args: [], offset });
  const scanner = createXmlScanner({
    open({ name, start: offset }) {
      root = isRoot(name);
      return stop(offset);
    },
  });
  const fault = scanner.write(text);
  return root === undefined && fault === undefined ? undefined : root === true;
}

/** As much of a file is looked at. */
const looked = 1 << 16;

/** The first bytes of a file; `undefined`: it is none that can be read again, or cannot be opened. */
export function startOf(file: string): Uint8Array | undefined {
  try {
    if (!statSync(file).isFile()) return undefined;
    const descriptor = openSync(file, 'r');
    try {
      const head = Buffer.alloc(looked);
      return head.subarray(0, readSync(descriptor, head, 0, looked, 0));
    } finally {
      closeSync(descriptor);
    }
  } catch {
    return undefined;
  }
}
