import { closeSync, constants, fstatSync, openSync } from 'node:fs';
import { FileChanged, type FileText, openFileText } from '../../files/file-text.js';

/** Where a document is read from. Plain data. */
export interface DocumentPlace {
  readonly file: string;
  /** Of a copy, which all threads read; it stays open. */
  readonly descriptor?: number;
}

/** Not there on Windows. */
const { O_RDONLY, O_NONBLOCK = 0 } = constants;

/** @throws What the system says where it cannot be opened. */
export function openPlace({ file, descriptor }: DocumentPlace): FileText {
  if (descriptor === undefined) return openFileText(openRegular(file), () => openRegular(file));
  return { ...openFileText(descriptor), close: () => undefined };
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
