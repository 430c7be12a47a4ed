const chunkSize = 1 << 20;
const perUnit = 3;

/** Starts of texts as bytes: a million of them are no objects. */
export interface Excerpts {
  /** Keeps the start of a text; the number finds it again. */
  add(text: string): number;
  at(number: number): string;
}

/** `most`: the longest excerpt in UTF-16 code units; longer texts end in `…`. */
export function createExcerpts(most: number): Excerpts {
  const chunks: Uint8Array[] = [];
  const encoder = new TextEncoder();
  const decoder = new TextDecoder();
  const longest = (most + 1) * perUnit;
  let used = chunkSize;
  return {
    add(text) {
      if (used + longest + 1 > chunkSize) {
        chunks.push(new Uint8Array(chunkSize));
        used = 0;
      }
      const chunk = chunks.at(-1) ?? new Uint8Array(0);
      const kept = text.length > most ? `${text.slice(0, most)}…` : text;
      const { written } = encoder.encodeInto(kept, chunk.subarray(used + 1, used + 1 + longest));
      chunk[used] = written;
      const number = (chunks.length - 1) * chunkSize + used;
      used += written + 1;
      return number;
    },
    at(number) {
      const chunk = chunks[Math.floor(number / chunkSize)] ?? new Uint8Array(1);
      const start = number % chunkSize;
      return decoder.decode(chunk.subarray(start + 1, start + 1 + (chunk[start] ?? 0)));
    },
  };
}
