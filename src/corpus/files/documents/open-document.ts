import { closeSync } from 'node:fs';
import { openToRead } from '../read-once.js';
import { type FileText, openFileText } from './file-text.js';
import { spool } from './spool.js';
import { unreadableDocument } from './unreadable-document.js';

/**
 * Opens an XML document that is read in pieces; close it when all is done. A pipe or a device is copied first, because it
 * cannot be read twice. Rejects with the reason of the signal.
 *
 * @throws {CorpusError} `input`: it cannot be read.
 */
export async function openDocumentFile(path: string | Buffer, signal?: AbortSignal): Promise<FileText> {
  let descriptor: number | undefined;
  try {
    const opened = await openToRead(path, signal);
    if ('stream' in opened) return await spool(opened.stream);
    descriptor = opened.descriptor;
    const text = openFileText(descriptor);
    descriptor = undefined;
    return text;
  } catch (error) {
    signal?.throwIfAborted();
    throw unreadableDocument(path, error);
  } finally {
    if (descriptor !== undefined) closeSync(descriptor);
  }
}
