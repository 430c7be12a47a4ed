import type { PartRange } from '../../../view/page-index.js';

const comma = 0x2c;

/** Collects articles until a part is full. `write` has no use of the bytes when it is done. */
export function createFilling(
  full: number,
  write: (content: Uint8Array) => Promise<string>,
): { add(pieces: readonly Uint8Array[]): Promise<void>; end(): Promise<readonly PartRange[]> } {
  const ranges: PartRange[] = [];
  /** Of all parts, one after the other: new memory for each would have to be made ready by the system. */
  let bytes = Buffer.alloc(0);
  let length = 0;
  let articles = 0;
  const makeRoom = (more: number): void => {
    if (length + more <= bytes.length) return;
    const larger = Buffer.allocUnsafeSlow(Math.max(length + more, full + (full >> 2), 2 * length));
    larger.set(bytes.subarray(0, length));
    bytes = larger;
  };
  const flush = async (): Promise<void> => {
    if (articles === 0) return;
    ranges.push([await write(bytes.subarray(0, length)), articles]);
    length = 0;
    articles = 0;
  };
  return {
    async add(added) {
      makeRoom(added.reduce((sum, piece) => sum + piece.length, 1));
      if (articles > 0) bytes[length++] = comma;
      for (const piece of added) {
        bytes.set(piece, length);
        length += piece.length;
      }
      articles++;
      if (length >= full) await flush();
    },
    async end() {
      await flush();
      bytes = Buffer.alloc(0);
      return ranges;
    },
  };
}
