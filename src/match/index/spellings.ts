import { field, isSpace, piece } from '../../model/memory/text-key.js';
import { roomFor } from '../shape/room.js';
import type { TextUnits } from '../shape/text-units.js';
import { addFirst, firstSeed, mix } from '../shape/word-hash.js';
import { sizeFor } from './buckets.js';

/** So many code units are looked at, at each end. */
const mostAtEnd = 8;
const bitsForSource = 16;
const leastUnits = 256;

/**
 * How sources are spelled, text and codes in one: how long they are, and what stands at both ends. Markdown without escapes
 * and references reads, with its codes, as it is spelled: so it is known of nearly all that is no source, before it is read.
 */
export class Spellings {
  /** A bit for each source, which some share. */
  private readonly bits: Int32Array;
  private readonly shift: number;

  /** `sources`: all of them, each until the next is asked for. */
  constructor(count: number, sources: Iterable<TextUnits>) {
    const size = Math.max(64, sizeFor(count * bitsForSource));
    this.bits = roomFor(size >>> 5);
    this.shift = Math.clz32(size) + 1;
    let units = new Uint16Array(leastUnits);
    for (const { key, keyStart, keyEnd } of sources) {
      if (keyEnd - keyStart > units.length) units = new Uint16Array((keyEnd - keyStart) * 2);
      this.set(hashOfUnits(units, copySpelled(key, keyStart, keyEnd, units)));
    }
  }

  /** Whether there may be a source with this Markdown: where there is none, it is not always known. */
  mayHave(markdown: string): boolean {
    const bit = hashOfText(markdown) >>> this.shift;
    return ((this.bits[bit >>> 5] as number) & (1 << bit)) !== 0 || readsOtherwise(markdown);
  }

  private set(hash: number): void {
    const bit = hash >>> this.shift;
    this.bits[bit >>> 5] = (this.bits[bit >>> 5] as number) | (1 << bit);
  }
}

/** Whether Markdown may read otherwise than it is spelled, or has what a key has around codes. */
function readsOtherwise(markdown: string): boolean {
  return ['\\', '&', piece, field].some((character) => markdown.includes(character));
}

/** Copies a key without what it has around codes, and without the white space at its ends then; gives its length. */
function copySpelled(key: Uint16Array, start: number, end: number, units: Uint16Array): number {
  const pieceCode = piece.charCodeAt(0);
  const fieldCode = field.charCodeAt(0);
  let length = 0;
  for (let at = start; at < end; at++) {
    const code = key[at] as number;
    // The kind of a code, in two letters, stands before its spelling.
    if (code === pieceCode) at += 2;
    // A line break at an end is a code, and white space.
    else if (code !== fieldCode && (length > 0 || !isSpace(code))) units[length++] = code;
  }
  while (length > 0 && isSpace(units[length - 1] as number)) length--;
  return length;
}

/** The hash of a spelling: of its length, and of its ends. */
function hashOfUnits(units: Uint16Array, length: number): number {
  const count = Math.min(length, mostAtEnd);
  let hash = firstSeed;
  for (let at = 0; at < count; at++) {
    hash = addFirst(addFirst(hash, units[at] as number), units[length - 1 - at] as number);
  }
  return mix(hash, length, 0);
}

/** The same of Markdown, without the white space at its ends. */
function hashOfText(markdown: string): number {
  let start = 0;
  let end = markdown.length;
  while (start < end && isSpace(markdown.charCodeAt(start))) start++;
  while (end > start && isSpace(markdown.charCodeAt(end - 1))) end--;
  const length = end - start;
  const count = Math.min(length, mostAtEnd);
  let hash = firstSeed;
  for (let at = 0; at < count; at++) {
    hash = addFirst(addFirst(hash, markdown.charCodeAt(start + at)), markdown.charCodeAt(end - 1 - at));
  }
  return mix(hash, length, 0);
}
