import { isAt } from '../../model/compact/is-at.js';
import { ownText } from '../../model/compact/own-text.js';
import type { CarrierSyntax } from '../carriers/carrier.js';
import { usualSyntax } from '../carriers/choose-syntax.js';
import { type FrontMatterReading, findFences } from '../metadata/front-matter.js';
import type { VersionBytes } from './usual-pairs.js';

/** Reads the metadata of versions: a front matter that stands again is not read again. */
export interface Headers {
  read(carrier: CarrierSyntax, text: string): FrontMatterReading;
  /** The same of the usual carrier, whose bytes are given: no more than the front matter is decoded. `undefined`: it needs the text. */
  readBytes(version: VersionBytes): FrontMatterReading | undefined;
}

/** U+FEFF in UTF-8. */
const byteOrderMark = '\u00ef\u00bb\u00bf';

/** The last one is known: versions of an article follow each other. */
export function createHeaders(): Headers {
  let header = '';
  let known: FrontMatterReading | undefined;
  let headerBytes = '';
  let knownOfBytes: FrontMatterReading | undefined;
  return {
    read(carrier, text) {
      // Other carriers look at the whole text.
      if (carrier !== usualSyntax) return carrier.readMetadata(text);
      if (known !== undefined && isAt(text, header, 0)) return known;
      const reading = carrier.readMetadata(text);
      const end = reading.frontMatter?.range.end ?? 0;
      // A CR at the end may be half of a line end in another text; so may the end of the text be no line end there.
      const isKept = end > 0 && text.charCodeAt(end - 1) === 0x0a;
      known = isKept ? reading : undefined;
      if (isKept) header = ownText(text.slice(0, end));
      return reading;
    },
    readBytes({ bytes, decode }) {
      if (knownOfBytes !== undefined && isAt(bytes, headerBytes, 0)) return knownOfBytes;
      const fences = findFences(bytes, bytes.startsWith(byteOrderMark) ? byteOrderMark.length : 0);
      if (fences === undefined) return usualSyntax.readMetadata('');
      const { end } = fences;
      // What is not closed, or ends in a CR or with the text, may be otherwise where more follows.
      if (end < 0 || bytes.charCodeAt(end - 1) !== 0x0a) return undefined;
      knownOfBytes = usualSyntax.readMetadata(decode(0, end));
      headerBytes = ownText(bytes.slice(0, end));
      return knownOfBytes;
    },
  };
}
