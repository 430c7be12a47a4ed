import type { PartRange } from '../../../view/page-index.js';
import { commentEnd, escapedEnd } from '../../../view/part.js';

const comma = Buffer.from(',');

/** Collects articles until a part is full. */
export function createFilling(
  full: number,
  write: (content: Buffer) => Promise<string>,
): { add(pieces: readonly Uint8Array[]): Promise<void>; end(): Promise<readonly PartRange[]> } {
  const ranges: PartRange[] = [];
  let pieces: Uint8Array[] = [];
  let length = 0;
  let articles = 0;
  const flush = async (): Promise<void> => {
    if (articles === 0) return;
    const content = withoutCommentEnds(Buffer.concat(pieces));
    const number = articles;
    pieces = [];
    length = 0;
    articles = 0;
    ranges.push([await write(content), number]);
  };
  return {
    async add(added) {
      if (articles > 0) pieces.push(comma);
      for (const piece of added) {
        pieces.push(piece.slice());
        length += piece.length;
      }
      articles++;
      if (length >= full) await flush();
    },
    async end() {
      await flush();
      return ranges;
    },
  };
}

/** The same JSON, without what would end the comment that it stands in. */
function withoutCommentEnds(json: Buffer): Buffer {
  if (!json.includes(commentEnd)) return json;
  return Buffer.from(json.toString('utf8').replaceAll(commentEnd, escapedEnd));
}
