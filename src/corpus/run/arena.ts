import type { Chunk } from '../../write/exporter.js';

/** Nearly all articles fit in; a chunk that is longer gets a block of its own. */
const blockLength = 1 << 18;
/** Blocks that are kept for later; only articles of hundreds of megabytes need more. */
const mostKept = 16;
const noChunk = 'a chunk is neither text nor a Uint8Array';
const most = 3; // Bytes of UTF-8 that a UTF-16 code unit takes at most.

/** UTF-8, as a part of a block. */
export type Piece = Uint8Array<ArrayBuffer>;

/**
 * Turns text into UTF-8, in blocks that are used again: new memory for each article would have to be made ready by the
 * system, and be collected, which takes longer than the encoding.
 */
export interface Arena {
  /**
   * The chunks in one piece; in several where a block ends. Valid until the block is given back.
   *
   * `onEncoded` is called with the length of each chunk. Each chunk is encoded as it comes: joining them to one long text first takes longer. None is divided between pieces.
   */
  encode(chunks: Iterable<Chunk>, onEncoded?: (bytes: number) => void): Piece[];
  /** The parts one after the other, in one piece. Valid until the block is given back. */
  concat(parts: readonly Uint8Array[]): Piece;
  /** The blocks that pieces are in since the last call. Whoever takes them may hand them to another thread. */
  take(): ArrayBuffer[];
  /** Blocks that nobody reads any more. */
  give(blocks: readonly ArrayBuffer[]): void;
}

export function createArena(): Arena {
  let used: ArrayBuffer[] = [];
  const kept: ArrayBuffer[] = [];
  let block = Buffer.alloc(0);
  let length = 0;
  const next = (needed: number): void => {
    const buffer = (needed <= blockLength ? kept.pop() : undefined) ?? new ArrayBuffer(Math.max(needed, blockLength));
    used.push(buffer);
    block = Buffer.from(buffer);
    length = 0;
  };
  return {
    encode(chunks, onEncoded) {
      const pieces: Piece[] = [];
      let start = length;
      for (const chunk of chunks) {
        if (typeof chunk !== 'string' && !(chunk instanceof Uint8Array)) throw new TypeError(noChunk);
        if (length + chunk.length * most > block.length) {
          if (length > start) pieces.push(new Uint8Array(block.buffer, start, length - start));
          next(chunk.length * most);
          start = 0;
        }
        const before = length;
        if (typeof chunk === 'string') length += block.write(chunk, length);
        else {
          block.set(chunk, length);
          length += chunk.length;
        }
        onEncoded?.(length - before);
      }
      if (length > start) pieces.push(new Uint8Array(block.buffer, start, length - start));
      return pieces;
    },
    concat(parts) {
      const total = parts.reduce((sum, part) => sum + part.length, 0);
      if (length + total > block.length) next(total);
      const start = length;
      for (const part of parts) {
        block.set(part, length);
        length += part.length;
      }
      return new Uint8Array(block.buffer, start, total);
    },
    take() {
      const taken = used;
      used = [];
      block = Buffer.alloc(0);
      length = 0;
      return taken;
    },
    give(blocks) {
      for (const buffer of blocks) if (buffer.byteLength === blockLength && kept.length < mostKept) kept.push(buffer);
    },
  };
}
