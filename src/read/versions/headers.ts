import { ownText } from '../../model/compact/own-text.js';
import type { CarrierSyntax } from '../carriers/carrier.js';
import { usualSyntax } from '../carriers/choose-syntax.js';
import type { FrontMatterReading } from '../metadata/front-matter.js';

/** Reads the metadata of versions: a front matter that stands again is not read again. */
export interface Headers {
  read(carrier: CarrierSyntax, text: string): FrontMatterReading;
}

/** The last one is known: versions of an article follow each other. */
export function createHeaders(): Headers {
  let header = '';
  let known: FrontMatterReading | undefined;
  return {
    read(carrier, text) {
      // Other carriers look at the whole text.
      if (carrier !== usualSyntax) return carrier.readMetadata(text);
      if (known !== undefined && text.startsWith(header)) return known;
      const reading = carrier.readMetadata(text);
      const end = reading.frontMatter?.range.end ?? 0;
      // A CR at the end may be half of a line end in another text; so may the end of the text be no line end there.
      const isKept = end > 0 && text.charCodeAt(end - 1) === 0x0a;
      known = isKept ? reading : undefined;
      if (isKept) header = ownText(text.slice(0, end));
      return reading;
    },
  };
}
