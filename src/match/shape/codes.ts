import type { Shape } from './shape.js';
import type { TextUnits } from './text-units.js';
import { mix } from './word-hash.js';

/** The word that each code of a text stands before, by where the words of its shape begin. */
export function placesOf({ codeOffsets, codeCount }: TextUnits, starts: Readonly<Int32Array>, count: number): number[] {
  const places: number[] = [];
  let word = 0;
  for (let code = 0; code < codeCount; code++) {
    const offset = codeOffsets[code] as number;
    while (word < count && (starts[word] as number) < offset) word++;
    places.push(word);
  }
  return places;
}

/** Hashes the codes of a text into its shape, and the words that they stand before. */
export function hashCodes(
  { codeOffsets, codeHashes, codeCount }: TextUnits,
  starts: Readonly<Int32Array>,
  shape: Shape,
): void {
  let word = 0;
  for (let code = 0; code < codeCount; code++) {
    const offset = codeOffsets[code] as number;
    const hash = codeHashes[code] as number;
    while (word < shape.count && (starts[word] as number) < offset) word++;
    shape.codes = mix(shape.codes, hash, 1) || 1;
    shape.places = mix(shape.places, hash, word) || 1;
  }
}
