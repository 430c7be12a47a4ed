import { isAt } from '../../model/compact/is-at.js';
import { ownText } from '../../model/compact/own-text.js';
import { isBlank } from '../../xml/escapes.js';
import type { KnownPair, PairBytes } from '../known-pairs.js';
import { between, closing, type Pair } from '../pairs.js';
import { DifferentIds } from './different-ids.js';
import { Gap } from './gap.js';

/** A version in UTF-8, a byte as a character each: what is known of it need not be decoded. */
export interface VersionBytes {
  readonly bytes: string;
  /** The text of a stretch, which begins and ends between characters. */
  decode(start: number, end: number): string;
}

/** A pair of a version whose markup is that of nearly all pairs. Offsets are those of the text, in UTF-16 code units. */
export interface UsualPair {
  readonly id: string;
  readonly start: number;
  /** 1-based. */
  readonly line: number;
  readonly skip: undefined;
  readonly known: KnownPair;
}

/** The pair as a finder of pairs gives it. */
export function toPair({ id, start, known: { source, target } }: UsualPair): Pair {
  const targetStart = start + targetTag.length + id.length + tagEnd.length;
  const targetEnd = targetStart + target.length;
  const sourceStart = targetEnd + leading.length + id.length + tagEnd.length;
  const sourceEnd = sourceStart + source.length;
  return {
    targetId: id,
    sourceId: id,
    range: { start, end: sourceEnd + closing.length },
    target: { start: targetStart, end: targetEnd },
    source: { start: sourceStart, end: sourceEnd },
    escaped: false,
  };
}

/** What both attributes of pairs have in common. */
const marker = 'tu-id';
const targetTag = '<span data-ttu-id="';
const sourceTag = '<span data-stu-id="';
const tagEnd = '">';
const closingTag = '</span>';
const leading = `${between}${sourceTag}`;
const toMarker = targetTag.indexOf(marker);
const afterMarker = targetTag.length - toMarker;
/** A longer number is none. */
const mostDigits = 9;

/** What has to be looked at in the text: what XML cannot hold, and a CR that ends a line by itself. */
// biome-ignore lint/suspicious/noControlCharactersInRegex: these are the characters that it is about.
const odd = /[\u0000-\u0008\u000b\u000c\u000e-\u001f]|\u00ef\u00bf[\u00be\u00bf]|\r(?!\n)/;

/**
 * Finds the pairs of versions that follow each other, by their bytes. A pair that stands where the version before had it, under
 * whichever id, is compared and no more.
 */
export class UsualPairs {
  /** The pairs of the last version. */
  private before: readonly PairBytes[] = [];

  /** Has no pair known. */
  forget(): void {
    this.before = [];
  }

  /**
   * The pairs of a version; `undefined`: something in it is not as usual, or would be reported, and the text has to be read.
   * What it gives is what a finder of pairs finds, and each id is given once. `meet` knows texts again.
   */
  find(
    { bytes, decode }: VersionBytes,
    meet: (source: string, target: string) => KnownPair,
  ): readonly UsualPair[] | undefined {
    const { before } = this;
    const found: UsualPair[] = [];
    const all: PairBytes[] = [];
    const gap = new Gap(bytes);
    const ids = new DifferentIds();
    let expected = 0;
    let at = 0;
    for (let mark = bytes.indexOf(marker); mark >= 0; mark = bytes.indexOf(marker, at)) {
      const start = mark - toMarker;
      if (start < at || !isAt(bytes, targetTag, start) || !gap.pass(at, start)) return undefined;
      const idStart = mark + afterMarker;
      const idEnd = endOfId(bytes, idStart);
      if (idEnd < 0 || !isAt(bytes, tagEnd, idEnd)) return undefined;
      const id = bytes.slice(idStart, idEnd);
      if (!ids.add(id)) return undefined;
      const target = idEnd + tagEnd.length;
      let of = before[expected];
      let end = of === undefined ? -1 : endOfPair(bytes, target, id, of);
      if (end < 0) {
        // The one before may be gone.
        of = before[expected + 1];
        end = of === undefined ? -1 : endOfPair(bytes, target, id, of);
        if (end >= 0) expected++;
      }
      if (of === undefined || end < 0) {
        of = readPair(bytes, target, id, decode, meet);
        if (of === undefined) return undefined;
        end =
          target + of.target.length + leading.length + id.length + tagEnd.length + of.source.length + closing.length;
      }
      expected++;
      const { known } = of;
      found.push({ id, start: gap.units, line: gap.line, skip: undefined, known });
      all.push(of);
      gap.line += of.lines;
      // What is no ASCII has fewer units than bytes.
      const { source, target: translation } = known;
      gap.units += end - start - (of.source.length - source.length) - (of.target.length - translation.length);
      at = end;
    }
    if (!gap.pass(at, bytes.length)) return undefined;
    this.before = all;
    return found;
  }
}

