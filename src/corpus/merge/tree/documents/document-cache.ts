import type { MergeTmxOptions } from '../../../../merge/memory/memory.js';
import type { MergeInto } from '../../../../merge/merged.js';
import { type DocumentText, textOf } from '../../../../xml/document-text.js';
import type { FileText } from '../../../files/documents/file-text.js';
import { openText } from '../../merge.js';
import { type DocumentPlace, openPlace, readSmall } from './open-document.js';

/** A document, where it is read from, and whether it is for more than one article. */
export interface SharedDocument extends DocumentPlace {
  readonly isShared: boolean;
}

/** Documents of a thread. */
export interface DocumentCache {
  /**
   * Does what reads a document. `quick`: what may be done of the text of one that is for one article only; `undefined`: it
   * has to be read. @throws What the system says where it cannot be read.
   */
  use<T>(index: number, work: (merge: MergeInto) => T, quick?: (text: DocumentText) => T | undefined): T;
}

/** Open files, with pieces of their texts: what is known of the places in a document is kept of all. */
const mostAwake = 8;

export function createDocumentCache(documents: readonly SharedDocument[], options: MergeTmxOptions): DocumentCache {
  const known = new Map<number, { readonly merge: MergeInto; readonly text: FileText }>();
  /** The least recently used first. */
  const awake = new Map<number, FileText>();
  const touch = (index: number, text: FileText): void => {
    awake.delete(index);
    awake.set(index, text);
    for (const [oldest, each] of awake) {
      if (awake.size <= mostAwake) break;
      each.rest();
      awake.delete(oldest);
    }
  };
  return {
    use(index, work, quick) {
      const place = documents[index];
      if (place === undefined) throw new RangeError(`There is no document ${index}.`);
      const kept = known.get(index);
      if (kept !== undefined) {
        touch(index, kept.text);
        return work(kept.merge);
      }
      const small = place.isShared ? undefined : readSmall(place);
      if (small !== undefined) {
        const text = textOf(small.toString('utf8'));
        return quick?.(text) ?? work(openText(text, options));
      }
      const text = openPlace(place);
      let isKept = false;
      try {
        const merge = openText(text, options, undefined, place.passed?.index);
        if (place.isShared) {
          known.set(index, { merge, text });
          touch(index, text);
          isKept = true;
        }
        return work(merge);
      } finally {
        if (!isKept) text.close();
      }
    },
  };
}
