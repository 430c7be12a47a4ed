/** Code units of a chunk: a megabyte. */
const chunkSize = 1 << 19;

/** Starts of texts as numbers: a million of them are no objects. */
export interface Excerpts {
  /** Keeps the start of a text, as `startOf` gives it; the number finds it again. */
  add(start: string): number;
  at(number: number): string;
}

/** The start of a text of at most `most` UTF-16 code units; of a longer text, with `…`. */
export function startOf(text: string, most: number): string {
  return text.length > most ? `${text.slice(0, most).toWellFormed()}…` : text;
}

/** `most`: the longest text in UTF-16 code units, without `…`. */
export function createExcerpts(most: number): Excerpts {
  const chunks: Uint16Array[] = [];
  let used = chunkSize;
  return {
    add(start) {
      if (used + most + 2 > chunkSize) {
        chunks.push(new Uint16Array(chunkSize));
        used = 0;
      }
      const chunk = chunks.at(-1) ?? new Uint16Array(0);
      chunk[used] = start.length;
      for (let index = 0; index < start.length; index++) chunk[used + 1 + index] = start.charCodeAt(index);
      const number = (chunks.length - 1) * chunkSize + used;
      used += start.length + 1;
      return number;
    },
    at(number) {
      const chunk = chunks[Math.floor(number / chunkSize)] ?? new Uint16Array(1);
      const first = (number % chunkSize) + 1;
      let text = '';
      for (let index = 0; index < (chunk[first - 1] ?? 0); index++)
        text += String.fromCharCode(chunk[first + index] ?? 0);
      return text;
    },
  };
}
