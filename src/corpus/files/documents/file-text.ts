import { closeSync, fstatSync, readSync } from 'node:fs';
import { type DocumentText, isBorder } from '../../../xml/document-text.js';
import { tooLarge, type XmlFault } from '../../../xml/syntax.js';
import { type Encoding, utf16be, utf16le } from '../encodings.js';
import { createPlaces, markStretches, type Piece, type TextPlaces } from './text-places.js';
import { declarationLength, type FoundEncoding, findEncoding } from './xml-encoding.js';

/** An XML document in a file, which is read as it is needed. */
export interface FileText extends DocumentText {
  close(): void;
  /** What its bytes are; `undefined`: what cannot be read. */
  readonly encoding: string | undefined;
  /** What passes over it have found. */
  places(): TextPlaces;
  /** What `pieces` has not given, of a text that cannot be read to its end: of its characters, those of tags are right. */
  unread(): Iterable<string>;
  /** Lets go of all that can be had again, the open file among it, until it is read again. */
  rest(): void;
}

const changed = 'it was changed while it was read';

/** A file is not the one any more that was read before. */
export class FileChanged extends Error {}

/** Bytes of a piece; more only where an encoding lets it be cut nowhere in these. */
const pieceLength = 32_768;
/** What an article asks for stands together, in some places of a document. */
const mostKept = 512;
/** Bytes of a text that its encoding lets be cut nowhere. */
export const longestPiece: number = 64 * 1024 * 1024;

/** Bytes of a file; `to` is exclusive. */
export interface ByteRange {
  readonly from: number;
  readonly to: number;
}

const allBytes: ByteRange = { from: 0, to: Number.POSITIVE_INFINITY };

/**
 * The text of a file that was opened, from its first byte on. It is the file's, and closes it. `reopen`: opens it again after
 * a rest; without it, the file stays open. `known`: what another one found of the same file. `range`: only the text of these
 * bytes, at whose ends no character is cut.
 *
 * @throws {FileChanged} After a rest, where the file is another one.
 */
export function openFileText(
  opened: number,
  reopen?: () => number,
  known?: TextPlaces,
  { from: firstByte, to: endByte }: ByteRange = allBytes,
): FileText {
  let descriptor = opened;
  let isOpen = true;
  const first = reopen === undefined ? '' : stampOf(opened);
  if (known !== undefined && known.stamp !== first) throw new FileChanged(changed);
  /** The first bytes, which are asked for more than once; most documents have no more. */
  let head: Buffer | undefined = Buffer.from(readAt(descriptor, 0, pieceLength));
  const start = Uint8Array.from(head.subarray(0, declarationLength + 4));
  const found = findEncoding(start);
  const firstOfText = Math.max(firstByte, 'wrong' in found ? 0 : found.mark);
  const places = createPlaces(known, firstOfText);
  /** Stretches that were read again, the least recently used first. */
  const kept = new Map<number, string>();
  /** Where the piece starts that cannot be read, and how much of it can. */
  let unread: { readonly byte: number; readonly text: string } | undefined;

  const read: ReadBytes = (position, wanted) => {
    const length = Math.max(0, Math.min(wanted, endByte - position));
    if (head !== undefined && (head.length < pieceLength || position + length <= pieceLength)) {
      return head.subarray(position, position + length);
    }
    return readAt(descriptor, position, length);
  };
  const wake = (): void => {
    if (isOpen || reopen === undefined) return;
    descriptor = reopen();
    isOpen = true;
    if (stampOf(descriptor) !== first) throw new FileChanged(changed);
  };
  const textAt = (index: number): string => {
    const known = kept.get(index);
    if (known !== undefined) {
      kept.delete(index);
      kept.set(index, known);
      return known;
    }
    if ('wrong' in found) return '';
    wake();
    const from = places.byteAt(index);
    const { text } = found.encoding.decode(read(from, places.byteAt(index + 1) - from));
    kept.set(index, text);
    for (const oldest of kept.keys()) {
      if (kept.size <= mostKept) break;
      kept.delete(oldest);
    }
    return text;
  };

  return {
    encoding: 'wrong' in found ? undefined : found.encoding.name,
    *pieces() {
      wake();
      if ('wrong' in found) return encodingFault(found.wrong, 0);
      let byte = firstOfText;
      let unit = 0;
      for (;;) {
        const piece = readPiece(read, byte, found);
        unread = undefined;
        if (piece === undefined) {
          unread = { byte, text: '' };
          return tooLarge(unit, `${longestPiece} bytes in ${found.encoding.name} without a space`);
        }
        if (!piece.isWhole) unread = { byte, text: piece.text };
        if (piece.length > 0 && places.isNew(byte)) markStretches(piece, found.encoding.name, byte, unit, places.add);
        byte += piece.length;
        unit += piece.text.length;
        if (piece.text !== '') yield piece.text;
        if (!piece.isWhole) return encodingFault(illegalIn(found, start), unit);
        if (piece.isLast) return undefined;
      }
    },
    slice(from, to) {
      let slice = '';
      for (let index = places.indexAt(from); index < places.count - 1; index++) {
        const unit = places.unitAt(index);
        if (unit >= to) break;
        slice += textAt(index).slice(Math.max(0, from - unit), to - unit);
      }
      return slice;
    },
    unread: () => (unread === undefined || 'wrong' in found ? [] : roughPieces(read, unread, found.encoding)),
    places: () => ({ ...places.toData(), stamp: first }),
    rest() {
      if (!isOpen || reopen === undefined) return;
      closeSync(descriptor);
      isOpen = false;
      head = undefined;
      kept.clear();
    },
    close() {
      if (isOpen) closeSync(descriptor);
      isOpen = false;
    },
  };
}

