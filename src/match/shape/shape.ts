import { fitted, grown, roomFor } from './room.js';

/**
 * What a score looks at in a text: its words as numbers, and hashes of all that may differ besides them. Two texts with the
 * same hash of a kind have the same of that kind.
 */
export interface Shape {
  /** The numbers of its words, case folded, all numbers as one: the first {@link Shape.count} are valid. */
  words: Int32Array;
  count: number;
  /** Its codes in their order; 0: it has none. */
  codes: number;
  /** The same with the word that each stands before. */
  places: number;
  /** Its numbers in their order. */
  numbers: number;
  /** The words as they are spelled: case, width, composition. */
  spelling: number;
  /** White space inside of it: what stands where. */
  spaces: number;
  /** Punctuation and symbols, and the words that they stand before. */
  punctuation: number;
}

/** That of a text without anything in it. */
export function emptyShape(words: Int32Array): Shape {
  return { words, count: 0, codes: 0, places: 0, numbers: 0, spelling: 0, spaces: 0, punctuation: 0 };
}

/** Kinds of differences besides words, as bits. */
export const differs = { codes: 1, numbers: 2, case: 4, space: 8, punctuation: 16 } as const;

/** The kinds by their bits, in the order in which they are named. */
export const differences = ['codes', 'numbers', 'case', 'space', 'punctuation'] as const;

/** How many sets of them there are. */
export const differenceCount = 32;

/** The shapes of many texts but for their words, by number. */
export class Features {
  private values: Int32Array;

  /** `capacity`: so many texts are expected. */
  constructor(capacity = 0) {
    this.values = roomFor(Math.max(1024, capacity) * width);
  }

  set(index: number, shape: Shape): void {
    const at = index * width;
    if (at + width > this.values.length) {
      this.values = grown(this.values, at + width);
    }
    const { values } = this;
    values[at] = shape.codes;
    values[at + 1] = shape.places;
    values[at + 2] = shape.numbers;
    values[at + 3] = shape.spelling;
    values[at + 4] = shape.spaces;
    values[at + 5] = shape.punctuation;
  }

  /** Puts them into a shape. */
  read(index: number, shape: Shape): void {
    const { values } = this;
    const at = index * width;
    shape.codes = values[at] as number;
    shape.places = values[at + 1] as number;
    shape.numbers = values[at + 2] as number;
    shape.spelling = values[at + 3] as number;
    shape.spaces = values[at + 4] as number;
    shape.punctuation = values[at + 5] as number;
  }

  /** One of them. */
  at(index: number, feature: Feature): number {
    return this.values[index * width + places[feature]] as number;
  }

  /** Gives back the room that is not needed, where there are so many. */
  trim(count: number): void {
    this.values = fitted(this.values, count * width);
  }

  /**
   * How a text differs from another one that has the same words (`isNear`), or others. Where words differ, their case, what
   * stands between them and the places of codes cannot be compared: codes and numbers are, in their order.
   *
   * Texts of which this sees no difference, and which are not the same, differ in where a code stands: before white space or
   * punctuation, or after it.
   */
  compare(index: number, shape: Shape, isNear: boolean): number {
    const { values } = this;
    const at = index * width;
    let found = values[at + 2] === shape.numbers ? 0 : differs.numbers;
    if (!isNear) return values[at] === shape.codes ? found : found | differs.codes;
    if (values[at + 1] !== shape.places) found |= differs.codes;
    if (values[at + 3] !== shape.spelling) found |= differs.case;
    if (values[at + 4] !== shape.spaces) found |= differs.space;
    if (values[at + 5] !== shape.punctuation) found |= differs.punctuation;
    if (found !== 0) return found;
    return shape.codes === 0 ? differs.space : differs.codes;
  }
}

const width = 6;
const places = { codes: 0, places: 1, numbers: 2, spelling: 3, spaces: 4, punctuation: 5 } as const;

/** What is known of a text but for its words. */
export type Feature = keyof typeof places;

/** The features by which {@link Features.compare} tells texts apart that have the same words, and others, with their bits. */
export const comparedFeatures: Readonly<Record<'near' | 'fuzzy', readonly (readonly [Feature, number])[]>> = {
  near: [
    ['places', differs.codes],
    ['numbers', differs.numbers],
    ['spelling', differs.case],
    ['spaces', differs.space],
    ['punctuation', differs.punctuation],
  ],
  fuzzy: [
    ['codes', differs.codes],
    ['numbers', differs.numbers],
  ],
};
