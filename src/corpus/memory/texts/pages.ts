import { readSync } from 'node:fs';

/** Bytes that are read of a file at once: what is asked for next mostly stands there, too. */
const pageLength = 1 << 16;
/** Pages that are kept. */
const mostPages = 64;

/** Reads parts of a file, most of which follow each other. */
export interface Pages {
  /** Bytes that the file has; valid until the next are read. */
  read(start: number, end: number): Buffer;
}

export function createPages(descriptor: number): Pages {
  /** The last that was read, and the others in the order in which they were used. */
  let lastNumber = -1;
  let last: Buffer = Buffer.alloc(0);
  const pages = new Map<number, Buffer>();
  const pageAt = (number: number): Buffer => {
    if (number === lastNumber) return last;
    let page = pages.get(number);
    if (page === undefined) {
      if (pages.size >= mostPages) {
        for (const oldest of pages.keys()) {
          page = pages.get(oldest);
          pages.delete(oldest);
          break;
        }
      }
      page ??= Buffer.allocUnsafeSlow(pageLength);
      readSync(descriptor, page, 0, pageLength, number * pageLength);
    } else pages.delete(number);
    pages.set(number, page);
    lastNumber = number;
    last = page;
    return page;
  };
  return {
    read(start, end) {
      const first = Math.floor(start / pageLength);
      const within = start - first * pageLength;
      if (within + end - start <= pageLength) return pageAt(first).subarray(within, within + end - start);
      const parts: Buffer[] = [];
      for (let at = start; at < end; ) {
        const number = Math.floor(at / pageLength);
        const until = Math.min(end, (number + 1) * pageLength);
        parts.push(Buffer.from(pageAt(number).subarray(at - number * pageLength, until - number * pageLength)));
        at = until;
      }
      return Buffer.concat(parts);
    },
  };
}