/** What tells a file from others, and from what it was before. */
function stampOf(descriptor: number): string {
  const { dev, ino, size, mtimeMs } = fstatSync(descriptor);
  return `${dev}:${ino} ${size} ${mtimeMs}`;
}

type Known = Exclude<FoundEncoding, { readonly wrong: string }>;

/** Bytes of the file from a position on: fewer where it ends. They are valid until the next are read. */
type ReadBytes = (position: number, length: number) => Buffer;

/** Bytes from a position on, as characters: in all encodings but UTF-16, a byte of ASCII is that character. */
function* roughPieces(
  read: ReadBytes,
  { byte, text }: { readonly byte: number; readonly text: string },
  encoding: Encoding,
): Generator<string, void, undefined> {
  const isWide = encoding === utf16le || encoding === utf16be;
  /** The tags that could be read are passed over. */
  let passed = text.split('<').length - 1;
  for (let at = byte; ; at += pieceLength) {
    const bytes = Buffer.from(read(at, pieceLength));
    if (encoding === utf16be && bytes.length % 2 === 0) bytes.swap16();
    let piece = bytes.toString(isWide ? 'utf16le' : 'latin1');
    while (passed > 0 && piece !== '') {
      const next = piece.indexOf('<');
      if (next >= 0) passed--;
      piece = next < 0 ? '' : piece.slice(next + 1);
    }
    if (piece !== '') yield piece;
    if (bytes.length < pieceLength) return;
  }
}

/** `undefined` where the bytes cannot be cut. */
function readPiece(read: ReadBytes, at: number, { encoding }: Known): Piece | undefined {
  for (let length = pieceLength; ; length = Math.min(length * 4, longestPiece)) {
    const bytes = read(at, length);
    const isLast = bytes.length < length;
    let end = isLast ? bytes.length : encoding.cut(bytes);
    if (end === 0 && !isLast) {
      if (length === longestPiece) return undefined;
      continue;
    }
    let { text, isWhole } = encoding.decode(bytes.subarray(0, end));
    // A CRLF is not to be cut. What is after it is decoded with the next piece: one byte, or one of two bytes.
    if (isWhole && !isLast && text.length > 1 && !isBorder(text, text.length)) {
      end -= encoding.name === 'UTF-16' ? 2 : 1;
      text = text.slice(0, -1);
    }
    return { text, length: end, isWhole, isLast };
  }
}

let usual: Buffer | undefined;

/** The bytes are valid until the next are read: most are as many, and a buffer for each is work for the garbage collector. */
function readAt(descriptor: number, position: number, length: number): Buffer {
  usual ??= Buffer.allocUnsafeSlow(pieceLength);
  const bytes = length <= pieceLength ? usual : Buffer.allocUnsafe(length);
  let read = 0;
  while (read < length) {
    const count = readSync(descriptor, bytes, read, length - read, position + read);
    if (count === 0) break;
    read += count;
  }
  return bytes.subarray(0, read);
}

function illegalIn({ encoding, mark }: Known, start: Uint8Array): string {
  const isDeclared = mark > 0 || /encoding/.test(Buffer.from(start).toString('latin1').split('?>')[0] ?? '');
  const toDo = 'save the document as UTF-8, or declare the encoding that it has';
  return `the bytes here are not ${encoding.name}, which it ${isDeclared ? 'declares' : 'has as it declares none'}; ${toDo}`;
}

function encodingFault(what: string, offset: number): XmlFault {
  return { code: 'xml/encoding', args: [what], offset };
}
