import { readXml, type XmlElement } from '../read/xml.js';
import { type MergeFinding, mergeFinding } from './finding.js';

/** Documents of more UTF-16 code units are refused: no article comes back in one. */
export const longestDocument: number = 128 * 1024 * 1024;

/** The root element of an XML document, or why it cannot be read. */
export function readRoot(document: string): XmlElement | MergeFinding {
  if (document.length > longestDocument) {
    return mergeFinding('merge/too-large', 0, String(Math.round(longestDocument / 1024 / 1024)));
  }
  const { root, fault } = readXml(document);
  if (root !== undefined) return root;
  return mergeFinding('merge/unreadable', fault.offset, `${fault.args.join(', ')} (${fault.code})`);
}
