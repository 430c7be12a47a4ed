import { type Dirent, readdirSync, type Stats, statSync } from 'node:fs';
import { basename, join, normalize, relative, resolve } from 'node:path';
import { compareBytes } from '../byte-order.js';
import { CorpusError, reasonOf } from '../error.js';
import { spoolToFile } from '../files/documents/spool.js';
import { unreadableDocument } from '../files/documents/unreadable-document.js';
import { openToRead } from '../files/read-once.js';
import { createRealPaths } from '../real-paths.js';
import { withSlashes } from '../with-slashes.js';
import type { FoundFault } from './found.js';
import { expandGlob } from './glob.js';
import { nameInputs } from './input-names.js';
import { compareNames } from './named-inputs.js';

/** What a search for documents gave, in the order of the bytes of the paths. */
export interface FoundDocuments {
  readonly documents: readonly FoundDocument[];
  /** Folders, and what can be read only once, that could not be read. */
  readonly unreadable: readonly FoundFault[];
}

/** What a search for none gives. */
export const noDocuments: FoundDocuments = { documents: [], unreadable: [] };

/** An XLIFF or TMX document that was found. */
export interface FoundDocument {
  /** What names it in outputs: its path below the folder that was named; with several, after the name of its own. */
  readonly path: string;
  /** As it was named, or the folder as it was named and the way from there. */
  readonly file: string;
  /** Of a copy of what can be read only once. */
  readonly descriptor?: number;
}

const extension = /\.(?:xl(?:f|iff)|tmx)$/i;

/** Whether a path is that of an XLIFF or TMX document. */
export function isDocumentPath(path: string): boolean {
  return extension.test(path);
}

/**
 * Finds the documents that inputs name: files, globs, and folders, which are searched for `.xlf`, `.xliff` and `.tmx`;
 * `node_modules`, names that start with a dot, and symbolic links are passed over. What several inputs name, by links too, is
 * found once.
 *
 * @throws {CorpusError} `input`: one does not exist, or there is no document in what is named, which `hint` is added to.
 */
export async function findDocuments(
  inputs: readonly string[],
  signal: AbortSignal | undefined,
  hint = '',
): Promise<FoundDocuments> {
  const found = new Map<string, FoundDocument>();
  const unreadable: FoundFault[] = [];
  const realPaths = createRealPaths();
  const names = nameInputs([...new Set(inputs.map((input) => withSlashes(resolve(input))))]);
  const byInput = new Map(names.map(({ absolute, name }) => [absolute, name]));
  const prefixOf = (input: string): string =>
    names.length === 1 ? '' : (byInput.get(withSlashes(resolve(input))) ?? '');
  for (const input of [...inputs].sort(compareNames)) {
    signal?.throwIfAborted();
    const prefix = prefixOf(input);
    const lose = (file: string, reason: string): void => {
      const below = withSlashes(relative(resolve(input), resolve(file)));
      const path = [prefix || basename(resolve(input)), below].filter((part) => part !== '').join('/');
      unreadable.push({ path, file: withSlashes(file), reason });
    };
    const stats = statsOf(input);
    const files =
      stats === undefined ? await expandGlob(input) : stats.isDirectory() ? filesIn(input, lose) : undefined;
    if (files === undefined) {
      const key = realPaths.file(input);
      if (found.has(key)) continue;
      const copy = stats?.isFile() === true ? undefined : await copyOf(input, signal);
      if (copy !== undefined && 'reason' in copy) lose(input, copy.reason);
      else found.set(key, { path: prefix || basename(resolve(input)), file: normalize(input), ...copy });
      continue;
    }
    const isFolder = stats !== undefined;
    for (const file of files.filter(isDocumentPath)) {
      const key = realPaths.file(file);
      if (found.has(key)) continue;
      const below = withSlashes(relative(isFolder ? input : '.', file));
      const path = isFolder && prefix !== '' ? `${prefix}/${below}` : below;
      found.set(key, { path, file: normalize(file) });
    }
  }
  if (found.size + unreadable.length > 0) {
    const documents = [...found.values()].sort((a, b) => compareBytes(a.path, b.path));
    return { documents, unreadable: unreadable.sort((a, b) => compareBytes(a.path, b.path)) };
  }
  throw new CorpusError('input', `${inputs.join(', ')}: there is no document in it: .xlf, .xliff or .tmx.${hint}`);
}

function statsOf(input: string): Stats | undefined {
  try {
    return statSync(input);
  } catch (error) {
    // As for articles, any of these makes a glob of a path.
    if (/[*?[\]{}()!]/.test(input)) return undefined;
    throw unreadableDocument(input, error);
  }
}

function filesIn(top: string, lose: (folder: string, reason: string) => void): string[] {
  const files: string[] = [];
  const folders = [top];
  for (let folder = folders.pop(); folder !== undefined; folder = folders.pop()) {
    let entries: readonly Dirent[];
    try {
      entries = readdirSync(folder, { withFileTypes: true });
    } catch (error) {
      lose(folder, reasonOf(error));
      continue;
    }
    for (const entry of entries) {
      if (entry.name.startsWith('.') || entry.name === 'node_modules') continue;
      const path = join(folder, entry.name);
      if (entry.isDirectory()) folders.push(path);
      else if (entry.isFile()) files.push(path);
    }
  }
  return files;
}

/** A pipe or a device is read once, before any thread asks for it. */
async function copyOf(
  input: string,
  signal: AbortSignal | undefined,
): Promise<{ readonly descriptor: number } | { readonly reason: string }> {
  try {
    const opened = await openToRead(input, signal);
    if ('descriptor' in opened) return opened;
    const descriptor = await spoolToFile(opened.stream);
    if (descriptor !== undefined) return { descriptor };
    return { reason: 'it is too large for what can be read only once; save it as a file first' };
  } catch (error) {
    signal?.throwIfAborted();
    return { reason: reasonOf(error) };
  }
}
