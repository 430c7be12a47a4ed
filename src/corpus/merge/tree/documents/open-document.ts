import { closeSync, constants, fstatSync, openSync } from 'node:fs';
import type { MergeFinding } from '../../../../merge/finding.js';
import type { MemoryIndex } from '../../../../merge/memory/memory-index.js';
import { type ByteRange, FileChanged, type FileText, openFileText } from '../../../files/documents/file-text.js';
import { readSmallDocument } from '../../../files/documents/small-document.js';
import type { TextPlaces } from '../../../files/documents/text-places.js';

/** Where a document is read from. Plain data. */
export interface DocumentPlace {
  readonly file: string;
  /** Of a copy, which all threads read; it stays open. */
  readonly descriptor?: number;
  /** Of a memory: what one thread found of it for all. */
  readonly passed?: PassedMemory;
}

/** A memory that passed once. Plain data, in memory that threads share. */
export interface PassedMemory {
  /** Or why it is refused. */
  readonly index: MemoryIndex | MergeFinding;
  readonly places: TextPlaces;
}

/** Not there on Windows. */
const { O_RDONLY, O_NONBLOCK = 0 } = constants;

/** `range` as for `openFileText`. @throws What the system says where it cannot be opened. */
export function openPlace({ file, descriptor, passed }: DocumentPlace, range?: ByteRange): FileText {
  const places = passed?.places;
  if (descriptor === undefined) return openFileText(openRegular(file), () => openRegular(file), places, range);
  return { ...openFileText(descriptor, undefined, places, range), close: () => undefined };
}

/** The same, for its bytes. */
export function openBytes({ file, descriptor }: DocumentPlace): { readonly descriptor: number; close(): void } {
  if (descriptor !== undefined) return { descriptor, close: () => undefined };
  const opened = openRegular(file);
  return { descriptor: opened, close: () => closeSync(opened) };
}

/** The bytes of its text, where it is small and in UTF-8. @throws What the system says. */
export function readSmall(place: DocumentPlace): Buffer | undefined {
  const { descriptor, close } = openBytes(place);
  try {
    return readSmallDocument(descriptor);
  } finally {
    close();
  }
}

function openRegular(file: string): number {
  const opened = openSync(file, O_RDONLY | O_NONBLOCK);
  if (fstatSync(opened).isFile()) return opened;
  closeSync(opened);
  throw new FileChanged('it is no file');
}

/** Does what reads a document; what the system says of it, or that it is another one now, is given to `lost`. */
export function orLost<T>(work: () => T, lost: (error: unknown) => T): T {
  try {
    return work();
  } catch (error) {
    if (error instanceof FileChanged || (error instanceof Error && 'syscall' in error)) return lost(error);
    throw error;
  }
}
