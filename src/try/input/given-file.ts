/** A file that somebody gave to the page. */
export interface GivenFile {
  /** What names it in outputs, as the command names it; with `/`. */
  readonly path: string;
  /** The path with the folders that were named, which may say its language. */
  readonly fullPath: string;
  bytes(): Promise<Uint8Array>;
}

/** A text that was pasted, or comes with the page. */
export function textFile(path: string, text: string): GivenFile {
  return { path, fullPath: path, bytes: async () => new TextEncoder().encode(text) };
}
