/** Texts by number, from 0, in the order in which they were added. */
export interface Texts {
  add(text: string): number;
  at(index: number): string;
  /** The bytes of a text, with all that is kept with it; valid until the next is asked for. Only there where texts are bytes. */
  bytesAt?(index: number): Uint8Array;
}

/** Texts in memory. */
export function createTexts(): Texts {
  const texts: string[] = [];
  return {
    add: (text) => texts.push(text) - 1,
    at: (index) => texts[index] ?? '',
  };
}
