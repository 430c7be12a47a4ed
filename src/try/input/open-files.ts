import { syntaxOfPath } from '../../read/carriers/choose-syntax.js';
import type { GivenFile } from './given-file.js';

/** Of folders, more files than that are for the command. */
const mostFiles = 2000;

/** What was given, and how much of it was left out because there is too much. */
export interface Given {
  readonly files: readonly GivenFile[];
  /** Files beyond the limit. */
  readonly left: number;
}

/** Files that were chosen one by one, whatever they are called. */
export function chosenFiles(files: Iterable<File>): Given {
  return limited(Array.from(files, (file) => given(file, file.name)));
}

/** Of a folder that was chosen, those that may be articles by their names. */
export function chosenFolder(files: Iterable<File>): Given {
  return limited(
    belowFolder(Array.from(files, (file) => given(file, file.webkitRelativePath || file.name)).filter(mayBeArticle)),
  );
}

/** What was dropped: files, whatever they are called, and what may be articles in folders. */
export async function droppedFiles(data: DataTransfer): Promise<Given> {
  // Items are gone after the first wait.
  const entries = Array.from(data.items, (item) => item.webkitGetAsEntry()).filter((entry) => entry !== null);
  // Whoever drops what is on no disk has files only.
  if (entries.length === 0) return chosenFiles(data.files);
  const found: GivenFile[] = [];
  for (const entry of entries) for await (const file of filesIn(entry)) found.push(file);
  return limited(entries.length === 1 && entries[0]?.isDirectory === true ? belowFolder(found) : found);
}

async function* filesIn(entry: FileSystemEntry): AsyncGenerator<GivenFile, void, undefined> {
  if (entry.isFile) {
    const file = await new Promise<File>((resolve, reject) => (entry as FileSystemFileEntry).file(resolve, reject));
    yield given(file, entry.fullPath.replace(/^\//, ''));
    return;
  }
  const open = [entry as FileSystemDirectoryEntry];
  for (let folder = open.pop(); folder !== undefined; folder = open.pop()) {
    for (const each of await entriesOf(folder)) {
      if (each.isDirectory) open.push(each as FileSystemDirectoryEntry);
      else if (mayBeArticle({ path: each.name })) yield* filesIn(each);
    }
  }
}

/** A reader gives some entries at a time, and none at the end. */
async function entriesOf(folder: FileSystemDirectoryEntry): Promise<readonly FileSystemEntry[]> {
  const reader = folder.createReader();
  const all: FileSystemEntry[] = [];
  for (;;) {
    const some = await new Promise<FileSystemEntry[]>((resolve, reject) => reader.readEntries(resolve, reject));
    if (some.length === 0) return all;
    for (const each of some) all.push(each);
  }
}

function given(file: File, path: string): GivenFile {
  return { path, fullPath: path, bytes: async () => new Uint8Array(await file.arrayBuffer()) };
}

/** Paths below the one folder that was named: the command names articles so. */
function belowFolder(files: readonly GivenFile[]): GivenFile[] {
  return files.map((file) => ({ ...file, path: file.path.slice(file.path.indexOf('/') + 1) }));
}

function mayBeArticle({ path }: Pick<GivenFile, 'path'>): boolean {
  return syntaxOfPath(path) !== undefined;
}

function limited(files: readonly GivenFile[]): Given {
  return { files: files.slice(0, mostFiles), left: Math.max(0, files.length - mostFiles) };
}
