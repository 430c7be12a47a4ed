/** Words of a source, which may explain a target better than a term does. */
export function wordsOf(lower: string): readonly string[] {
  return lower.match(/[\p{L}\p{N}\p{M}_]+/gu) ?? [];
}

/** A number for a word. */
export function hashWord(word: string): number {
  return hashText(word, 0x811c9dc5);
}

/** A number for a text, 32 bits. */
export function hashText(text: string, seed: number): number {
  let hash = seed | 0;
  for (let at = 0; at < text.length; at++) hash = Math.imul(hash ^ text.charCodeAt(at), 0x01000193);
  return hash >>> 0;
}
