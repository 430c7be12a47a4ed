import { closeSync, readSync, rmSync, writeSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Texts } from '../../memory/store/texts.js';
import { CorpusError, reasonOf } from '../error.js';
import { openTemporary, type Temporary } from '../sinks/temporary.js';

/** Bytes of a block. */
const blockLength = 1 << 22;
/** Blocks in memory: with more, all go to a temporary file. */
const mostBlocks = 24;
/** Bytes that are read of the file at once, and how many such pages are kept. */
const pageLength = 1 << 12;
const mostPages = 4096;

/** Texts that are in memory as long as there are few, and in a temporary file from then on. */
export interface Spool extends Texts {
  /** Removes the file. */
  close(): void;
}

/** @throws {CorpusError} `output`: the file cannot be written, or read. */
export function createSpool(): Spool {
  /** Where texts end; that of a text before the first is 0. */
  let ends = new Float64Array(1024);
  let count = 0;
  let length = 0;
  const blocks: (Buffer | undefined)[] = [];
  let file: Temporary | undefined;
  /** Blocks that are in the file. */
  let written = 0;
  const pages = new Map<number, Buffer>();

  const writeBlocks = (): void => {
    try {
      file ??= openTemporary(join(tmpdir(), 'memory'), true);
      // The last one is not full yet.
      for (; written < blocks.length - 1; written++) {
        const block = blocks[written];
        if (block === undefined) continue;
        for (let at = 0; at < block.length; ) {
          at += writeSync(file.descriptor, block, at, block.length - at, written * blockLength + at);
        }
        blocks[written] = undefined;
      }
    } catch (error) {
      throw new CorpusError(
        'output',
        `The texts of the memory cannot be kept in ${tmpdir()} (${reasonOf(error)}); set TMPDIR to another folder.`,
        { cause: error },
      );
    }
  };
  const addBytes = (bytes: Uint8Array): void => {
    for (let at = 0; at < bytes.length; ) {
      const within = length % blockLength;
      if (within === 0) {
        blocks.push(Buffer.allocUnsafeSlow(blockLength));
        if (blocks.length > mostBlocks && (file !== undefined || blocks.length - written > mostBlocks)) writeBlocks();
      }
      const taken = Math.min(bytes.length - at, blockLength - within);
      blocks.at(-1)?.set(bytes.subarray(at, at + taken), within);
      at += taken;
      length += taken;
    }
  };
  const pageAt = (number: number): Buffer => {
    const known = pages.get(number);
    if (known !== undefined) {
      pages.delete(number);
      pages.set(number, known);
      return known;
    }
    if (file === undefined) throw new RangeError('There is no file of texts.');
    const page = Buffer.allocUnsafeSlow(pageLength);
    readSync(file.descriptor, page, 0, pageLength, number * pageLength);
    pages.set(number, page);
    for (const oldest of pages.keys()) {
      if (pages.size <= mostPages) break;
      pages.delete(oldest);
    }
    return page;
  };
  /** Bytes from a place on, as many as are at hand in one piece, and no more than are asked for. */
  const bytesAt = (start: number, end: number): Buffer => {
    const block = blocks[Math.floor(start / blockLength)];
    const size = block === undefined ? pageLength : blockLength;
    const from = start % size;
    const until = Math.min(size, from + end - start);
    return (block ?? pageAt(Math.floor(start / pageLength))).subarray(from, until);
  };
  return {
    add(text) {
      addBytes(typeof text === 'string' ? Buffer.from(text) : text);
      if (count === ends.length) {
        const more = new Float64Array(count * 2);
        more.set(ends);
        ends = more;
      }
      ends[count] = length;
      return count++;
    },
    at(index) {
      const start = index === 0 ? 0 : (ends[index - 1] ?? 0);
      const end = ends[index] ?? start;
      const first = bytesAt(start, end);
      if (first.length === end - start) return first.toString('utf8');
      const parts = [first];
      for (let at = start + first.length; at < end; ) {
        const next = bytesAt(at, end);
        parts.push(next);
        at += next.length;
      }
      return Buffer.concat(parts).toString('utf8');
    },
    close() {
      if (file === undefined) return;
      closeSync(file.descriptor);
      rmSync(file.name, { force: true });
      file = undefined;
    },
  };
}
