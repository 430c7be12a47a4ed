/** Most articles fit in; a larger buffer is given back after the article that needed it. */
const usualLength = 1 << 20;
const most = 3; // Bytes of UTF-8 that a UTF-16 code unit takes at most.

let usual: Buffer | undefined;

/**
 * Chunks of text as UTF-8, in a buffer of its own that can be handed to another thread.
 *
 * Each chunk is encoded as it comes: joining them to one long text first takes several times as long.
 */
export function encode(chunks: Iterable<string>): Uint8Array {
  usual ??= Buffer.allocUnsafeSlow(usualLength);
  let buffer = usual;
  let length = 0;
  for (const chunk of chunks) {
    const needed = length + chunk.length * most;
    if (needed > buffer.length) {
      const larger = Buffer.allocUnsafeSlow(Math.max(needed, buffer.length * 2));
      buffer.copy(larger, 0, 0, length);
      buffer = larger;
    }
    length += buffer.write(chunk, length, 'utf8');
  }
  // Not Buffer's own slice, which shares memory.
  return Uint8Array.prototype.slice.call(buffer, 0, length);
}
