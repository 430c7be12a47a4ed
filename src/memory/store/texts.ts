/** Texts by number, from 0, in the order in which they were added: strings, or UTF-8 where they go to a file. */
export interface Texts {
  add(text: string | Uint8Array): number;
  at(index: number): string;
}

/** Texts in memory. */
export function createTexts(): Texts {
  const texts: string[] = [];
  return {
    add(text) {
      if (typeof text !== 'string') throw new TypeError('Texts in memory are strings.');
      return texts.push(text) - 1;
    },
    at: (index) => texts[index] ?? '',
  };
}
