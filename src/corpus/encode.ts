/** Most articles fit in; a larger buffer is given back after the article that needed it. */
const usualLength = 1 << 20;
const most = 3; // Bytes of UTF-8 that a UTF-16 code unit takes at most.
/** What is longer is given in pieces: one buffer for all would be copied again and again while it grows. */
const longestPiece = 1 << 24;

let usual: Buffer | undefined;

/**
 * Chunks of text as UTF-8, in buffers of their own that can be handed to another thread; in one, but for large articles.
 *
 * Each chunk is encoded as it comes: joining them to one long text first takes several times as long. A chunk is never
 * divided between two buffers.
 */
export function encode(chunks: Iterable<string>): Uint8Array<ArrayBuffer>[] {
  usual ??= Buffer.allocUnsafeSlow(usualLength);
  const pieces: Uint8Array<ArrayBuffer>[] = [];
  let buffer = usual;
  let length = 0;
  const take = (): void => {
    // Not Buffer's own slice, which shares memory.
    if (length > 0) pieces.push(Uint8Array.prototype.slice.call(buffer, 0, length));
    length = 0;
  };
  for (const chunk of chunks) {
    if (length >= longestPiece) take();
    const needed = length + chunk.length * most;
    if (needed > buffer.length) {
      const larger = Buffer.allocUnsafeSlow(Math.max(needed, buffer.length * 2));
      buffer.copy(larger, 0, 0, length);
      buffer = larger;
    }
    length += buffer.write(chunk, length, 'utf8');
  }
  take();
  return pieces;
}
