/** Code units of a chunk: a megabyte. */
const chunkSize = 1 << 19;

/** Starts of texts as numbers: a million of them are no objects. */
export interface Excerpts {
  /** Keeps the start of a text; the number finds it again. */
  add(text: string): number;
  at(number: number): string;
}

/** `most`: the longest excerpt in UTF-16 code units; longer texts end in `…`. */
export function createExcerpts(most: number): Excerpts {
  const chunks: Uint16Array[] = [];
  let used = chunkSize;
  return {
    add(text) {
      if (used + most + 2 > chunkSize) {
        chunks.push(new Uint16Array(chunkSize));
        used = 0;
      }
      const chunk = chunks.at(-1) ?? new Uint16Array(0);
      const kept = text.length > most ? `${text.slice(0, most).toWellFormed()}…` : text;
      chunk[used] = kept.length;
      for (let index = 0; index < kept.length; index++) chunk[used + 1 + index] = kept.charCodeAt(index);
      const number = (chunks.length - 1) * chunkSize + used;
      used += kept.length + 1;
      return number;
    },
    at(number) {
      const chunk = chunks[Math.floor(number / chunkSize)] ?? new Uint16Array(1);
      const start = (number % chunkSize) + 1;
      let text = '';
      for (let index = 0; index < (chunk[start - 1] ?? 0); index++)
        text += String.fromCharCode(chunk[start + index] ?? 0);
      return text;
    },
  };
}
