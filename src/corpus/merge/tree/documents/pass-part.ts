import { type MemoryPart, passMemoryPart } from '../../../../merge/memory/memory-parts.js';
import type { ByteRange, FileText } from '../../../files/documents/file-text.js';
import { findUnit } from '../../../files/documents/find-unit.js';
import type { TextPlaces } from '../../../files/documents/text-places.js';
import type { Processor, Work } from '../../../run/task.js';
import { type DocumentPlace, openBytes, openPlace, orLost } from './open-document.js';

/** What there is to pass over: stretches of memories. Plain data. */
export interface PartsGiven {
  readonly srcLang: string;
  readonly parts: readonly WantedPart[];
}

/** A stretch of a memory; a part of it starts at the first unit in there, and ends where that of the next one starts. */
export interface WantedPart extends ByteRange {
  readonly place: DocumentPlace;
  /** Bytes of the document. */
  readonly size: number;
}

/** What is known of a part. Plain data. */
export interface PassedPart extends MemoryPart {
  readonly head: TextPlaces;
  readonly places: TextPlaces;
}

/** A longer head is none that a tool writes. */
const longestHead = 1_000_000;

/** Makes ready for passing over parts of memories, in any order: `undefined` where one has to pass as a whole. */
export function start({ given: { srcLang, parts } }: Work<PartsGiven>): Promise<Processor<PassedPart | undefined>> {
  return Promise.resolve((index) => {
    const part = parts[index];
    return (
      part &&
      orLost(
        () => passPart(part, srcLang),
        () => undefined,
      )
    );
  });
}

function passPart({ place, from, to, size }: WantedPart, srcLang: string): PassedPart | undefined {
  const range = rangeOf(place, { from, to, size });
  if (range === undefined) return undefined;
  const { first, isLast, ...bytes } = range;
  return using(openPlace(place, { from: 0, to: first }), (head) =>
    using(openPlace(place, bytes), (text) => {
      if (text.encoding !== 'UTF-8') return undefined;
      const passed = passMemoryPart(head, text, srcLang, isLast);
      return passed && { ...passed, head: head.places(), places: text.places() };
    }),
  );
}

/** Where a part starts and ends, and where the first unit of the document starts. */
function rangeOf(
  place: DocumentPlace,
  { from, to, size }: Omit<WantedPart, 'place'>,
): (ByteRange & { readonly first: number; readonly isLast: boolean }) | undefined {
  const { descriptor, close } = openBytes(place);
  try {
    const first = findUnit(descriptor, 0, longestHead);
    const start = findUnit(descriptor, from, to);
    const isLast = to >= size;
    const end = isLast ? Number.POSITIVE_INFINITY : findUnit(descriptor, to, size);
    if (first === undefined || start === undefined || end === undefined) return undefined;
    return { first, from: start, to: end, isLast };
  } finally {
    close();
  }
}

function using<T>(text: FileText, work: (text: FileText) => T): T {
  try {
    return work(text);
  } finally {
    text.close();
  }
}
