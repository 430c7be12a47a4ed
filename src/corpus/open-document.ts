import { closeSync, createReadStream, fstatSync, open } from 'node:fs';
import type { Readable } from 'node:stream';
import { promisify } from 'node:util';
import { CorpusError, reasonOf } from './error.js';
import { type FileText, openFileText } from './file-text.js';
import { spool } from './spool.js';

/**
 * Opens an XML document that is read in pieces; close it when all is done. A pipe or a device is copied first, because it
 * cannot be read twice.
 *
 * @throws {CorpusError} `input`: it cannot be read.
 */
export async function openDocumentFile(path: string | Buffer): Promise<FileText> {
  let descriptor: number | undefined;
  try {
    descriptor = await promisify(open)(path, 'r');
    const stat = fstatSync(descriptor);
    if (stat.isDirectory()) throw Object.assign(new Error(String(path)), { code: 'EISDIR' });
    if (stat.isFile()) {
      const text = openFileText(descriptor);
      descriptor = undefined;
      return text;
    }
    // The stream closes it.
    const source = createReadStream(path, { fd: descriptor, highWaterMark: 1 << 18 });
    descriptor = undefined;
    return await spool(source);
  } catch (error) {
    const socket = socketNamed(path, error);
    if (socket !== undefined) return spool(socket);
    throw new CorpusError('input', `${path}: cannot be read: ${reasonOf(error)}.`, { cause: error });
  } finally {
    if (descriptor !== undefined) closeSync(descriptor);
  }
}

/** Standard input that is a socket cannot be opened by its name. */
function socketNamed(path: string | Buffer, error: unknown): Readable | undefined {
  const isSocket = error instanceof Error && 'code' in error && error.code === 'ENXIO';
  return isSocket && /^\/(?:dev\/stdin|(?:dev|proc\/self)\/fd\/0)$/.test(String(path)) ? process.stdin : undefined;
}
