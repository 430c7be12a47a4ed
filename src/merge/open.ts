import { readXml, type XmlElement } from '../read/xml.js';
import { type MergeFinding, mergeFinding } from './finding.js';

/** Documents of more UTF-16 code units, or of more bytes, are refused: no article comes back in one. */
export const longestDocument: number = 128 * 1024 * 1024;

/** More tags, or more attributes, are no article either: each takes a hundred times the memory of its text. */
const mostMarkup = 1_000_000;

/** The root element of an XML document, or why it cannot be read. */
export function readRoot(document: string): XmlElement | MergeFinding {
  if (document.length > longestDocument || holdsTooMuch(document)) {
    return mergeFinding('merge/too-large', 0, String(longestDocument / 1024 / 1024));
  }
  const { root, fault } = readXml(document);
  if (root !== undefined) return root;
  return mergeFinding('merge/unreadable', fault.offset, `${fault.args.join(', ')} (${fault.code})`);
}

function holdsTooMuch(document: string): boolean {
  let tags = 0;
  let attributes = 0;
  for (let at = 0; at < document.length; at++) {
    const code = document.charCodeAt(at);
    if (code === 0x3c) tags++;
    else if (code === 0x3d) attributes++;
  }
  return tags > mostMarkup || attributes > mostMarkup;
}
