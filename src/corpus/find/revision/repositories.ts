import { compareBytes } from '../../byte-order.js';
import { commitOf, listTree, locate, type TreeFile } from '../../git/revision.js';

/** A repository at a revision. */
export interface Repository {
  /** A folder that it is found from. */
  readonly folder: string;
  fileAt(path: string): TreeFile | undefined;
  /** All files of a folder, at any depth, in the order of their bytes; `folder`: empty, or with `/` at its end. */
  filesBelow(folder: string): readonly TreeFile[];
}

/** The repositories of a run. */
export interface Repositories {
  /** That of a folder, and the path of the folder in it, empty or with `/` at its end. `subject`: what was named. */
  at(folder: string, subject: string): { readonly repository: Repository; readonly prefix: string };
  isSingle(): boolean;
}

/** Opens repositories at a revision, each once. */
export function createRepositories(rev: string): Repositories {
  const places = new Map<string, { readonly repository: Repository; readonly prefix: string }>();
  const repositories = new Map<string, Repository>();
  return {
    at(folder, subject) {
      const known = places.get(folder);
      if (known !== undefined) return known;
      const { gitFolder, prefix } = locate(folder, subject);
      const repository = repositories.get(gitFolder) ?? openRepository(folder, rev, subject);
      repositories.set(gitFolder, repository);
      const place = { repository, prefix };
      places.set(folder, place);
      return place;
    },
    isSingle: () => repositories.size === 1,
  };
}

function openRepository(folder: string, rev: string, subject: string): Repository {
  const files = listTree(folder, commitOf(folder, rev, subject), subject).sort((a, b) => compareBytes(a.path, b.path));
  const byPath = new Map(files.map((file) => [file.path, file]));
  return {
    folder,
    fileAt: (path) => byPath.get(path),
    filesBelow(below) {
      if (below === '') return files;
      const start = firstFrom(files, below);
      let end = start;
      while (files[end]?.path.startsWith(below)) end++;
      return files.slice(start, end);
    },
  };
}

/** The index of the first file whose path does not come before another one. */
function firstFrom(files: readonly TreeFile[], path: string): number {
  let low = 0;
  let high = files.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (compareBytes(files[middle]?.path ?? '', path) < 0) low = middle + 1;
    else high = middle;
  }
  return low;
}
