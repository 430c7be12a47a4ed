import { isAt } from '../../model/compact/is-at.js';
import { ownText } from '../../model/compact/own-text.js';
import type { XmlFault, XmlTag } from '../syntax.js';
import { readStartTag } from './plain-tag.js';

/** Tags that are known again, and how long they are at most: a document has few that come again and again. */
const mostKnown = 512;
const longestKnown = 80;

/** A tag that stands again. Its strings are parts of nothing else. */
interface KnownTag {
  /** As it stands, to its only `>`. */
  readonly written: string;
  readonly tag: XmlTag | undefined;
  /** What came after it last: units are written alike. */
  next: KnownTag | undefined;
}

/** Reads start tags, those that are written to the letter as one before without looking at them again. */
export interface TagReader {
  /** The tag that starts at an offset of the text, with places in the document, where the text starts at `base`. */
  read(text: string, start: number, base: number): XmlFault | XmlTag;
}

export function createTagReader(): TagReader {
  const known = new Map<string, KnownTag>();
  /** Stands for all that are not known. */
  const other: KnownTag = { written: '', tag: undefined, next: undefined };
  let last = other;
  const readOther = (text: string, start: number, base: number, end: number): XmlFault | XmlTag => {
    const tag = readStartTag(text, start);
    last = other;
    if ('code' in tag) return { ...tag, offset: base + tag.offset };
    if (tag.end === end && end - start <= longestKnown) {
      if (known.size >= mostKnown) known.clear();
      // Read again from a text of its own, so that no part of this one is kept.
      const written = ownText(text.slice(start, end));
      const again = readStartTag(written, 0);
      if (!('code' in again)) known.set(written, { written, tag: again, next: undefined });
    }
    return { ...tag, start: base + tag.start, end: base + tag.end };
  };
  return {
    read(text, start, base) {
      let found = last.next;
      if (found === undefined || !isAt(text, found.written, start)) {
        // Where one was read before that ends at its first >, this one does.
        const end = text.indexOf('>', start) + 1;
        found = end > 0 && end - start <= longestKnown ? known.get(text.slice(start, end)) : undefined;
        if (found === undefined) return readOther(text, start, base, end);
        last.next = found;
      }
      last = found;
      const { written, tag } = found;
      if (tag === undefined) return readOther(text, start, base, 0);
      const { name, attributes, isEmpty, isPlain } = tag;
      return { name, attributes, isEmpty, start: base + start, end: base + start + written.length, isPlain };
    },
  };
}
