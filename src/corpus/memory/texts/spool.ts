import { closeSync, rmSync, writeSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { packedLength } from '../../../memory/packed-texts.js';
import type { Texts } from '../../../memory/store/texts.js';
import { CorpusError, reasonOf } from '../../error.js';
import { openTemporary, type Temporary } from '../../sinks/temporary.js';
import { createPages, type Pages } from './pages.js';

/** How much is kept in memory. */
export interface SpoolOptions {
  /** Bytes of a block. Default: 1 MB. */
  readonly blockLength?: number;
  /** Blocks in memory: with more, all go to a temporary file. Default: 16. */
  readonly mostBlocks?: number;
}
/** Bytes of UTF-8 that a UTF-16 code unit takes at most. */
const mostBytes = 3;
/** Ends of texts that stand together. */
const endsShift = 12;
const endsWithin = (1 << endsShift) - 1;

/** Texts that are in memory as long as there are few, and in a temporary file from then on. */
export interface Spool extends Texts {
  /** Adds texts in UTF-8 that stand one after the other, none of them in two pieces; gives the number of the first. */
  addEncoded(pieces: readonly Uint8Array[], lengths: Int32Array): number;
  /** All bytes of a text; valid until the next is asked for. */
  bytesAt(index: number): Buffer;
  /** Removes the file. */
  close(): void;
}

/** @throws {CorpusError} `output`: the file cannot be written, or read. */
export function createSpool({ blockLength = 1 << 20, mostBlocks = 16 }: SpoolOptions = {}): Spool {
  /** Where texts end. None is divided between blocks, but for those that are longer; these begin with a block. */
  const ends: Float64Array[] = [];
  let count = 0;
  let length = 0;
  const blocks: (Buffer | undefined)[] = [];
  let block = Buffer.alloc(0);
  let file: Temporary | undefined;
  let pages: Pages | undefined;
  /** Blocks that are in the file. */
  let written = 0;

  const writeBlocks = (): void => {
    try {
      if (file === undefined) {
        file = openTemporary(join(tmpdir(), 'memory'), true);
        pages = createPages(file.descriptor);
      }
      for (; written < blocks.length; written++) {
        const full = blocks[written];
        if (full === undefined) continue;
        for (let at = 0; at < full.length; ) {
          at += writeSync(file.descriptor, full, at, full.length - at, written * blockLength + at);
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
  const nextBlock = (): void => {
    length = blocks.length * blockLength;
    const isFile = file !== undefined || blocks.length >= mostBlocks;
    if (isFile) writeBlocks();
    // What was written may be written over.
    if (!isFile || block.length === 0) block = Buffer.allocUnsafeSlow(blockLength);
    blocks.push(block);
  };
  const setEnd = (): number => {
    const number = count >>> endsShift;
    if (number === ends.length) ends.push(new Float64Array(endsWithin + 1));
    const group = ends[number];
    if (group !== undefined) group[count & endsWithin] = length;
    return count++;
  };
  const endOf = (index: number): number => ends[index >>> endsShift]?.[index & endsWithin] ?? 0;
  const addBytes = (bytes: Uint8Array): void => {
    if (bytes.length > blocks.length * blockLength - length && bytes.length > 0) nextBlock();
    for (let at = 0; at < bytes.length; ) {
      const within = length - (blocks.length - 1) * blockLength;
      if (within === blockLength) {
        nextBlock();
        continue;
      }
      const taken = Math.min(bytes.length - at, blockLength - within);
      block.set(taken === bytes.length ? bytes : bytes.subarray(at, at + taken), within);
      at += taken;
      length += taken;
    }
  };
  /** Bytes from a place on that are in one block. */
  const bytesIn = (start: number, end: number): Buffer => {
    const number = Math.floor(start / blockLength);
    const kept = blocks[number];
    if (kept !== undefined) return kept.subarray(start - number * blockLength, end - number * blockLength);
    if (pages === undefined) throw new RangeError('There is no file of texts.');
    return pages.read(start, end);
  };
  const bytesAt = (index: number): Buffer => {
    const end = endOf(index);
    const before = index === 0 ? 0 : endOf(index - 1);
    if (end === before) return empty;
    const last = Math.floor((end - 1) / blockLength);
    if (Math.floor(before / blockLength) === last) return bytesIn(before, end);
    const parts: Buffer[] = [];
    for (let start = Math.ceil(before / blockLength) * blockLength; start < end; start += blockLength) {
      const part = bytesIn(start, Math.min(start + blockLength, end));
      // A part that is followed by others is kept until they are read.
      parts.push(start + blockLength < end ? Buffer.from(part) : part);
    }
    return parts.length === 1 ? (parts[0] ?? empty) : Buffer.concat(parts);
  };
  return {
    add(text) {
      const isOne = blocks.length > 0 && text.length * mostBytes <= blocks.length * blockLength - length;
      if (isOne) length += block.write(text, length - (blocks.length - 1) * blockLength);
      else addBytes(Buffer.from(text));
      return setEnd();
    },
    addEncoded(pieces, lengths) {
      const first = count;
      let at = 0;
      for (const piece of pieces) {
        const isOne = piece.length <= blocks.length * blockLength - length;
        if (isOne) block.set(piece, length - (blocks.length - 1) * blockLength);
        let start = 0;
        for (; at < lengths.length; at++) {
          const bytes = lengths[at] ?? 0;
          if (start + bytes > piece.length) break;
          if (isOne) length += bytes;
          else addBytes(piece.subarray(start, start + bytes));
          setEnd();
          start += bytes;
        }
      }
      // Those without a byte need no piece.
      for (; at < lengths.length; at++) setEnd();
      return first;
    },
    at(index) {
      const bytes = bytesAt(index);
      return bytes.toString('utf8', 0, packedLength(bytes));
    },
    bytesAt,
    close() {
      if (file === undefined) return;
      closeSync(file.descriptor);
      rmSync(file.name, { force: true });
      file = undefined;
    },
  };
}

const empty = Buffer.alloc(0);
