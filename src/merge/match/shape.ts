import type { InlineMode } from '../../write/export-options.js';
import { encodePart, type WrittenPart } from './written.js';

/** What makes two texts the same: the white space of one may be that of a tool that laid it out. */
export type Tidy = (encoded: string) => string;

/** What a unit may be: parts of the article as they were written, with their sources, each put together once. */
export interface Shape {
  readonly parts: readonly WrittenPart[];
  sources(tidy: Tidy): readonly string[];
  /** The same without the numbers of segments before the ids of codes. */
  plainSources(tidy: Tidy): readonly string[];
  /** Where a part stands. */
  placeOf(part: WrittenPart['part']): number | undefined;
}

export function createShape(parts: readonly WrittenPart[], inline: InlineMode): Shape {
  const sources = once((tidy: Tidy) => parts.map((part) => tidy(encodePart(part, 'source', inline))));
  const plain = once((tidy: Tidy) => parts.map((part) => tidy(encodePart({ ...part, prefix: '' }, 'source', inline))));
  let places: ReadonlyMap<WrittenPart['part'], number> | undefined;
  return {
    parts,
    sources,
    plainSources: plain,
    placeOf(part) {
      places ??= new Map(parts.map((each, index) => [each.part, index]));
      return places.get(part);
    },
  };
}

/** A function that is called for each key once. */
export function once<Key, Value>(make: (key: Key) => Value): (key: Key) => Value {
  const made = new Map<Key, Value>();
  return (key) => {
    const known = made.get(key) ?? make(key);
    made.set(key, known);
    return known;
  };
}