/** Where an id of the usual form ends; -1: it has another one. */
function endOfId(bytes: string, start: number): number {
  for (let at = start; at < start + 5; at++) if (!isHexadecimal(bytes.charCodeAt(at))) return -1;
  if (bytes.charCodeAt(start + 5) !== 0x2d) return -1;
  const digits = bytes.charCodeAt(start + 6) === 0x70 ? start + 7 : start + 6;
  let at = digits;
  while (isDigit(bytes.charCodeAt(at))) at++;
  return at === digits || at - digits > mostDigits ? -1 : at;
}

function isDigit(code: number): boolean {
  return code >= 0x30 && code <= 0x39;
}

function isHexadecimal(code: number): boolean {
  return isDigit(code) || (code >= 0x61 && code <= 0x66);
}

/** Where a pair with known texts ends, whose target starts at an offset; -1: it has other texts, or another markup. */
function endOfPair(bytes: string, start: number, id: string, { target, source }: PairBytes): number {
  if (!isAt(bytes, target, start)) return -1;
  const middle = start + target.length;
  if (!isAt(bytes, leading, middle) || !isAt(bytes, id, middle + leading.length)) return -1;
  const idEnd = middle + leading.length + id.length;
  const sourceStart = idEnd + tagEnd.length;
  if (!isAt(bytes, tagEnd, idEnd) || !isAt(bytes, source, sourceStart)) return -1;
  const end = sourceStart + source.length;
  return isAt(bytes, closing, end) && !isAt(bytes, closingTag, end + closing.length) ? end + closing.length : -1;
}

/** The pair whose target starts at an offset. */
function readPair(
  bytes: string,
  start: number,
  id: string,
  decode: VersionBytes['decode'],
  meet: (source: string, target: string) => KnownPair,
): PairBytes | undefined {
  const mark = bytes.indexOf(marker, start);
  const middle = mark - toMarker - between.length;
  if (mark < 0 || middle < start || !isAt(bytes, leading, middle)) return undefined;
  const idStart = mark + afterMarker;
  if (!isAt(bytes, id, idStart) || !isAt(bytes, tagEnd, idStart + id.length)) return undefined;
  const sourceStart = idStart + id.length + tagEnd.length;
  let end = bytes.indexOf(closing, sourceStart);
  const next = bytes.indexOf(marker, sourceStart);
  if (end < 0 || (next >= 0 && next < end)) return undefined;
  while (isAt(bytes, closingTag, end + closing.length)) end += closingTag.length;
  const known = meet(decode(sourceStart, end), decode(start, middle));
  if (known.bytes !== undefined) return known.bytes;
  const target = bytes.slice(start, middle);
  const source = bytes.slice(sourceStart, end);
  if (odd.test(target) || odd.test(source) || isBlank(known.source) || isBlank(known.target)) return undefined;
  const made: PairBytes = {
    // A text in ASCII is its bytes.
    target: known.target.length === target.length ? known.target : ownText(target),
    source: known.source.length === source.length ? known.source : ownText(source),
    known,
    lines: countLineFeeds(target) + countLineFeeds(source),
  };
  known.bytes = made;
  return made;
}

function countLineFeeds(bytes: string): number {
  let count = 0;
  for (let at = bytes.indexOf('\n'); at >= 0; at = bytes.indexOf('\n', at + 1)) count++;
  return count;
}
